/** Copies a text; false when this browser does not allow it here, so that the page shows it to be copied by hand. */
export async function copy(text: string): Promise<boolean> {
  try {
    // Only there on https and localhost.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
