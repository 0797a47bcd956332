import type { OptionResult, Result } from '../../wire/protocol';
import { lengthOf } from '../vote/methods/outcome';

/** A result as the wall lays it out: what goes on, large; the others below the line. */
export interface Ranking {
  top: OptionResult[];
  rest: OptionResult[];
  /** More go on than planned, because of a tie at the line. */
  tied: boolean;
  /** The most dots on one value, or the best score there is: the length of a full bar. */
  most: number;
}

export function rankingOf(result: Result): Ranking {
  const top = result.options.filter((option) => option.inTop);
  return {
    top,
    rest: result.options.filter((option) => !option.inTop),
    tied: top.length > result.top,
    most: result.method === 'score' ? 5 : Math.max(1, ...result.options.map((option) => lengthOf(option, result))),
  };
}

/**
 * When each bar's turn is, from the last to the first, in the units of Bar. A long ranking goes faster, so that the
 * first place never comes later than five seconds in.
 */
export function turnOf(index: number, count: number): number {
  return (count - 1 - index) * Math.min(1, 20 / Math.max(1, count));
}
