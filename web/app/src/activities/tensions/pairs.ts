import type { Answered, Outcome } from '../../wire/protocol';

export interface TensionPair {
  key: string;
  now: Answered;
  wanted: Answered;
  /** How the answers of those who answered twice have moved; null when it was asked once, or nobody answered twice. */
  shift: { now: number; wanted: number; n: number } | null;
}

/** The tensions of an outcome, in the order in which they were asked. */
export function pairsOf(outcome: Outcome): TensionPair[] {
  const find = (key: string) => outcome.questions.find((question) => question.key === key);
  return outcome.gaps.flatMap(({ from, to }) => {
    const [now, wanted] = [find(from), find(to)];
    if (!now || !wanted) return [];
    const moved = (key: string) => outcome.shifts?.find((shift) => shift.to === key);
    const [a, b] = [moved(from), moved(to)];
    const n = Math.max(a?.n ?? 0, b?.n ?? 0);
    return [{ key: from, now, wanted, shift: n > 0 ? { now: a?.mean ?? 0, wanted: b?.mean ?? 0, n } : null }];
  });
}
