import type { Group, PeopleItem } from '../../wire/protocol';

export interface GroupRow {
  id: string;
  kind: 'group' | 'skipped' | 'open';
  name: string;
  people: number;
}

/** How many people look from where: the groups in their order, then who skipped, then who has not answered. */
export function groupRows(groups: readonly Group[], people?: PeopleItem): GroupRow[] {
  const counts = people?.groups ?? {};
  const rows: GroupRow[] = groups.map(({ id, name }) => ({ id, kind: 'group', name, people: counts[id] ?? 0 }));
  const answered = Object.values(counts).reduce((sum, n) => sum + n, 0);
  rows.push({ id: 'skipped', kind: 'skipped', name: '', people: counts[''] ?? 0 });
  rows.push({ id: 'open', kind: 'open', name: '', people: Math.max(0, (people?.joined ?? 0) - answered) });
  return rows;
}
