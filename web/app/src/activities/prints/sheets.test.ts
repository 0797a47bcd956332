import { expect, test } from 'vitest';
import type { Items, Formulation, OptionResult } from '../../wire/protocol';
import { sheetsOf } from './sheets';

const option = (id: string, rank: number, inTop: boolean) =>
  ({ id, name: id.toUpperCase(), rank, inTop }) as OptionResult;
const final = (value: string, sentence: string) => ({ value, name: value.toUpperCase(), sentence }) as Formulation;
const items = (some: object) => some as Items;
const result = { options: [option('a', 1, true), option('b', 2, true), option('c', 3, false)] };

test('before anything is known there is the invitation alone', () => {
  expect(sheetsOf({ items: items({ session: { status: 'running' } }), finals: new Map() })).toEqual({
    invitation: true,
    ballots: false,
    values: [],
  });
});

test('the ballot can be printed while it is made clear and once it is frozen, until the session ends', () => {
  const running = { status: 'running' };
  const clarify = { options: [{ id: 'a' }] };
  expect(sheetsOf({ items: items({ session: running, clarify }), finals: new Map() }).ballots).toBe(true);
  expect(sheetsOf({ items: items({ session: running, ballot: {} }), finals: new Map() }).ballots).toBe(true);
  expect(sheetsOf({ items: items({ session: { status: 'ended' }, ballot: {} }), finals: new Map() }).ballots).toBe(
    false,
  );
});

test('values of a vote that is closed and not yet revealed stay out of posters, also for the host who sees them', () => {
  const seen = { session: { status: 'running' }, vote: { revealed: false }, result };
  expect(sheetsOf({ items: items(seen), finals: new Map() }).values).toEqual([]);
  expect(sheetsOf({ items: items({ ...seen, vote: { revealed: true } }), finals: new Map() }).values).toEqual([
    'A',
    'B',
  ]);
});

test('values in words come by their rank, those without a sentence not at all', () => {
  const finals = new Map([
    ['x', final('x', 'Niet op het stembiljet.')],
    ['b', final('b', 'Wij doen b.')],
    ['a', final('a', ' ')],
    ['c', final('c', 'Wij doen c.')],
  ]);
  expect(sheetsOf({ items: items({ session: { status: 'ended' }, result }), finals }).values).toEqual(['B', 'C', 'X']);
});
