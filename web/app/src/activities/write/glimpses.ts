import type { GlimpseItem, OwnCard } from '../../wire/protocol';
import { normalise } from '../wordings';

/** The words that others write in the open, by alphabet: what came first is nobody's business. Those on one's own cards are not among them. */
export function othersWords(
  glimpses: ReadonlyMap<string, GlimpseItem>,
  own: readonly Pick<OwnCard, 'text'>[] = [],
): readonly string[] {
  const mine = new Set(own.map(({ text }) => normalise(text)));
  return [...glimpses.values()]
    .flatMap(({ words }) => words)
    .filter((word) => !mine.has(normalise(word)))
    .sort((a, b) => a.localeCompare(b));
}
