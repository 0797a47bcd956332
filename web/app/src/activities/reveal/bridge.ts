import type { ComparedValue, Comparison, Result } from '../../wire/protocol';

/** A value on the bridge. Places are parts of the picture: 0 is left or top, 1 right or bottom. */
export interface Carried {
  id: string;
  name: string;
  /** All groups carry it: it stands in the light. */
  connects: boolean;
  value: ComparedValue;
  x: number;
  y: number;
}

/** The bridge as the wall draws it: the groups are its piers, the values hang between them. */
export interface Bridge {
  /** Where each group stands, from left to right. */
  piers: number[];
  /** The most connecting at the top. */
  rows: Carried[];
  /** Values that found no place. */
  more: number;
}

/** Piers stand at the edges, in equal steps; a value never comes nearer to an edge than its name needs. */
const edge = 0.06;
const reach = 0.62;
/** Below the lowest value the piers begin. */
const deck = 0.95;

/** How many values are readable from the back row; with three groups and more each has a line of numbers too. */
export const rowsFor = (groups: number): number => (groups > 2 ? 4 : 6);

/**
 * Who is shown: what connects first, but what differs keeps its places, and then the next ones in line.
 */
function chosen(comparison: Comparison, rows: number): ComparedValue[] {
  const differing = comparison.differences.map(({ id }) => id);
  const kept = new Set(
    comparison.values
      .filter(({ id, connects }) => connects && !differing.includes(id))
      .slice(0, rows - differing.length)
      .map(({ id }) => id)
      .concat(differing),
  );
  for (const { id } of comparison.values) if (kept.size < rows) kept.add(id);
  return comparison.values.filter(({ id }) => kept.has(id));
}

export function bridgeOf(comparison: Comparison, result: Result): Bridge {
  const count = comparison.groups.length;
  const piers = comparison.groups.map((_, i) => (count < 2 ? 0.5 : edge + ((1 - 2 * edge) * i) / (count - 1)));
  const names = new Map(result.options.map(({ id, name }) => [id, name]));
  const values = chosen(comparison, rowsFor(count));
  const rows = values.map((value, i) => {
    const weight = value.shares.reduce((sum, share) => sum + share.weight, 0);
    const pull = value.shares.reduce((sum, share, g) => sum + share.weight * (piers[g] ?? 0.5), 0);
    // Towards the groups that carry it most; what all carry alike hangs in the middle.
    const x = weight > 0 ? 0.5 + (pull / weight - 0.5) * reach : 0.5;
    return {
      id: value.id,
      name: names.get(value.id) ?? '',
      connects: value.connects,
      value,
      x,
      y: (deck * (i + 0.5)) / values.length,
    };
  });
  return { piers, rows, more: comparison.values.length - rows.length };
}

/** An arc from a pier up to a value, in pixels: it leaves the pier steeply and arrives level. */
export function arcOf(fromX: number, fromY: number, toX: number, toY: number): string {
  const n = (value: number) => value.toFixed(1);
  const lift = fromY - (fromY - toY) * 0.75;
  return `M${n(fromX)} ${n(fromY)}C${n(fromX + (toX - fromX) * 0.04)} ${n(lift)} ${n(fromX + (toX - fromX) * 0.4)} ${n(toY)} ${n(toX)} ${n(toY)}`;
}
