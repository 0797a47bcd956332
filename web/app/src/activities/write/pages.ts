/** A stretch of a long wall of cards: where it begins and how high it is, in pixels. */
export interface Leaf {
  top: number;
  height: number;
}

/**
 * Cuts rows into pages of at most `room` pixels, never through a row. `rows` are the edges of everything that lies on
 * the wall, in any order; things beside each other overlap and stay together.
 */
export function leavesOf(rows: readonly { top: number; bottom: number }[], room: number): Leaf[] {
  const leaves: Leaf[] = [];
  let from: number | undefined;
  let until = 0;
  for (const row of [...rows].sort((a, b) => a.top - b.top)) {
    if (from === undefined) from = row.top;
    else if (row.bottom - from > room && row.top >= until) {
      leaves.push({ top: from, height: until - from });
      from = row.top;
    }
    until = Math.max(until, row.bottom);
  }
  if (from !== undefined) leaves.push({ top: from, height: until - from });
  return leaves;
}
