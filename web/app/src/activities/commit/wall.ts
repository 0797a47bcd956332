import type { IntentionItem, StepItem } from '../../wire/protocol';
import { inOrder } from './steps';

/** How many stand beside each other on the wall, and how many pages of one kind a room looks through. */
export const perPage = 4;
export const mostPages = 6;

/** One page of the wall. */
export interface Page {
  kind: 'steps' | 'shared';
  steps: StepItem[];
  shared: IntentionItem[];
  /** Steps that are on no page: the report has them. */
  left: number;
}

/** In the order of their ids, which come from the words, nobody's place tells who shared or when. */
export const shuffled = (all: Iterable<IntentionItem>): IntentionItem[] =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The pages of the wall: the steps, those agreed on first, then what was shared. */
export function pagesOf(steps: Iterable<StepItem>, shared: Iterable<IntentionItem>): Page[] {
  const [ours, left] = cut(inOrder(steps));
  const [own, ownLeft] = cut(shuffled(shared));
  return [
    ...ours.map((page): Page => ({ kind: 'steps', steps: page, shared: [], left })),
    ...own.map((page): Page => ({ kind: 'shared', steps: [], shared: page, left: ownLeft })),
  ];
}

function cut<T>(all: T[]): [pages: T[][], left: number] {
  const held = all.slice(0, perPage * mostPages);
  const pages = Array.from({ length: Math.ceil(held.length / perPage) }, (_, i) =>
    held.slice(i * perPage, (i + 1) * perPage),
  );
  return [pages, all.length - held.length];
}
