import { describe, expect, test } from 'vitest';
import { dotsOf, joined, moved, placed, placesOf, unplaced } from './places';

describe('a ranking', () => {
  test('comes back from the ballot that it became, gaps closed and equal places together', () => {
    expect(placesOf({ d: 2, a: 2, b: 1, c: 5 }, ['a', 'b', 'c', 'd', 'e'])).toEqual([['b'], ['a', 'd'], ['c']]);
    expect(dotsOf([['b'], ['a', 'd'], ['c']])).toEqual({ b: 1, a: 2, d: 2, c: 3 });
    expect(placesOf(dotsOf([['x'], ['y', 'z']]), ['x', 'y', 'z'])).toEqual([['x'], ['y', 'z']]);
    expect(placesOf({}, ['a'])).toEqual([]);
  });

  test('takes what is tapped as the next place, and what is tapped again anew as the last', () => {
    expect(placed(placed([], 'a'), 'b')).toEqual([['a'], ['b']]);
    expect(placed([['a'], ['b']], 'a')).toEqual([['b'], ['a']]);
  });

  test('closes up when something is left out', () => {
    expect(unplaced([['a'], ['b'], ['c']], 'b')).toEqual([['a'], ['c']]);
    expect(unplaced([['a', 'b']], 'b')).toEqual([['a']]);
  });

  test('moves up and down by one place, and not beyond the ends', () => {
    expect(moved([['a'], ['b'], ['c']], 'c', -1)).toEqual([['a'], ['c'], ['b']]);
    expect(moved([['a'], ['b'], ['c']], 'a', 1)).toEqual([['b'], ['a'], ['c']]);
    expect(moved([['a'], ['b']], 'a', -1)).toEqual([['a'], ['b']]);
    expect(moved([['a'], ['b']], 'b', 1)).toEqual([['a'], ['b']]);
  });

  test('moving out of a shared place goes before or behind those that stay', () => {
    expect(moved([['a', 'b'], ['c']], 'b', -1)).toEqual([['b'], ['a'], ['c']]);
    expect(moved([['a', 'b'], ['c']], 'a', 1)).toEqual([['b'], ['a'], ['c']]);
  });

  test('shares a place with the one before, and takes one of its own again', () => {
    expect(joined([['a'], ['b'], ['c']], 'b')).toEqual([['a', 'b'], ['c']]);
    expect(joined([['a', 'b'], ['c']], 'b')).toEqual([['a'], ['b'], ['c']]);
    expect(joined([['a'], ['b', 'c']], 'b')).toEqual([['a', 'b'], ['c']]);
    expect(joined([['a'], ['b']], 'a')).toEqual([['a'], ['b']]);
  });
});
