import type { Dots } from '../ballot';

/** A ranking in somebody's hand: the first place first, values in one place together. */
export type Places = readonly (readonly string[])[];

/** A ballot as it travels, as a ranking: equal numbers are one place, in which values stand in this order. */
export function placesOf(dots: Dots, order: readonly string[]): Places {
  const numbers = [...new Set(Object.values(dots))].filter((n) => n > 0).sort((a, b) => a - b);
  return numbers.map((n) => order.filter((id) => dots[id] === n));
}

/** A ranking as it travels: 1 for the first place, and on without gaps. */
export const dotsOf = (places: Places): Dots =>
  Object.fromEntries(places.flatMap((ids, i) => ids.map((id) => [id, i + 1])));

/** The place somebody gave a value, from 0; -1: none. */
export const placeOf = (places: Places, id: string): number => places.findIndex((ids) => ids.includes(id));

const without = (places: Places, id: string): Places =>
  places.map((ids) => ids.filter((other) => other !== id)).filter((ids) => ids.length > 0);

/** Puts a value in a place of its own behind all others. */
export const placed = (places: Places, id: string): Places => [...without(places, id), [id]];

/** Leaves a value out. */
export const unplaced = without;

/** Moves a value one place up (-1) or down (1). Out of a place that it shares it comes to stand just before or behind the others. */
export function moved(places: Places, id: string, by: -1 | 1): Places {
  const at = placeOf(places, id);
  if (at < 0) return places;
  const rest = without(places, id);
  const shared = places[at]!.length > 1;
  const to = by < 0 ? (shared ? at : at - 1) : at + 1;
  return to < 0 || to > rest.length ? places : rest.toSpliced(to, 0, [id]);
}

/** Puts a value in one place with the one before it, or in a place of its own again. */
export function joined(places: Places, id: string): Places {
  const at = placeOf(places, id);
  if (at < 0) return places;
  const rest = without(places, id);
  if (places[at]!.indexOf(id) > 0) return rest.toSpliced(at + 1, 0, [id]);
  return at === 0 ? places : rest.map((ids, i) => (i === at - 1 ? [...ids, id] : ids));
}
