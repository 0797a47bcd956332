import { expect, test } from 'vitest';
import { proposalsOf, relatedOf } from './suggest';
import { suggestWords } from './suggest.words';

const cluster = (id: string, name: string, order: number) => ({ id, name, size: 1, order });
const clusters = new Map([
  ['a', cluster('a', 'Eerlijkheid', 1)],
  ['b', cluster('b', 'eerlijk', 2)],
]);

test('a suggestion is read by the names of its clusters, and waits until all of them are on the board', () => {
  const item = {
    list: [
      { clusters: ['a', 'b'], reason: 'stem' as const, word: 'eerlijk' },
      { clusters: ['a', 'gone'], reason: 'spelling' as const },
    ],
    related: [{ clusters: ['a', 'b'] }, { clusters: ['gone', 'b'] }],
  };
  expect(proposalsOf(item, clusters)).toEqual([
    { key: 'a b', clusters: ['a', 'b'], names: ['Eerlijkheid', 'eerlijk'], reason: 'stem', word: 'eerlijk' },
  ]);
  expect(relatedOf(item, clusters)).toEqual([{ key: 'a b', names: ['Eerlijkheid', 'eerlijk'] }]);
  expect(proposalsOf(undefined, clusters)).toEqual([]);
});

test('reasons and deeds are told in words, in both languages', () => {
  const done = {
    at: '',
    verb: 'merge',
    tab: 2,
    words: ['lef', 'moed'],
    cards: 5,
    into: 'Durf',
    accepted: ['stem' as const],
  };
  expect(suggestWords('nl').why('stem', 'eerlijk')).toBe('zelfde stam: eerlijk');
  expect(suggestWords('en').why('spelling', '')).toBe('spelled almost the same');
  expect(suggestWords('nl').did(done)).toBe('“lef”, “moed”, nog 3 bij “Durf”');
  expect([suggestWords('nl').by(done), suggestWords('nl').who(2, 2)]).toEqual([
    'voorstel (zelfde stam)',
    'begeleider, tabblad 2',
  ]);
  expect(suggestWords('nl').who(1, 1)).toBe('begeleider');
});
