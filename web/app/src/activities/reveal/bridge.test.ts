import { describe, expect, test } from 'vitest';
import type { Comparison, Difference, Result } from '../../wire/protocol';
import { arcOf, bridgeOf, rowsFor } from './bridge';

const comparison = (
  weights: Record<string, number[]>,
  connects: string[] = [],
  differs: string[] = [],
): Comparison => ({
  reason: '',
  groups: Object.values(weights)[0]!.map((_, i) => ({ names: [`groep ${i}`], voters: 20 })),
  values: Object.entries(weights).map(([id, list], i) => ({
    id,
    score: 1 - i / 100,
    rank: i + 1,
    connects: connects.includes(id),
    shares: list.map((weight) => ({ voters: 1, says: '', percent: 5, weight })),
  })),
  differences: differs.map((id): Difference => ({ id, more: 0, less: 1, range: null, firm: false })),
  pairs: [],
});
const result = (ids: string[]) => ({ options: ids.map((id) => ({ id, name: id.toUpperCase() })) }) as unknown as Result;
const draw = (of: Comparison) => bridgeOf(of, result(of.values.map(({ id }) => id)));

describe('the bridge', () => {
  test('hangs what both groups carry in the middle, and the rest towards who carries it', () => {
    const { piers, rows } = draw(comparison({ both: [0.5, 0.5], left: [0.6, 0.1], right: [0.05, 0.6] }, ['both']));
    const [both, left, right] = rows;
    expect(both!.x).toBeCloseTo(0.5);
    expect([both!.name, both!.connects]).toEqual(['BOTH', true]);
    expect(left!.x).toBeLessThan(0.4);
    expect(right!.x).toBeGreaterThan(0.6);
    expect(piers).toEqual([0.06, 0.94]);
  });

  test('leaves a name room at the edges, however much one group wants it', () => {
    for (const { x } of draw(comparison({ a: [0.999, 0.001], b: [0.001, 0.999] })).rows) {
      expect(x).toBeGreaterThan(0.2);
      expect(x).toBeLessThan(0.8);
    }
  });

  test('gives each value a row of its own, the most connecting at the top', () => {
    const { rows } = draw(comparison({ a: [0.5, 0.5], b: [0.4, 0.4], c: [0.3, 0.3] }));
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rows.map(({ y }) => y)).toEqual([0.5, 1.5, 2.5].map((row) => (0.95 * row) / 3));
  });

  test('shows as many as the back row can read, and what differs always', () => {
    const all = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`v${i}`, [0.5, 0.4]]));
    const { rows, more } = draw(comparison(all, ['v0', 'v1', 'v2'], ['v9', 'v14']));
    expect(rows.map(({ id }) => id)).toEqual(['v0', 'v1', 'v2', 'v3', 'v9', 'v14']);
    expect(more).toBe(9);
  });

  test('keeps the places of what differs when fifteen values tie for connecting', () => {
    const all = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`v${i}`, [0.5, 0.5]]));
    const { rows } = draw(comparison(all, Object.keys(all), ['v13']));
    expect(rows).toHaveLength(6);
    expect(rows.at(-1)!.id).toBe('v13');
  });

  test('gives three to five groups a pier each, and fewer rows', () => {
    const { piers, rows } = draw(
      comparison(Object.fromEntries([...'abcdefg'].map((id) => [id, [0.2, 0.2, 0.2, 0.2]]))),
    );
    expect(piers).toHaveLength(4);
    expect(piers[1]! - piers[0]!).toBeCloseTo(piers[3]! - piers[2]!);
    expect(rows).toHaveLength(rowsFor(4));
    expect(rows[0]!.x).toBeCloseTo(0.5);
  });

  test('can be drawn of nothing', () => {
    expect(draw({ reason: 'no_groups', groups: [], values: [], differences: [], pairs: [] }).rows).toEqual([]);
    expect(arcOf(0, 100, 50, 10)).toBe('M0.0 100.0C2.0 32.5 20.0 10.0 50.0 10.0');
  });
});
