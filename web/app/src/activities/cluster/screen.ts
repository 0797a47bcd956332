import type { Board, Pile } from './board';
import type { Wording } from '../wordings';

/** What the wall shows of a board: it holds some seventy words that the back row can read. `more` counts the others. */
export interface Wall {
  panels: { pile: Pile; words: Wording[]; more: number }[];
  loose: Pile[];
  looseMore: number;
}

/** Words under each cluster, by the number of clusters: names stay large, so many clusters show names and sizes only. */
const wordsEach = (panels: number) => (panels <= 6 ? 9 : panels <= 9 ? 6 : panels <= 12 ? 4 : panels <= 18 ? 2 : 0);
const looseAtMost = (panels: number) => (panels === 0 ? 70 : panels <= 12 ? 30 : 18);

/** What each level takes away: first loose cards, then words under the clusters, at last all of those. */
const lessLoose = [1, 0.6, 0.35, 0.2, 0.2];
const lessWords = [0, 0, 1, 2, Infinity];

/** How often a wall that is still too full can be asked to show less. */
export const lastLevel = 4;

/**
 * The clusters always all stand there; words under them and loose cards are cut where the wall is full. Each higher
 * level shows fewer of those, for long words and long names that take more room than was reckoned with.
 */
export function wallOf(board: Board, level = 0): Wall {
  // The same word written twice is one loose word with a number, until somebody gives it a name or company.
  const stands = (pile: Pile) => Boolean(pile.named) || pile.words.length > 1;
  const panels = board.panels.filter(stands);
  const loose = [...board.panels.filter((pile) => !stands(pile)), ...board.loose];
  const fewer = wordsEach(panels.length) - lessWords[level]!;
  const each = fewer < 2 ? 0 : fewer; // one line that says "and 4 more" says less than the size does
  const cut = panels.map((pile) => {
    // A name that is also somebody's wording stands there already.
    const words = pile.words.filter((word) => word.text !== pile.name);
    const shown = words.length > each ? words.slice(0, Math.max(0, each - 1)) : words;
    return { pile, words: shown, more: each > 0 ? words.length - shown.length : 0 };
  });
  const shownLoose = loose.slice(0, Math.round(looseAtMost(panels.length) * lessLoose[level]!));
  return { panels: cut, loose: shownLoose, looseMore: loose.length - shownLoose.length };
}
