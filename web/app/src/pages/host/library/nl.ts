/** Searching the own sessions. */
export const nl = {
  search: 'Zoek in je sessies',
  searchHint: 'In titels, teksten, waarden en kaartjes. Een tikfout geeft niet.',
  searchKey: 'Druk op / om te zoeken',
  clear: 'Wis de zoekvraag',
  filters: 'Kies een periode of groep',
  from: 'Vanaf',
  until: 'Tot en met',
  group: 'Groep',
  anyGroup: 'Alle groepen',
  searching: 'We zoeken',
  results: 'Gevonden',
  found: (n: number): string => (n === 0 ? 'Niets gevonden' : n === 1 ? '1 sessie gevonden' : `${n} sessies gevonden`),
  best: (told: number, n: number): string =>
    `Dit zijn de beste ${told} van ${n}. Met een extra woord worden het er minder.`,
  nothing: (text: string): string => `Niets gevonden voor “${text}”`,
  nothingFiltered: 'Geen sessies in deze periode of groep',
  nothingHint:
    'Probeer een ander woord, of een woord minder. Kaartjes zijn 30 dagen na de sessie gewist; titels, waarden en teksten vind je een jaar lang.',
  nothingFilteredHint: 'Kies een ruimere periode of een andere groep.',
  failed: 'Zoeken lukt nu niet',
  where: { title: 'Titel', formulation: 'Tekst', value: 'Waarde', card: 'Kaartje' },
  places: 'Waar het staat',
  more: (n: number): string => (n === 1 ? 'en op nog 1 plek' : `en op nog ${n} plekken`),
};
