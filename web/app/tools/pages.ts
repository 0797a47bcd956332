import type { OutputOptions } from 'rolldown';

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
export const desk: Pages = {
  files: ['host.html', 'screen.html', 'preview.html', 'look.html', 'report.html', 'read.html', 'check.html'],
  frugal: false,
};

/** Parts of the phone's page that are fetched after the first one stands; the same folders as in src/activities/more.ts. */
const fetched =
  /\/src\/activities\/(?:asking|check|clarify|cluster|commit|consent|ended|formulate|own|pause|rate|reveal|rounds|story|tensions|vote|write)\/|\/(?:beside|table)\.words\.ts|\/lobby\/Several\.svelte|\/ui\/(?:Dots|DotRow)\.svelte/;

/**
 * How the phones' build is cut: all that the first page needs, and all that later parts share with it, is one script; a part
 * that is fetched later is a file of its own, with a name that says so. What two of those share goes with the first, or
 * in a file of its own when it is much: a card of one's own, and what is told of a ballot.
 */
export const later: OutputOptions = {
  chunkFileNames: ({ moduleIds }) =>
    moduleIds.some((id) => fetched.test(id)) ? 'assets/later-[name]-[hash].js' : 'assets/[name]-[hash].js',
  codeSplitting: {
    groups: [
      {
        name: 'phones',
        test: (id: string) => !fetched.test(id) && !/\/i18n\/\w+\/(?:nl|en|index)\.ts|\/wire\/detour/.test(id),
      },
      { name: 'card', test: /\/write\/(?:OwnCard|OwnWords|ReturnedCard)\.svelte|\/write\/(?:cards|limits|pages)\.ts/ },
      {
        name: 'dots',
        test: /\/ui\/(?:Dots|DotRow)\.svelte|\/vote\/(?:OwnList\.svelte|(?:ballot|ballot\.svelte|order)\.ts)/,
      },
    ],
  },
};
