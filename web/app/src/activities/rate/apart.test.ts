import { describe, expect, test } from 'vitest';
import { formats } from '../../i18n/formats';
import type { AnsweredApart, RatedApart, RatedValue } from '../../wire/protocol';
import { apartOf, groupLines, linesOf } from './apart';

const nl = formats('nl');
const told = (...groups: [string, number, number | null][]): AnsweredApart => ({
  reason: '',
  groups: groups.map(([name, n, mean]) => ({ names: name.split('+'), n, mean })),
});
const untold = (reason: AnsweredApart['reason']): AnsweredApart => ({ reason, groups: [] });
const rating = (...apart: (RatedApart | undefined)[]) => ({
  importance: 8,
  presence: 5,
  values: apart.map((one, i): RatedValue => ({
    id: `${i}`,
    name: 'Lef',
    n: 12,
    dontKnow: 0,
    importance: 8,
    presence: 5,
    gap: 3,
    quadrant: '',
    ...(one && { apart: one }),
  })),
});

describe('groups under a value', () => {
  test('stand on a line each, with both means and how many answered', () => {
    const apart = { importance: told(['HR', 6, 8.2], ['A+B', 7, 6]), presence: told(['HR', 5, 3.4], ['A+B', 7, 5]) };
    expect(groupLines(apart, nl)).toEqual([
      { name: 'HR', importance: '8,2', presence: '3,4', n: '6 · 5' },
      { name: 'A + B', importance: '6,0', presence: '5,0', n: '7' },
    ]);
  });
  test('leave open what is not told: one of the questions, or a mean', () => {
    const apart = { importance: told(['HR', 6, null], ['IT', 7, 6]), presence: untold('small_groups') };
    expect(groupLines(apart, nl)).toEqual([
      { name: 'HR', importance: '–', presence: '–', n: '6' },
      { name: 'IT', importance: '6,0', presence: '–', n: '7' },
    ]);
  });
  test('are not there without groups, or when nothing of them is told', () => {
    expect(groupLines(undefined, nl)).toEqual([]);
    expect(groupLines({ importance: untold('few_ballots'), presence: untold('again') }, nl)).toEqual([]);
  });
});

test('of all values together is said whether groups are told, why not, or nothing without groups', () => {
  const none = { importance: untold('small_rest'), presence: untold('small_groups') };
  expect(apartOf(rating(undefined))).toBe('');
  expect(apartOf(rating(none, none))).toBe('few');
  expect(apartOf(rating(none, { importance: told(['HR', 6, 8], ['IT', 7, 6]), presence: untold('few_ballots') }))).toBe(
    'told',
  );
  expect(apartOf(rating({ importance: untold('again'), presence: untold('again') }))).toBe('again');
});

test('the list takes more lines with groups, and more when their names are long', () => {
  const short = { importance: told(['HR', 6, 8], ['IT', 7, 6]), presence: told(['HR', 6, 8], ['IT', 7, 6]) };
  const long = { ...short, presence: told(['Wie hier al langer werkt', 6, 8], ['Wie hier nieuw is gekomen', 7, 6]) };
  expect([linesOf(rating(undefined, undefined)), linesOf(rating(short, short)), linesOf(rating(long, short))]).toEqual([
    2, 3.5, 4.25,
  ]);
});
