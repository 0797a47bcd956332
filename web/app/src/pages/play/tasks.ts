type Tasks = typeof import('./Tasks.svelte');

let once: Promise<Tasks> | undefined;

/**
 * Fetches the tasks. After a failure it tries again; some browsers remember a module that failed for as long as the page
 * lives, so after a second failure the page is loaded anew. Nothing is lost by that: everything typed is kept.
 */
export async function loadTasks(): Promise<Tasks> {
  once ??= import('./Tasks.svelte');
  try {
    return await once;
  } catch {
    await new Promise((go) => setTimeout(go, 2000));
    return import('./Tasks.svelte').catch((error: unknown) => {
      location.reload();
      throw error;
    });
  }
}
