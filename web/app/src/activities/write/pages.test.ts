import { describe, expect, test } from 'vitest';
import { leavesOf } from './pages';

const rows = (...tops: number[]) => tops.map((top) => ({ top, bottom: top + 50 }));

describe('a wall of cards in pages', () => {
  test('is one page when everything fits', () => {
    expect(leavesOf(rows(0, 0, 60, 60), 200)).toEqual([{ top: 0, height: 110 }]);
  });

  test('turns at a row, never through one', () => {
    expect(leavesOf(rows(0, 0, 60, 60, 120, 120), 120)).toEqual([
      { top: 0, height: 110 },
      { top: 120, height: 50 },
    ]);
  });

  test('shows a row that is higher than the wall by itself', () => {
    expect(leavesOf([{ top: 0, bottom: 300 }, ...rows(310)], 120)).toHaveLength(2);
  });

  test('has no page without cards', () => {
    expect(leavesOf([], 120)).toEqual([]);
  });
});
