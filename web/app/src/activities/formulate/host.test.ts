import { describe, expect, test } from 'vitest';
import { StoryRoom } from '../../stories/desk/room.svelte';
import { candidates, tablesFrom } from './host';

describe('arranging the tables', () => {
  test('takes numbers with anything between them, and nothing that is no table', () => {
    expect(tablesFrom('1, 3;4', 4)).toEqual([1, 3, 4]);
    expect(tablesFrom(' ', 4)).toEqual([]);
    expect(tablesFrom('5', 4)).toBeNull();
    expect(tablesFrom('0', 4)).toBeNull();
    expect(tablesFrom('een', 4)).toBeNull();
  });

  test('offers the result from the top once it is revealed, and the board before', () => {
    const revealed = new StoryRoom({ stage: 'reveal', people: 24, lang: 'nl', role: 'host' });
    expect(candidates(revealed)[0]?.id).toBe(revealed.items.result?.options[0]?.id);
    const board = new StoryRoom({ stage: 'cluster', people: 24, lang: 'nl', role: 'host' });
    expect(candidates(board).length).toBeGreaterThan(2);
    expect(candidates(board).every(({ name }) => name)).toBe(true);
  });
});
