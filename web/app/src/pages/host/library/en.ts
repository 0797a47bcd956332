import type { LibraryWords } from './words';

export const en: LibraryWords = {
  search: 'Search your sessions',
  searchHint: 'Titles, texts, values and cards. A typo is fine.',
  searchKey: 'Press / to search',
  clear: 'Clear the search',
  filters: 'Choose a period or a group',
  from: 'From',
  until: 'Up to and including',
  group: 'Group',
  anyGroup: 'All groups',
  searching: 'Searching',
  results: 'Found',
  found: (n) => (n === 0 ? 'Nothing found' : n === 1 ? '1 session found' : `${n} sessions found`),
  best: (told, n) => `These are the best ${told} of ${n}. One more word makes it fewer.`,
  nothing: (text) => `Nothing found for “${text}”`,
  nothingFiltered: 'No sessions in this period or group',
  nothingHint:
    'Try another word, or one word less. Cards are erased 30 days after a session; titles, values and texts can be found for a year.',
  nothingFilteredHint: 'Choose a wider period or another group.',
  failed: 'Searching does not work right now',
  where: { title: 'Title', formulation: 'Text', value: 'Value', card: 'Card' },
  places: 'Where it was found',
  more: (n) => (n === 1 ? 'and in 1 more place' : `and in ${n} more places`),
};
