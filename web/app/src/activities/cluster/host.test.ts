import { describe, expect, test } from 'vitest';
import { boardOf } from './board';
import { centreOf, merge, moveApart, moveInto, thingsOf } from './host';

const card = (id: string, text: string, cluster: string, order: number) => ({ id, text, cluster, order });
const things = thingsOf(
  boardOf(
    new Map([
      ['a', card('a', 'vertrouwen', 'A', 1)],
      ['b', card('b', 'elkaar vertrouwen', 'A', 2)],
      ['c', card('c', 'trust', 'C', 3)],
      ['d', card('d', 'lef', 'D', 4)],
      ['e', card('e', 'moed', 'D', 5)],
      ['f', card('f', 'durf', 'D', 6)],
    ]),
    new Map([
      ['A', { id: 'A', name: 'Vertrouwen', named: true, size: 2, order: 1 }],
      ['C', { id: 'C', name: 'trust', size: 1, order: 2 }],
      ['D', { id: 'D', name: 'lef', size: 3, order: 3 }],
    ]),
  ),
);
const pick = (...keys: string[]) => keys.map((key) => things.get(key)!);

describe('merging', () => {
  test('whole clusters go into the one with a name, however small', () => {
    expect(merge(pick('c:C', 'c:D', 'c:A'), 'new')).toEqual({
      type: 'merge_clusters',
      data: { into: 'A', from: ['C', 'D'] },
    });
  });

  test('without names the largest one stays', () => {
    expect(centreOf(pick('c:C', 'c:D'))).toBe('D');
  });

  test('wordings and a cluster take one command, so one undo', () => {
    expect(merge(pick('w:e', 'w:f', 'c:A'), 'new')).toEqual({
      type: 'move_cards',
      data: { cards: ['e', 'f'], to: 'A', from: ['D'] },
    });
  });

  test('wordings alone make a cluster of their own', () => {
    expect(merge(pick('w:a', 'w:e'), 'new')).toEqual({
      type: 'move_cards',
      data: { cards: ['a', 'e'], to: 'new', from: ['A', 'D'] },
    });
  });

  test('takes two things; a cluster and its own words are one', () => {
    expect(merge(pick('c:A'), 'new')).toBeNull();
    expect(merge(pick('c:A', 'w:a', 'w:b'), 'new')).toBeNull();
  });
});

describe('moving', () => {
  test('into the cluster where it lies already is nothing', () => {
    expect(moveInto(pick('w:a'), 'A')).toBeNull();
  });

  test('no card is moved twice when its cluster is selected too', () => {
    expect(moveApart(pick('c:A', 'w:a'), 'new')).toEqual({
      type: 'move_cards',
      data: { cards: ['a', 'b'], to: 'new', from: ['A'] },
    });
  });
});
