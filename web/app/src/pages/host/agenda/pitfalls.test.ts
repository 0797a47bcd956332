import { expect, test } from 'vitest';
import { host } from '../../../i18n/host';
import type { BallotItem, ChoiceItem, Kind, Mode, NowItem } from '../../../wire/protocol';
import { pitfalls, troubles, type Going } from './pitfalls';

test('what can go wrong with other ballots, paper, shared phones, the open and a choice is told while it goes on', () => {
  const ballot = (more: Partial<BallotItem>) =>
    ({ round: 2, open: true, method: 'dots', options: [], dots: 3, perOption: 1, top: 3, ...more }) as BallotItem;
  const now = (kind: Kind, mode?: Mode) => ({ kind, mode }) as NowItem;
  const in_ = (items: Going['items'], onPaper = false) => troubles({ items, onPaper });

  expect(in_({})).toEqual(['lobby']);
  expect(in_({ now: now('vote'), ballot: ballot({}) })).toEqual(['vote']);
  expect(in_({ now: now('vote'), ballot: ballot({ method: 'score' }) })).toEqual(['score']);
  expect(in_({ now: now('vote'), ballot: ballot({ method: 'score', open: false }) })).toEqual(['vote']);
  expect(in_({ now: now('vote'), ballot: ballot({ method: 'ranked' }) })).toEqual(['ranked']);
  expect(in_({ now: now('vote'), ballot: ballot({ method: 'ranked', among: 'tied' }) })).toEqual(['tied']);
  expect(in_({ now: now('vote'), ballot: ballot({}), people: { joined: 9, phones: 7 } }, true)).toEqual([
    'paper',
    'tables',
  ]);
  expect(in_({ now: now('write', 'open') })).toEqual(['open']);
  expect(in_({ now: now('write', 'inspired') })).toEqual(['write']);
  expect(in_({ now: now('formulate'), choice: { open: true } as ChoiceItem })).toEqual(['choosing']);
  for (const lang of ['nl', 'en'] as const)
    for (const name of ['paper', 'tied', 'score', 'ranked', 'tables', 'open', 'choosing'])
      expect(pitfalls[lang][name]).toBeTruthy();
});

test('what can go wrong is told of every kind of activity, in both languages', () => {
  for (const lang of ['nl', 'en'] as const) {
    expect(Object.keys(pitfalls[lang])).toEqual(expect.arrayContaining(['lobby', ...Object.keys(host.nl.kinds)]));
  }
});
