import { newId } from '../../wire/id';
import type { Tip } from '../../wire/protocol';
import type { Remembered } from '../kept.svelte';
import type { Phone } from '../phone.svelte';
import { blank, compact, fits, laidOut, type Part, type Phrasing, same, textsOf, withText } from './phrasing';

/** While somebody types, the table reads along this much later, in milliseconds. */
const pause = 1000;

/** What a phone holds that its table does not have yet. */
interface Held {
  /** As it stands in the fields, by value. */
  inHand: Record<string, Phrasing>;
  /** What was typed when somebody else took the pen. */
  left: { id: string; value: string; part: Part; text: string }[];
}

/**
 * The pen in somebody's hand. What they type stands in the fields at once, goes to the table a moment later, whole, and stays
 * on this phone until the table has it; when somebody else takes the pen, what had not arrived is theirs to suggest.
 */
export class Scribe {
  #phone: Phone;
  #held: Remembered<Held>;
  #timers: Record<string, ReturnType<typeof setTimeout>> = {};
  #arrived: Record<string, Phrasing> = {}; // at whatever table this phone was then

  constructor(phone: Phone) {
    this.#phone = phone;
    this.#held = phone.kept.keep<Held>('table', () => ({ inHand: {}, left: [] }));
  }

  get left(): Held['left'] {
    return this.#held.value.left;
  }

  /** What the table has of a value. */
  there(value: string): Phrasing {
    return this.#phone.me?.table?.drafts.find((draft) => draft.value === value) ?? blank;
  }

  /** What stands in the fields. */
  words(value: string): Phrasing {
    return this.#held.value.inHand[value] ?? laidOut(this.there(value));
  }

  /** none: nothing typed on this phone. */
  state(value: string): 'none' | 'sent' | 'sending' | 'kept' {
    const inHand = this.#held.value.inHand[value];
    if (!inHand) return 'none';
    return same(inHand, this.there(value)) ? 'sent' : this.#phone.waiting;
  }

  type(value: string, words: Phrasing): void {
    this.#hold(value, words);
    this.#timers[value] ??= setTimeout(() => this.#send(value), pause);
  }

  /** Takes a suggestion over; false when there is no room for it. */
  use({ id, value, part, text }: Tip): boolean {
    const words = withText(this.words(value), part as Part, text);
    if (!words) return false;
    this.#hold(value, words);
    this.#send(value);
    this.drop(id);
    return true;
  }

  drop(id: string): void {
    void this.#phone.room.do('settle_tip', { id });
  }

  /** Sends all that is still in the hand: the pen is laid down, or the page goes away. */
  send(): void {
    for (const value of Object.keys(this.#held.value.inHand)) this.#send(value);
  }

  lay(): void {
    this.send();
    void this.#phone.room.do('lay_pen', {});
  }

  /** Somebody else has the pen, or nobody, or the writing is closed: what the table has not got is left over. */
  let(): void {
    const { inHand, left } = this.#held.value;
    if (Object.keys(inHand).length === 0) return;
    for (const value of Object.keys(this.#timers)) clearTimeout(this.#timers[value]);
    this.#timers = {};
    const more = Object.entries(inHand).flatMap(([value, words]) => {
      const arrived = this.#arrived[value] ?? blank;
      const there = [...textsOf(this.there(value)), ...textsOf(arrived)].map(({ text }) => text);
      return textsOf(compact(words))
        .filter(({ text }) => !there.includes(text))
        .map((one) => ({ id: newId(), value, ...one }));
    });
    this.#arrived = {};
    this.#held.value = { inHand: {}, left: [...left, ...more] };
  }

  suggest(value: string, part: Part, text: string, id = newId()): Promise<void> {
    return this.#phone.room.do('give_tip', { id, value, part, text });
  }

  /** Sends what was left over, or forgets it. */
  settle(id: string, send: boolean): void {
    const one = this.left.find((other) => other.id === id);
    if (!one) return;
    if (send) void this.suggest(one.value, one.part, one.text, id);
    this.#held.value = { ...this.#held.value, left: this.left.filter((other) => other !== one) };
  }

  #hold(value: string, words: Phrasing): void {
    const { inHand, left } = this.#held.value;
    this.#held.value = { inHand: { ...inHand, [value]: words }, left };
  }

  #send(value: string): void {
    clearTimeout(this.#timers[value]);
    delete this.#timers[value];
    const words = this.#held.value.inHand[value];
    if (!words || !fits(words) || same(words, this.there(value))) return;
    const sent = compact(words);
    this.#phone.room.do('write_draft', { value, ...sent }).then(
      () => (this.#arrived[value] = sent),
      () => {}, // refused: it stays in the hand, or is left over
    );
  }
}
