import type { BallotItem } from '../../../wire/protocol';
import type { Dots } from '../ballot';

/** The most that may stand at one option of a ballot. */
export function mostAt(ballot: BallotItem): number {
  if (ballot.method === 'score') return 5;
  return ballot.method === 'ranked' ? ballot.options.length : ballot.perOption;
}

/** What was typed into the fields of a ballot, as it travels: empty fields and zeros are left out. */
export const typed = (fields: Readonly<Record<string, string | number | null | undefined>>): Dots =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([id, text]) => [id, Math.round(Number(text ?? 0))] as const)
      .filter(([, n]) => Number.isFinite(n) && n !== 0),
  );
