/**
 * Follows a value, but lets go of a new one at most every `ms`: where a facilitator's hand moves ten cards a second, a
 * wall that moves twice a second shows the same and keeps its frames. The last value always comes through.
 */
export class Calm<T> {
  value = $state.raw() as T;
  #wanted: T;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;
  #ms: number;

  constructor(first: T, ms = 500) {
    this.#ms = ms;
    this.#wanted = this.value = first;
  }

  follow(next: T): void {
    this.#wanted = next;
    if (this.#timer || next === this.value) return;
    const wait = this.#last + this.#ms - Date.now();
    if (wait <= 0) this.#let();
    else this.#timer = setTimeout(() => this.#let(), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #let(): void {
    this.#timer = undefined;
    this.#last = Date.now();
    this.value = this.#wanted;
  }
}
