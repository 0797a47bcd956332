import type { Commands } from '../../wire/protocol';
import type { Board, Pile } from './board';

/** Something on the board that can be selected: a whole cluster (a loose card is one too), or one wording inside one. */
export interface Thing {
  key: string;
  kind: 'cluster' | 'word';
  cluster: string;
  name: string;
  cards: string[];
  words: number;
  named: boolean;
  parked: boolean;
}

export const clusterKey = (cluster: string): string => `c:${cluster}`;
export const wordKey = (word: string): string => `w:${word}`;

/** Everything on the board by key. A loose card has no wordings to take out of it. */
export function thingsOf(board: Board): Map<string, Thing> {
  const things = new Map<string, Thing>();
  const add = (pile: Pile) => {
    const { id, name, words } = pile;
    const flags = { named: Boolean(pile.named), parked: Boolean(pile.parked) };
    const key = clusterKey(id);
    const cards = words.flatMap((word) => word.cards);
    things.set(key, { key, kind: 'cluster', cluster: id, name, cards, words: words.length, ...flags });
    for (const word of words) {
      const key = wordKey(word.key);
      things.set(key, { key, kind: 'word', cluster: id, name: word.text, cards: word.cards, words: 1, ...flags });
    }
  };
  for (const pile of [...board.panels, ...board.loose, ...board.parked]) add(pile);
  return things;
}

/** A command, ready to be asked for; always one, so that it takes one press to undo. */
export type Ask =
  { type: 'merge_clusters'; data: Commands['merge_clusters'] } | { type: 'move_cards'; data: Commands['move_cards'] };

/** A wording whose whole cluster is selected as well comes along with it. */
function once(things: readonly Thing[]): Thing[] {
  const whole = new Set(things.filter((thing) => thing.kind === 'cluster').map((thing) => thing.cluster));
  return things.filter((thing) => thing.kind === 'cluster' || !whole.has(thing.cluster));
}

/** Where things lie as we see it: who was second to move a card is told, and moves nothing. */
const whence = (things: readonly Thing[]): string[] => [...new Set(things.map((thing) => thing.cluster))];

/** Puts things into a cluster that exists. */
export function moveInto(selected: readonly Thing[], to: string): Ask | null {
  const things = once(selected).filter((thing) => thing.cluster !== to);
  if (things.length === 0) return null;
  if (things.every((thing) => thing.kind === 'cluster')) {
    return { type: 'merge_clusters', data: { into: to, from: things.map((thing) => thing.cluster) } };
  }
  return { type: 'move_cards', data: { cards: things.flatMap((thing) => thing.cards), to, from: whence(things) } };
}

/** Puts things apart, together, into a cluster of their own. */
export function moveApart(selected: readonly Thing[], fresh: string): Ask | null {
  const things = once(selected);
  const cards = things.flatMap((thing) => thing.cards);
  return cards.length > 0 ? { type: 'move_cards', data: { cards, to: fresh, from: whence(things) } } : null;
}

/** Where things come together: the cluster with a name, else the largest; null when only wordings are selected. */
export function centreOf(selected: readonly Thing[]): string | null {
  const clusters = once(selected).filter((thing) => thing.kind === 'cluster');
  clusters.sort((a, b) => Number(b.named) - Number(a.named) || b.cards.length - a.cards.length);
  return clusters[0]?.cluster ?? null;
}

export function merge(selected: readonly Thing[], fresh: string): Ask | null {
  if (once(selected).length < 2) return null;
  const centre = centreOf(selected);
  return centre ? moveInto(selected, centre) : moveApart(selected, fresh);
}
