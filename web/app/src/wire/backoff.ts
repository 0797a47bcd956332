const least = 500;
const most = 10_000;

/**
 * Milliseconds to wait before the next attempt, after this many that failed. Spread at random, or a whole room of phones
 * would come back in the same instant after a server's restart.
 */
export function backoff(failed: number, random: () => number): number {
  const top = Math.min(most, 2 * least * 2 ** Math.min(failed, 10));
  return Math.round(least + random() * (top - least));
}
