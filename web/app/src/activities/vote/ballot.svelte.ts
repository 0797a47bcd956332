import type { Phone } from '../phone.svelte';
import { type Dots, ofRound, placed, sentBallot, withDots } from './ballot';

/** After the last touch: somebody who moves a dot sends one ballot, not two. */
const pause = 400;

/** The ballot in somebody's hand during one round. It is sent whole, by itself; the last one counts. */
export class OwnBallot {
  #phone: Phone;
  #round: number;
  #seat: number;
  #inHand = $state.raw<Dots | null>(null); // changed, not yet on its way
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(phone: Phone, round: number) {
    this.#phone = phone;
    this.#round = round;
    this.#seat = phone.seat;
  }

  get dots(): Dots {
    return this.#inHand ?? sentBallot(this.#round, this.#phone.me, this.#phone.underway, this.#seat) ?? {};
  }

  get placed(): number {
    return placed(this.dots);
  }

  /** none: never touched. */
  get state(): 'none' | 'sent' | 'sending' | 'kept' {
    const { outgoing } = this.#phone.room;
    const underway = outgoing.some(
      (command) => command.type === 'cast_ballot' && ofRound(command, this.#round, this.#seat),
    );
    if (this.#inHand || underway) return this.#phone.waiting;
    return this.placed > 0 ? 'sent' : 'none';
  }

  put(option: string, n: number): void {
    this.take(withDots(this.dots, option, n));
  }

  take(dots: Dots): void {
    this.#inHand = dots;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), pause);
  }

  /** Sends now what is still in the hand: the page goes away, or its person is done. */
  send(): void {
    clearTimeout(this.#timer);
    if (!this.#inHand) return;
    void this.#phone.room.do('cast_ballot', {
      round: this.#round,
      dots: { ...this.#inHand },
      ...(this.#seat > 1 && { seat: this.#seat }),
    });
    this.#inHand = null;
  }
}
