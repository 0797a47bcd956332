import { expect, test } from 'vitest';
import { shuffled } from './order';

const list = ['a', 'b', 'c', 'd', 'e', 'f'];

test('the same seed gives the same order, and nothing is lost', () => {
  expect(shuffled(list, 'x/1')).toEqual(shuffled(list, 'x/1'));
  expect(shuffled(list, 'x/1').sort()).toEqual(list);
});

test('over many phones every value stands on top about equally often', () => {
  const top = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const first = shuffled(list, `phone-${i}/1`)[0]!;
    top.set(first, (top.get(first) ?? 0) + 1);
  }
  for (const value of list) expect(top.get(value)).toSatisfy((n: number) => n > 850 && n < 1150);
});
