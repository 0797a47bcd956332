import { describe, expect, test } from 'vitest';
import type { OptionResult, Result } from '../../../wire/protocol';
import { chosenOf, outcomeOf, tiedAtCut } from './outcome';
import { ballotWords } from './words';

const option = (name: string, rank: number, inTop: boolean, more: Partial<OptionResult> = {}): OptionResult => ({
  id: name,
  name,
  rank,
  dots: 0,
  voters: 9,
  inTop,
  topShare: 0,
  band: '',
  rankLow: 0,
  rankHigh: 0,
  ...more,
});
const result = (options: OptionResult[], more: Partial<Result> = {}): Result => ({
  round: 1,
  options,
  ballots: 9,
  joined: 9,
  dots: 3,
  perOption: 1,
  dotsPlaced: 0,
  top: 3,
  certainty: null,
  ...more,
});
const nl = ballotWords('nl');

describe('what came out of a round', () => {
  test('a tie at the cut is more values than there are places left', () => {
    const tied = tiedAtCut(
      result([option('a', 1, true), option('b', 2, true), option('c', 3, true), option('d', 3, true)]),
    );
    expect(tied?.tied.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(tied?.places).toBe(1);
  });

  test('a tie that fits is none', () => {
    expect(tiedAtCut(result([option('a', 1, true), option('b', 2, true), option('c', 2, true)]))).toBeNull();
    expect(tiedAtCut(result([]))).toBeNull();
  });

  test('what goes on is what went on already and what won here', () => {
    const run = result([option('c', 1, true), option('d', 2, false)], { through: [{ id: 'a', name: 'a' }] });
    expect(chosenOf(run).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  test('is told in words: a mean, or whom it wins against', () => {
    const scored = result([option('a', 1, true, { mean: 4.26 })], { method: 'score' });
    expect(outcomeOf(scored.options[0]!, scored, nl)).toBe('gemiddeld 4,3 van 9 mensen');
    const beats = [
      { over: 'b', for: 12, against: 8 },
      { over: 'c', for: 15, against: 5 },
    ];
    const ranked = result([option('a', 1, true, { beats }), option('b', 2, false), option('c', 3, false)], {
      method: 'ranked',
    });
    expect(outcomeOf(ranked.options[0]!, ranked, nl)).toBe('wint van b met 12 tegen 8, en van nog 1');
    expect(outcomeOf(ranked.options[2]!, ranked, nl)).toBe('wint van geen andere waarde');
  });
});
