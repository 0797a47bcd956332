import { describe, expect, test } from 'vitest';
import { archStones } from './arch';

describe('the bridge of stones', () => {
  test('has exactly as many places as asked, for a table and for a hall', () => {
    for (const places of [1, 2, 7, 12, 41, 60, 120, 300]) expect(archStones(places)).toHaveLength(places);
  });

  test('is laid from the feet upwards and closed by the stone nearest the crown', () => {
    const from = archStones(41).map((stone) => stone.from);
    expect(from).toEqual([...from].sort((a, b) => b - a));
    expect(from.at(-1)).toBeCloseTo(0);
  });

  test('gives no two stones the same place', () => {
    const paths = archStones(60).map((stone) => stone.path);
    expect(new Set(paths).size).toBe(60);
  });
});
