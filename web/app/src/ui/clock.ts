/**
 * Milliseconds until a deadline of the server's clock. `offset` is the server's clock minus ours, as measured when
 * connecting; phones are minutes off more often than one thinks.
 */
export function remaining(deadline: number, offset: number, now: number = Date.now()): number {
  return Math.max(0, deadline - (now + offset));
}

/** m:ss, rounded up, so that a clock of five minutes begins at 5:00 and shows 0:00 only when it is over. */
export function minutesSeconds(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Milliseconds until the shown digits change: a clock that wakes then is never late and wakes no more than needed. */
export function untilNextSecond(ms: number): number {
  return ms % 1000 || 1000;
}
