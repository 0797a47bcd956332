import { describe, expect, test } from 'vitest';
import type { OptionResult, Result } from '../../wire/protocol';
import { rankingOf, turnOf } from './screen';

const option = (name: string, dots: number, inTop: boolean): OptionResult => ({
  id: name,
  name,
  rank: 1,
  dots,
  voters: dots,
  inTop,
  topShare: 0,
  band: '',
  rankLow: 1,
  rankHigh: 1,
});
const result = (top: number, options: OptionResult[]): Result => ({
  round: 1,
  options,
  ballots: 9,
  joined: 10,
  dots: 3,
  perOption: 1,
  dotsPlaced: 27,
  top,
  certainty: null,
});

describe('the ranking on the wall', () => {
  test('sets what goes on apart from the rest', () => {
    const ranking = rankingOf(result(1, [option('a', 5, true), option('b', 2, false)]));
    expect(ranking.top.map((o) => o.name)).toEqual(['a']);
    expect(ranking.rest.map((o) => o.name)).toEqual(['b']);
    expect([ranking.tied, ranking.most]).toEqual([false, 5]);
  });

  test('says that a tie at the line took more along', () => {
    expect(rankingOf(result(1, [option('a', 5, true), option('b', 5, true)])).tied).toBe(true);
  });

  test('can be drawn when nobody placed a dot', () => {
    expect(rankingOf(result(3, [option('a', 0, false)])).most).toBe(1);
  });

  test('the last bar rises first and the first one last, within five seconds even with forty', () => {
    expect(turnOf(39, 40)).toBe(0);
    for (const count of [3, 12, 40]) {
      const turns = Array.from({ length: count }, (_, i) => turnOf(i, count));
      expect(turns).toEqual([...turns].sort((a, b) => b - a));
      expect(turns[0]! * 250).toBeLessThanOrEqual(5000);
    }
  });
});
