import type { FormItem, Sheet } from '../../wire/protocol';
import { lengthOf } from '../../ui/length';
import type { Phone } from '../phone.svelte';
import { answered, answering, isSheetOf, sentSheet, withNumber, withText } from './answers';

/** After the last touch: somebody who moves a slider sends one sheet, not seven. */
const pause = 600;

/**
 * The answers in somebody's hand to one form. They are sent whole, by themselves; the last ones count. What has not been
 * acknowledged is kept on the phone: an activity that closes, or a page that goes away, loses nothing of it.
 */
export class OwnSheet {
  #phone: Phone;
  #form: FormItem;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sent: Sheet | undefined;

  constructor(phone: Phone, form: FormItem) {
    this.#phone = phone;
    this.#form = form;
    if (this.#inHand) this.#soon();
  }

  get #inHand(): Sheet | undefined {
    return this.#phone.kept.sheets.value[this.#form.activity];
  }

  set #inHand(sheet: Sheet | undefined) {
    const { sheets } = this.#phone.kept;
    const others = Object.entries(sheets.value).filter(([activity]) => activity !== this.#form.activity);
    sheets.value = Object.fromEntries(sheet ? [...others, [this.#form.activity, sheet]] : others);
  }

  get sheet(): Sheet {
    return this.#inHand ?? sentSheet(this.#form.activity, this.#phone.me, this.#phone.underway);
  }

  get answered(): number {
    return answered(this.sheet, this.#form.questions);
  }

  /** none: nothing answered. */
  get state(): 'none' | 'sent' | 'sending' | 'kept' {
    const underway = this.#phone.room.outgoing.some((command) => isSheetOf(command, this.#form.activity));
    if (underway || this.#inHand) return this.#phone.waiting;
    return this.answered > 0 ? 'sent' : 'none';
  }

  /** Some text is longer than its question takes: nothing is sent until it is shorter. */
  get tooLong(): boolean {
    const { texts } = this.sheet;
    return this.#form.questions.some(({ key, length }) => length && lengthOf(texts?.[key]?.trim() ?? '') > length);
  }

  number(key: string): number | undefined {
    return this.sheet.numbers?.[key];
  }

  text(key: string): string {
    return this.sheet.texts?.[key] ?? '';
  }

  put(key: string, n: number | undefined): void {
    this.#inHand = withNumber(this.sheet, key, n);
    this.#soon();
  }

  write(key: string, text: string): void {
    this.#inHand = withText(this.sheet, key, text);
    this.#soon();
  }

  /** Sends now what is still in the hand: the page goes away, or the activity closes. */
  send(): void {
    clearTimeout(this.#timer);
    const sending = this.#inHand;
    if (!sending || sending === this.#sent || this.tooLong) return;
    this.#sent = sending;
    const { activity, questions } = this.#form;
    void this.#phone.room.do('fill_sheet', { activity, ...answering(sending, questions) }).then(
      () => {
        if (this.#inHand === sending) this.#inHand = undefined; // nothing has been changed since
      },
      () => {}, // refused: the page says so, and it stays in the hand
    );
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), pause);
  }
}
