import { describe, expect, test } from 'vitest';
import { axisOf, type Box, withLabels } from './matrix';

const plot: Box = { x: 0, y: 0, width: 900, height: 550 };
const widthOf = (name: string) => name.length * 17;
const meet = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Numbers between 0 and 1 that look like chance and are the same every time. */
const chance = (i: number) => ((i * 7919 + 104729) % 997) / 997;

describe('labels in the matrix', () => {
  const crowds = {
    'spread out': Array.from({ length: 6 }, (_, i) => ({ x: 900 * chance(i), y: 550 * chance(i + 50) })),
    'on one another': Array.from({ length: 12 }, () => ({ x: 880, y: 10 })),
    'in a row': Array.from({ length: 14 }, (_, i) => ({ x: 60 * i + 20, y: 275 })),
  };
  for (const [how, points] of Object.entries(crowds)) {
    test(`of values that lie ${how} cover neither one another nor a value, and stay inside`, () => {
      const placed = withLabels(
        points.map((p, i) => ({ ...p, name: 'Verantwoordelijkheid'.slice(0, 6 + ((i * 5) % 14)) })),
        plot,
        13,
        36,
        widthOf,
      );
      for (const [i, { label }] of placed.entries()) {
        expect(label.x).toBeGreaterThanOrEqual(0);
        expect(label.x + label.width).toBeLessThanOrEqual(900);
        for (const other of placed.slice(i + 1)) expect(meet(label, other.label)).toBe(false);
        for (const { x, y } of points) expect(meet(label, { x: x - 13, y: y - 13, width: 26, height: 26 })).toBe(false);
      }
    });
  }
});

describe('an axis', () => {
  test('shows whole numbers around what was answered, at least four apart and within 1–10', () => {
    expect(axisOf([])).toEqual([1, 10]);
    expect(axisOf([7.4, 8.6])).toEqual([6, 10]);
    expect(axisOf([1, 1])).toEqual([1, 5]);
    expect(axisOf([10])).toEqual([6, 10]);
    expect(axisOf([2.2, 9])).toEqual([1, 10]);
  });
});
