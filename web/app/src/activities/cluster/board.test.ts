import { describe, expect, test } from 'vitest';
import type { CardItem, ClusterItem } from '../../wire/protocol';
import { boardOf } from './board';

const cards = (...list: [id: string, text: string, cluster: string, hidden?: boolean][]) =>
  new Map<string, CardItem>(
    list.map(([id, text, cluster, hidden], order) => [id, { id, text, cluster, order, ...(hidden && { hidden }) }]),
  );
const clusters = (...list: (Partial<ClusterItem> & { id: string })[]) =>
  new Map<string, ClusterItem>(list.map((c, order) => [c.id, { name: c.id, size: 1, order, ...c }]));

describe('the board', () => {
  test('a cluster of two has taken shape, one card alone is loose', () => {
    const board = boardOf(
      cards(['a', 'lef', 'A'], ['b', 'moed', 'A'], ['c', 'dialoog', 'C']),
      clusters({ id: 'A', size: 2 }, { id: 'C' }),
    );
    expect(board.panels.map((p) => p.id)).toEqual(['A']);
    expect(board.loose.map((p) => p.id)).toEqual(['C']);
    expect(board.options).toBe(2);
  });

  test('a name makes a cluster of one card', () => {
    const board = boardOf(cards(['a', 'lef', 'A']), clusters({ id: 'A', name: 'Moed', named: true }));
    expect(board.panels).toHaveLength(1);
  });

  test('what is parked stands apart and is not on the ballot', () => {
    const board = boardOf(cards(['a', 'KPI’s', 'A']), clusters({ id: 'A', size: 2, parked: true }));
    expect([board.parked.length, board.panels.length, board.options]).toEqual([1, 0, 0]);
  });

  test('a hidden card lies in no cluster, and can be found to be shown again', () => {
    const board = boardOf(cards(['a', 'lef', 'A'], ['b', 'Jan', 'A', true]), clusters({ id: 'A', name: 'lef' }));
    expect(board.loose[0]!.words.map((w) => w.text)).toEqual(['lef']);
    expect(board.hidden.map((c) => c.id)).toEqual(['b']);
  });

  test('clusters stand in the order in which they were made, whatever order the frames came in', () => {
    const board = boardOf(cards(), clusters({ id: 'Z', size: 3, order: 2 }, { id: 'A', size: 2, order: 1 }));
    expect(board.panels.map((p) => p.id)).toEqual(['A', 'Z']);
  });
});
