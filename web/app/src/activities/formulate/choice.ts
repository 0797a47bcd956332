import type { RoomChoice } from '../../wire/protocol';

/** What stands under a draft that the room chose between. */
export interface Chosen {
  n: number;
  /** Nobody's text was chosen more. */
  best: boolean;
}

/** How often the draft of a table was chosen; undefined while that is not told. */
export function chosenOf(room: RoomChoice | null | undefined, table: number): Chosen | undefined {
  const draft = room?.drafts.find((one) => one.table === table);
  return draft && { n: draft.n, best: room!.best.includes(table) };
}

/** How the room chose, as a whole. */
export type Verdict = 'nobody' | 'none' | 'tie' | 'one';

export function verdictOf(room: RoomChoice): Verdict {
  if (room.chosen === 0) return 'nobody';
  if (room.best.length === 0) return 'none';
  return room.best.length > 1 ? 'tie' : 'one';
}
