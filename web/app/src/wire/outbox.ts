import { type Claim, outboxKey } from './claim';
import type { CommandType, Commands } from './protocol';
import type { Store } from './store';

/** A command on its way; its number is the client's. */
export interface Outgoing<K extends CommandType = CommandType> {
  n: number;
  type: K;
  data: Commands[K];
}

/**
 * The commands of one client that the server has not answered, in order. Each is kept before it is sent, so that a reload
 * or a flat battery loses nothing. The numbers go on for as long as the client lives, also when the list is empty.
 */
export class Outbox {
  readonly client: string;
  #claim: Claim;
  #store: Store;
  #key: string;
  #next = 1;
  #list: Outgoing[] = [];
  #keeps = true;

  constructor(store: Store, session: string, claim: Claim) {
    this.client = claim.client;
    this.#claim = claim;
    this.#store = store;
    this.#key = outboxKey(session, claim.client);
    this.#load();
    this.#save();
  }

  get list(): readonly Outgoing[] {
    return this.#list;
  }

  /** Shows that the page lives, and answers whether it may number commands here. Called every beat. */
  hold(): boolean {
    return !this.#keeps || this.#claim.hold();
  }

  add<K extends CommandType>(type: K, data: Commands[K]): number {
    const n = this.#next++;
    this.#list = [...this.#list, { n, type, data } as Outgoing];
    this.#save();
    return n;
  }

  /** The server has answered: the command is done or refused for good. */
  remove(n: number): Outgoing | undefined {
    const found = this.#list.find((command) => command.n === n);
    if (!found) return undefined;
    this.#list = this.#list.filter((command) => command.n !== n);
    this.#save();
    return found;
  }

  /** The server says on our return what it had done: those need not be sent again. */
  removeUpTo(last: number): Outgoing[] {
    const done = this.#list.filter(({ n }) => n <= last);
    this.#list = this.#list.filter(({ n }) => n > last);
    this.#next = Math.max(this.#next, last + 1);
    this.#save();
    return done;
  }

  /** The page goes away; what is in the box stays, for its return or for another tab. */
  release(): void {
    this.#claim.release();
  }

  /** Takes the box out of storage: it is empty and its client will not come back. */
  discard(): void {
    this.#store.remove(this.#key);
    this.#claim.release();
  }

  #load(): void {
    try {
      const kept = JSON.parse(this.#store.get(this.#key) ?? '{}') as { next?: number; list?: Outgoing[] };
      this.#next = kept.next ?? 1;
      this.#list = kept.list ?? [];
    } catch {
      // Somebody else's writing under our key: begin anew.
    }
  }

  #save(): void {
    if (!this.hold()) return; // another page writes here now
    if (this.#keeps && this.#store.set(this.#key, JSON.stringify({ next: this.#next, list: this.#list }))) return;
    // Storage is full or blocked. An old list with old numbers would do harm after a reload; none makes it take a new id.
    this.#keeps = false;
    this.#store.remove(this.#key);
  }
}
