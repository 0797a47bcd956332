import { untrack } from 'svelte';
import type { Problem } from '../../../i18n/problem';
import type { LibraryAnswer } from '../../../wire/protocol';
import { ApiError, problemOf } from '../home/api';
import { type Asked, anything, isAnything, toServer } from './asked';

/** How long typing may pause before the server is asked. */
const pause = 150;

type Ask = (query: string, signal: AbortSignal) => Promise<LibraryAnswer>;

/** A search that is going on: what is asked, and the last answer. The page owns it; the newest question wins. */
export class Finding {
  asked = $state.raw<Asked>(anything);
  /** The answer to an earlier question stays until the next one comes: the page does not flicker. */
  answer = $state.raw<LibraryAnswer | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  readonly active = $derived(!isAnything(this.asked));

  #ask: Ask;
  #ondenied: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #going: AbortController | null = null;

  constructor(ask: Ask, asked: Asked, ondenied: () => void) {
    this.#ask = ask;
    this.#ondenied = ondenied;
    this.asked = asked;
    if (!isAnything(asked)) void this.now();
  }

  /** Asks for something else, when typing pauses. */
  set(asked: Partial<Asked>): void {
    this.asked = { ...untrack(() => this.asked), ...asked };
    this.stop();
    if (isAnything(this.asked)) {
      this.answer = null;
      this.problem = null;
      return;
    }
    this.busy = true;
    this.#timer = setTimeout(() => void this.now(), pause);
  }

  /** Asks at once: after a failure, or when the sessions have changed. */
  async now(): Promise<void> {
    this.stop();
    if (isAnything(this.asked)) return;
    const going = new AbortController();
    this.#going = going;
    this.busy = true;
    try {
      const answer = await this.#ask(toServer(this.asked), going.signal);
      if (going.signal.aborted) return;
      this.answer = answer;
      this.problem = null;
    } catch (error) {
      if (going.signal.aborted) return;
      if (error instanceof ApiError && error.problem.code === 'denied') this.#ondenied();
      this.problem = problemOf(error);
    }
    this.busy = false;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#going?.abort();
    this.#going = null;
    this.busy = false;
  }
}
