import { newId } from './id';
import type { Store } from './store';

/** A claim is shown to be alive this often … */
export const beat = 2000;
/** … and is given up for dead after this long without a sign: its tab has crashed, or sleeps. */
const stale = 7000;

const claimKey = (session: string, client: string) => `vb/${session}/claim/${client}`;
const outboxKeys = (session: string) => `vb/${session}/outbox/`;

/** Where a tab remembers its client id. */
export const tabKey = (session: string) => `vb/${session}/client`;

/** Where a client's commands are kept. */
export const outboxKey = (session: string, client: string) => outboxKeys(session) + client;

/**
 * A page's hold on a client id. Only the holder may number new commands under it: a duplicated tab begins with a copy of
 * the first tab's sessionStorage and would otherwise give its own commands numbers that are used already, which the server
 * takes for repeats and does not do. (Web Locks would be the tool, but they exist on HTTPS only.)
 */
export class Claim {
  readonly client: string;
  #store: Store;
  #key: string;
  #token = newId();

  constructor(store: Store, session: string, client: string) {
    this.client = client;
    this.#store = store;
    this.#key = claimKey(session, client);
    this.hold();
  }

  /**
   * Shows that this page lives, and answers whether new commands may be numbered under this id: not when another page has
   * claimed it in the meantime.
   */
  hold(): boolean {
    const held = this.#store.get(this.#key);
    if (held !== null && !this.#mine(held)) return false;
    this.#store.set(this.#key, `${this.#token} ${Date.now()}`);
    return true; // also where storage keeps nothing: then no other page can come in between either
  }

  release(): void {
    if (this.#mine(this.#store.get(this.#key) ?? '')) this.#store.remove(this.#key);
  }

  #mine(held: string): boolean {
    return held.startsWith(this.#token);
  }
}

/**
 * Takes the id that this tab had before a reload, or a new one: when it never had one, when another page holds it, or when
 * its outbox is gone, because then nobody knows any more which numbers were used.
 */
export function claimForTab(local: Store, tab: Store, session: string): Claim {
  const before = tab.get(tabKey(session));
  if (before && local.get(outboxKey(session, before)) !== null && free(local, session, before)) {
    return new Claim(local, session, before);
  }
  const claim = new Claim(local, session, newId());
  tab.set(tabKey(session), claim.client);
  return claim;
}

/** The clients whose outbox is still here and whose tab is not. */
export function orphans(local: Store, session: string): string[] {
  const prefix = outboxKeys(session);
  return local
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((client) => free(local, session, client));
}

/** Nobody holds the id; what a dead page left of its claim is cleared away. */
function free(local: Store, session: string, client: string): boolean {
  const key = claimKey(session, client);
  const seen = Number(local.get(key)?.split(' ')[1]);
  if (seen && Math.abs(Date.now() - seen) < stale) return false;
  local.remove(key);
  return true;
}
