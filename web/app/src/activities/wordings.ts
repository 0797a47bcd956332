import type { CardItem } from '../wire/protocol';

/** One way in which people wrote something, with the cards that say it so. */
export interface Wording {
  /** The first card's id: it stays the same while other cards come and go, so motion can follow it. */
  key: string;
  text: string;
  cards: string[];
  /** How many of them were on paper; absent when none was. */
  paper?: number;
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
    if (card.paper) found.get(norm)!.paper = (known?.paper ?? 0) + 1;
  }
  return [...found.values()].sort((a, b) => b.cards.length - a.cards.length);
}

/** How many of the cards under some wordings were on paper. */
export const onPaper = (words: readonly Wording[]): number => words.reduce((n, { paper = 0 }) => n + paper, 0);

export const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;
