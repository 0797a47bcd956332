import { describe, expect, test } from 'vitest';
import { partnersByName, without } from './partners';

describe('partners of groups', () => {
  test('go by name when a session is started', () => {
    expect(partnersByName(['HR ', 'Zorg', 'Bestuur'], [2, -1, 0])).toEqual({ HR: 'Bestuur', Bestuur: 'HR' });
  });

  test('are left out where a group has no name, and where two groups would become one', () => {
    expect(partnersByName(['HR', '', 'Bestuur'], [1, 0, -1])).toEqual({});
    expect(partnersByName(['HR', 'Zorg'], [1, 0])).toEqual({});
    expect(partnersByName([], [])).toEqual({});
  });

  test('follow when a group is taken away', () => {
    expect(without([1, 2, 0], 1)).toEqual([-1, 0]);
    expect(without([], 1)).toEqual([]);
    const sparse: number[] = [];
    sparse[2] = 1;
    expect(without(sparse, 0)).toEqual([-1, 0]);
  });
});
