import { SvelteSet } from 'svelte/reactivity';
import type { Problem } from '../i18n/problem';
import type { Commands, CommandType } from '../wire/protocol';
import type { SessionRoom } from './room';

/** A question before something that cannot be taken back. */
export interface Question {
  title: string;
  text: string;
  also?: string;
  yes: string;
  then: () => void;
}

/** What a facilitator's page knows beside the room: which press is being handled, what was refused, what is asked. */
export class Leading {
  /** Names of the presses that wait for their acknowledgement. */
  readonly busy = new SvelteSet<string>();
  problem = $state.raw<Problem | null>(null);
  question = $state.raw<Question | null>(null);
  readonly room: SessionRoom;

  constructor(room: SessionRoom) {
    this.room = room;
  }

  /** Asks for a command in the name of a button; answers whether it was done. A refusal stays in view as `problem`. */
  async run<K extends CommandType>(name: string, type: K, data: Commands[K]): Promise<boolean> {
    this.problem = null;
    this.busy.add(name);
    try {
      await this.room.do(type, data);
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.problem = error.problem;
      return false;
    } finally {
      this.busy.delete(name);
    }
  }

  ask(question: Question): void {
    this.question = question;
  }
}

function isRefusal(error: unknown): error is Error & { problem: Problem } {
  return error instanceof Error && 'problem' in error;
}
