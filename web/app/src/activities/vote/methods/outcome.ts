import type { OptionResult, Result } from '../../../wire/protocol';
import type { BallotWords } from './words';

/** What goes on: by the rounds before, and by this one. */
export const chosenOf = (result: Result): readonly { id: string; name: string }[] => [
  ...(result.through ?? []),
  ...result.options.filter(({ inTop }) => inTop),
];

/** What ties for the last places, when that is more than there are places for, and how many places that are. */
export function tiedAtCut(result: Result): { tied: readonly OptionResult[]; places: number } | null {
  const top = result.options.filter(({ inTop }) => inTop);
  const last = top.at(-1)?.rank ?? 0;
  if (top.length <= result.top) return null;
  return { tied: top.filter(({ rank }) => rank === last), places: result.top - last + 1 };
}

/** How far a bar reaches: dots, the mean score; a ranking has none. */
export const lengthOf = (option: OptionResult, result: Result): number =>
  result.method === 'score' ? (option.mean ?? 0) : option.dots;

/** A mean score with one decimal. */
export const meanOf = (option: OptionResult, t: BallotWords): string =>
  (option.mean ?? 0).toFixed(1).replace('.', t.point);

/** The numbers of an option in words: its mean, or the highest-ranked of the options that it wins against. */
export function outcomeOf(option: OptionResult, result: Result, t: BallotWords): string {
  if (result.method === 'score') return t.mean(meanOf(option, t), option.voters);
  const [first, ...more] = option.beats ?? [];
  if (!first) return t.beatsNone;
  const name = result.options.find(({ id }) => id === first.over)?.name ?? '';
  const line = t.beats(name, first.for, first.against);
  return more.length > 0 ? `${line}, ${t.andMore(more.length)}` : line;
}
