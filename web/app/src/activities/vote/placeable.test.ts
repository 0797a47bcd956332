import { expect, test } from 'vitest';
import { placeable } from './placeable';

const ballot = (values: number, perOption: number) => ({ dots: 3, perOption, options: Array(values).fill({}) });

test('no page promises a dot that has no place', () => {
  expect(placeable(ballot(0, 1))).toBe(0);
  expect(placeable(ballot(2, 1))).toBe(2);
  expect(placeable(ballot(2, 2))).toBe(3);
  expect(placeable(ballot(7, 1))).toBe(3);
});
