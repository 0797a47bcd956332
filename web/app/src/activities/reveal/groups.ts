import type { ComparedGroup, Difference, Result, Support } from '../../wire/protocol';

/** What the words of a support are, in one language. */
export interface GroupWords {
  hardly: string;
  nearly: string;
  of: (n: number, of: number) => string;
  /** Between the names of groups that are told as one. */
  and: string;
}

export const nameOf = (group: ComparedGroup | undefined, words: GroupWords): string =>
  (group?.names ?? []).join(words.and);

/** "6 van 18", or the words that stand for a number in a small group. */
export function supportIn(words: GroupWords, support: Support, group: ComparedGroup): string {
  if (support.says === 'hardly_anybody') return words.hardly;
  if (support.says === 'nearly_everybody') return words.nearly;
  return words.of(support.voters ?? 0, group.voters);
}

export const valueName = (result: Result | undefined, id: string): string =>
  result?.options.find((option) => option.id === id)?.name ?? '';

/** A difference with the names that a sentence about it needs. */
export interface Told {
  id: string;
  value: string;
  more: string;
  less: string;
  firm: boolean;
  range: Difference['range'];
}

export function tell(
  differences: Difference[],
  groups: ComparedGroup[],
  result: Result | undefined,
  words: GroupWords,
): Told[] {
  return differences.map(({ id, more, less, firm, range }) => ({
    id,
    value: valueName(result, id),
    more: nameOf(groups[more], words),
    less: nameOf(groups[less], words),
    firm,
    range,
  }));
}
