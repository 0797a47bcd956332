import type { CardItem } from '../wire/protocol';

/** One way in which people wrote something, with the cards that say it so. */
export interface Wording {
  /** The first card's id: it stays the same while other cards come and go, so motion can follow it. */
  key: string;
  text: string;
  cards: string[];
}

/** The key under which two wordings are the same, as the server has it: without case, accents, signs and extra spaces. */
export function normalise(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return folded || text;
}

/** The wordings of some cards: the most frequent first, and in order of arrival among equals. */
export function wordingsOf(cards: readonly CardItem[]): Wording[] {
  const found = new Map<string, Wording>();
  for (const card of cards) {
    const norm = normalise(card.text);
    const known = found.get(norm);
    if (known) known.cards.push(card.id);
    else found.set(norm, { key: card.id, text: card.text, cards: [card.id] });
  }
  return [...found.values()].sort((a, b) => b.cards.length - a.cards.length);
}

export const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;
