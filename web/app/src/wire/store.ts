/** Storage that never throws: blocked or full, it says so by answering false, and the page goes on in memory. */
export interface Store {
  get(key: string): string | null;
  /** False when it could not be kept. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  keys(): string[];
}

/** What a browser keeps for this site (local) or for this one tab (session). Each use may throw in a strict browser. */
export function browserStore(kind: 'local' | 'session'): Store {
  const storage = () => (kind === 'local' ? localStorage : sessionStorage);
  const attempt = <T>(use: () => T, otherwise: T): T => {
    try {
      return use();
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => attempt(() => storage().getItem(key), null),
    set: (key, value) =>
      attempt(() => {
        storage().setItem(key, value);
        return true;
      }, false),
    remove: (key) => attempt(() => storage().removeItem(key), undefined),
    keys: () => attempt(() => Object.keys(storage()), []),
  };
}

/** Lives as long as the page. */
export function memoryStore(): Store {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => Boolean(kept.set(key, value)),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}
