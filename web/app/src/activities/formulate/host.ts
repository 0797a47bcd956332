import type { DraftItem, TableValue } from '../../wire/protocol';
import type { SessionRoom } from '../room';

/** A value that could be put into words. */
export interface Candidate {
  id: string;
  name: string;
}

/** Most values at once; as in session/table.go. */
export const maxValues = 8;

/** What the facilitator can choose from: what is on the tables, then the result from the top, or else the board. */
export function candidates(room: SessionRoom): Candidate[] {
  const known = new Map<string, string>();
  const add = (id: string, name: string) => !known.has(id) && known.set(id, name);
  for (const { id, name } of room.items.tables?.values ?? []) add(id, name);
  const { result, vote } = room.items;
  if (result && vote?.revealed) for (const { id, name } of result.options.slice(0, 20)) add(id, name);
  else {
    const piles = [...room.clusters.values()].filter(({ parked, size }) => !parked && size > 0);
    piles.sort((a, b) => b.size - a.size);
    for (const { id, name } of piles.slice(0, 20)) add(id, name);
  }
  return [...known].map(([id, name]) => ({ id, name }));
}

/** "1, 3" → [1, 3]; null when it is not a list of tables. */
export function tablesFrom(text: string, of: number): number[] | null {
  const list = text.split(/[\s,;]+/).filter(Boolean);
  const numbers = list.map(Number);
  return numbers.every((n) => Number.isInteger(n) && n >= 1 && n <= of) ? numbers : null;
}

/** The drafts of a value, by table. */
export function draftsOf(room: SessionRoom, value: string): DraftItem[] {
  return [...room.drafts.values()].filter((draft) => draft.value === value).sort((a, b) => a.table - b.table);
}

/** How many values have no final text. */
export const unsettled = (room: SessionRoom, values: readonly TableValue[]): number =>
  values.filter(({ id }) => !room.finals.has(id)).length;
