import { expect, test } from 'vitest';
import { groupRows } from './host';

test('everybody is counted once: in a group, as skipped, or as not answered yet', () => {
  const groups = [
    { id: 'g1', name: 'Ondernemer' },
    { id: 'g2', name: 'Anders' },
  ];
  const rows = groupRows(groups, { joined: 10, groups: { g1: 4, '': 1 } });
  expect(rows.map((row) => [row.id, row.people])).toEqual([
    ['g1', 4],
    ['g2', 0],
    ['skipped', 1],
    ['open', 5],
  ]);
  expect(rows.reduce((sum, row) => sum + row.people, 0)).toBe(10);
});
