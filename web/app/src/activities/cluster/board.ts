import type { CardItem, ClusterItem } from '../../wire/protocol';
import { byOrder, type Wording, wordingsOf } from '../wordings';

/** A cluster with the words that lie in it. */
export interface Pile extends ClusterItem {
  words: Wording[];
}

/** How the cards lie: what took shape, what is still by itself, what was set aside, and what the facilitator hid. */
export interface Board {
  panels: Pile[];
  loose: Pile[];
  parked: Pile[];
  hidden: CardItem[];
  /** How many lines the ballot would have now. */
  options: number;
}

/** A cluster has taken shape when it holds two cards or somebody named it. */
const shaped = (cluster: ClusterItem) => cluster.size >= 2 || Boolean(cluster.named);

export function boardOf(cards: ReadonlyMap<string, CardItem>, clusters: ReadonlyMap<string, ClusterItem>): Board {
  const lying = new Map<string, CardItem[]>();
  const hidden: CardItem[] = [];
  for (const card of [...cards.values()].sort(byOrder)) {
    if (card.hidden) hidden.push(card);
    else if (lying.has(card.cluster)) lying.get(card.cluster)!.push(card);
    else lying.set(card.cluster, [card]);
  }
  const board: Board = { panels: [], loose: [], parked: [], hidden, options: 0 };
  for (const cluster of [...clusters.values()].sort(byOrder)) {
    const pile = { ...cluster, words: wordingsOf(lying.get(cluster.id) ?? []) };
    if (cluster.parked) board.parked.push(pile);
    else if (shaped(cluster)) board.panels.push(pile);
    else board.loose.push(pile);
  }
  board.options = board.panels.length + board.loose.length;
  return board;
}
