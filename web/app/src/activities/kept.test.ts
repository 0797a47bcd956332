import { describe, expect, test } from 'vitest';
import { memoryStore } from '../wire/store';
import { Kept } from './kept.svelte';
import { ownGroup } from './lobby/group';
import { Phone } from './phone.svelte';

describe('what a phone keeps', () => {
  test('is there again in its next page life, and apart for each session', () => {
    const store = memoryStore();
    new Kept(store, 's1').draft.value = 'half getypt';
    expect(new Kept(store, 's1').draft.value).toBe('half getypt');
    expect(new Kept(store, 's2').draft.value).toBe('');
  });

  test('has one order of the ballot for good', () => {
    const store = memoryStore();
    expect(new Kept(store, 's1').seed.value).toBe(new Kept(store, 's1').seed.value);
  });

  test('holds the own ballot of each round, of which the server tells the last', () => {
    const store = memoryStore();
    const me = (round: number, dots: Record<string, number>) => ({
      group: '',
      chosen: true,
      cards: [],
      ballot: { round, dots },
    });
    const kept = new Kept(store, 's1');
    for (const own of [me(1, { a: 2 }), me(2, { a: 5 }), me(2, { a: 4 })]) kept.own(own);
    kept.own({ ...me(3, {}), ballot: null });
    expect(new Kept(store, 's1').ballots.value).toEqual({
      1: { round: 1, dots: { a: 2 } },
      2: { round: 2, dots: { a: 4 } },
    });
  });

  test('survives storage that holds something else', () => {
    const store = memoryStore();
    store.set('vb/s1/kept/returned', '{not json');
    expect(new Kept(store, 's1').returned.value).toEqual([]);
  });
});

describe('a refusal', () => {
  const problem = { code: 'closed', reason: 'not_open' } as const;
  const phone = () => new Phone('s1', {} as never, new Kept(memoryStore(), 's1'), {} as never);

  test('gives a text back to its writer, once', () => {
    const it = phone();
    const add = { n: 1, type: 'add_card', data: { id: 'k1', text: 'Lef' } } as const;
    it.refused(add, problem);
    it.refused(add, problem);
    expect(it.kept.returned.value).toEqual([{ id: 'k1', text: 'Lef', problem }]);
    expect(it.unsaid).toEqual([]);
  });

  test('of anything else has to be said', () => {
    const it = phone();
    it.refused({ n: 1, type: 'cast_ballot', data: { round: 1, dots: {} } }, problem);
    expect(it.unsaid).toEqual([problem]);
  });
});

describe('the own group', () => {
  test('is the last answer, also while it is on its way; skipping is an answer', () => {
    const me = { group: 'g1', chosen: true, cards: [], ballot: null };
    const choose = (group: string) => ({ n: 1, type: 'choose_group', data: { group } }) as const;
    expect(ownGroup(null, [])).toEqual({ chosen: false, group: '' });
    expect(ownGroup(me, [])).toEqual({ chosen: true, group: 'g1' });
    expect(ownGroup(me, [choose('g2'), choose('')])).toEqual({ chosen: true, group: '' });
  });
});
