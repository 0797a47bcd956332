/**
 * The pages are built in two goes, so that a phone carries no line of what only laptops and projectors use: Svelte's
 * runtime, for one, holds in each build just what its own pages need. `vite build` makes the phones' pages and empties
 * the folder first; `vite build --mode desk` adds the others.
 */
export interface Pages {
  files: string[];
  /** Pages that are fetched over a phone's line: as few files as can be, and nothing twice. */
  frugal: boolean;
}

export const phones: Pages = { files: ['index.html', 'play.html', 'play.en.html'], frugal: true };
export const desk: Pages = { files: ['host.html', 'screen.html', 'look.html'], frugal: false };
