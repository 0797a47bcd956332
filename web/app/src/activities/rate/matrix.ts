import type { Rating } from '../../wire/protocol';

/** A rectangle from its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Spot {
  x: number;
  y: number;
  name: string;
}

export interface Placed extends Spot {
  label: Box;
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The ends of an axis that shows these numbers of 1–10: whole numbers, at least four apart. */
export function axisOf(numbers: readonly number[]): [number, number] {
  if (numbers.length === 0) return [1, 10];
  let low = Math.max(1, Math.floor(Math.min(...numbers) - 0.4));
  let high = Math.min(10, Math.ceil(Math.max(...numbers) + 0.4));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  while (high - low < 4) {
    if (low > 1 && (high === 10 || least - low <= high - most)) low--;
    else high++;
  }
  return [low, high];
}

/** The values that somebody rated, in a box: presence to the right, importance upwards. */
export function spotsOf(rating: Rating, plot: Box): { spots: Spot[]; across: [number, number]; up: [number, number] } {
  const rated = rating.values.filter(({ n }) => n > 0);
  const across = axisOf(rated.map(({ presence }) => presence));
  const up = axisOf(rated.map(({ importance }) => importance));
  const spots = rated.map(({ name, presence, importance }) => ({
    name,
    x: plot.x + scaled(presence, across) * plot.width,
    y: plot.y + (1 - scaled(importance, up)) * plot.height,
  }));
  return { spots, across, up };
}

export const scaled = (n: number, [low, high]: [number, number]): number => (n - low) / (high - low);

/**
 * Gives every spot a label beside it, in the nearest place in the plot where it covers no spot and no other label: first at
 * its own height, then further and further up and down.
 */
export function withLabels(
  spots: readonly Spot[],
  plot: Box,
  radius: number,
  height: number,
  widthOf: (name: string) => number,
): Placed[] {
  const taken: Box[] = spots.map(({ x, y }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const free = (box: Box) =>
    box.x >= plot.x &&
    box.x + box.width <= plot.x + plot.width &&
    box.y >= plot.y &&
    box.y + box.height <= plot.y + plot.height &&
    !taken.some((other) => meet(box, other));
  const steps = Array.from({ length: Math.ceil((2 * plot.height) / height) * 2 }, (_, i) => (i * height) / 2);
  return spots.map((spot) => {
    const width = widthOf(spot.name);
    const sides = [spot.x + radius * 1.5, spot.x - radius * 1.5 - width, spot.x - width / 2];
    const tries = steps.flatMap((step) =>
      (step === 0 ? [0] : [-step, step]).flatMap((dy) =>
        sides.map((x) => ({ x, y: spot.y - height / 2 + dy, width, height })),
      ),
    );
    const label = tries.find(free) ?? tries[0]!;
    taken.push(label);
    return { ...spot, label };
  });
}
