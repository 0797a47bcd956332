import { backoff } from './backoff';
import type { Outbox, Outgoing } from './outbox';
import type { Do, Problem } from './protocol';

export interface Desk {
  send(message: Do): void;
  random(): number;
  /** These are done and kept by the server. */
  done(commands: readonly Outgoing[]): void;
  /** This one is refused for good, and taken out. */
  refused(command: Outgoing, problem: Problem): void;
}

/**
 * Brings an outbox's commands to the server one by one: the next goes out when the one before is answered. The server
 * takes a number that is not above the last for a repeat, so nothing may overtake a command that has to be sent again.
 */
export class Courier {
  #outbox: Outbox;
  #desk: Desk;
  #open = false;
  #out = 0; // the number on its way; 0: none
  #failed = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(outbox: Outbox, desk: Desk) {
    this.#outbox = outbox;
    this.#desk = desk;
  }

  /** The server knows us (again), and says what it did last. */
  welcome(lastN: number): void {
    this.#open = true;
    this.#out = 0;
    this.#failed = 0;
    clearTimeout(this.#retry);
    this.#desk.done(this.#outbox.removeUpTo(lastN));
    this.next();
  }

  /** The line is down: what was on its way is sent again later. */
  lost(): void {
    this.#open = false;
    this.#out = 0;
    clearTimeout(this.#retry);
  }

  /** Sends the next command when the way is free. */
  next(): void {
    const command = this.#outbox.list[0];
    if (!this.#open || this.#out || !command) return;
    this.#out = command.n;
    this.#desk.send({ t: 'do', ...command });
  }

  acknowledged(n: number): void {
    const command = this.#answered(n);
    if (command) this.#desk.done([command]);
    this.next();
  }

  refused(n: number, problem: Problem): void {
    if (n !== this.#out) return;
    if (problem.retry) {
      this.#retry = setTimeout(
        () => {
          this.#out = 0;
          this.next();
        },
        backoff(this.#failed++, () => this.#desk.random()),
      );
      return;
    }
    const command = this.#answered(n);
    if (command) this.#desk.refused(command, problem);
    this.next();
  }

  #answered(n: number): Outgoing | undefined {
    if (n === this.#out) this.#out = 0;
    this.#failed = 0;
    return this.#outbox.remove(n);
  }
}
