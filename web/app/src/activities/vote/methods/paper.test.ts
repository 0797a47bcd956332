import { expect, test } from 'vitest';
import type { BallotItem } from '../../../wire/protocol';
import { mostAt, typed } from './paper';
import { fits } from './rounds';

const ballot = (method: BallotItem['method']): BallotItem => ({
  round: 1,
  open: true,
  method,
  options: [
    { id: 'a', name: 'a', words: [] },
    { id: 'b', name: 'b', words: [] },
  ],
  dots: 3,
  perOption: 2,
  top: 1,
});

test('a ballot on paper is what stands in its fields, without those that are empty', () => {
  expect(typed({ a: '2', b: '', c: null, d: 0, e: 'x' })).toEqual({ a: 2 });
});

test('what does not fit is left to the server, which says why', () => {
  expect(typed({ a: '-1', b: '9' })).toEqual({ a: -1, b: 9 });
});

test('each sort of ballot has its most', () => {
  expect([mostAt(ballot('dots')), mostAt(ballot('score')), mostAt(ballot('ranked'))]).toEqual([2, 5, 2]);
});

test('eight values can be scored and seven ranked, and none is no ballot', () => {
  expect([
    fits('score', 8),
    fits('score', 9),
    fits('ranked', 7),
    fits('ranked', 8),
    fits('dots', 40),
    fits('dots', 0),
  ]).toEqual([true, false, true, false, true, false]);
});
