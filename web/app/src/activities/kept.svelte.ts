import { untrack } from 'svelte';
import { newId } from '../wire/id';
import type { Me, OwnBallot, Problem, Sheet } from '../wire/protocol';
import type { Store } from '../wire/store';

/** One thing that this phone remembers for one session, from one page life to the next. */
export class Remembered<T> {
  #value = $state.raw() as T;
  #store: Store;
  #key: string;

  constructor(store: Store, key: string, first: () => T) {
    this.#store = store;
    this.#key = key;
    this.#value = this.#load() ?? first();
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    this.#store.set(this.#key, JSON.stringify(value));
  }

  #load(): T | undefined {
    try {
      const text = this.#store.get(this.#key);
      return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined; // somebody else's writing under our key
    }
  }
}

/** A text that the server refused: it is still here, with the reason. */
export interface Returned {
  id: string;
  text: string;
  why?: string;
  problem: Problem;
}

/** What a participant's phone remembers of a session by itself: what was typed and not sent, and where they were. */
export class Kept {
  readonly noticeRead: Remembered<boolean>;
  /** The text in the field. */
  readonly draft: Remembered<string>;
  /** The value in the field under the ballot to be. */
  readonly proposal: Remembered<string>;
  readonly editing: Remembered<{ id: string; text: string; why?: string } | null>;
  /** The why in the field. */
  readonly why: Remembered<string>;
  /** A story; only its writer sends it anywhere. */
  readonly story: Remembered<string>;
  readonly returned: Remembered<readonly Returned[]>;
  /** Answers to forms that the server has not acknowledged, by activity. */
  readonly sheets: Remembered<Readonly<Record<string, Sheet>>>;
  /** The round in which this person said "done"; 0: none. */
  readonly doneRound: Remembered<number>;
  /** Which stone of the bridge is theirs: the how-manieth they were to come in; 0: not known yet. */
  readonly stone: Remembered<number>;
  /** Makes this phone's order of the ballot its own, and the same after a reload. */
  readonly seed: Remembered<string>;
  /** The own part as it last was: a closed session's server does not know it any more. */
  readonly me: Remembered<Me | null>;
  /** The own ballots as they last were, by round: the server tells the one of the last round alone. */
  readonly ballots: Remembered<Readonly<Record<number, OwnBallot>>>;

  /** What a later part of the page remembers, under a name of its own: the same one for whoever asks. */
  readonly keep: <T>(name: string, first: () => T) => Remembered<T>;

  constructor(store: Store, session: string) {
    const keep = <T>(name: string, first: () => T) => new Remembered(store, `vb/${session}/kept/${name}`, first);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is shown from it
    const kept = new Map<string, unknown>();
    this.keep = (name, first) => {
      if (!kept.has(name)) kept.set(name, keep(name, first));
      return kept.get(name) as ReturnType<typeof keep<ReturnType<typeof first>>>;
    };
    this.noticeRead = keep('notice', () => false);
    this.draft = keep('draft', () => '');
    this.why = keep('why', () => '');
    this.story = keep('story', () => '');
    this.proposal = keep('proposal', () => '');
    this.editing = keep('editing', () => null as { id: string; text: string; why?: string } | null);
    this.returned = keep('returned', () => [] as readonly Returned[]);
    this.sheets = keep('sheets', () => ({}) as Readonly<Record<string, Sheet>>);
    this.doneRound = keep('done', () => 0);
    this.stone = keep('stone', () => 0);
    this.seed = keep('seed', () => '');
    this.me = keep('me', () => null as Me | null);
    this.ballots = keep('ballots', () => ({}) as Readonly<Record<number, OwnBallot>>);
    if (!this.seed.value) this.seed.value = newId();
  }

  /** Keeps the own part, for when its server does not know it any more. */
  own(me: Me): void {
    this.me.value = me;
    const { ballot } = me;
    if (ballot) this.ballots.value = { ...untrack(() => this.ballots.value), [ballot.round]: ballot };
  }
}
