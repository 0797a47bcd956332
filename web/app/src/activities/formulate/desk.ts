import type { Area, Lang } from '../../i18n/lang';

/** What the facilitator and the wall say while values are put into words, beside words.ts. */
const nl = {
  plan: 'Tafels en waarden',
  tables: 'Aantal tafels',
  people: (n: number): string => (n === 1 ? '1 telefoon' : `${n} telefoons`),
  seated: 'Wie zit waar',
  nowhere: (n: number): string => (n === 1 ? '1 telefoon zit nog nergens' : `${n} telefoons zitten nog nergens`),
  assign: 'Geef iedereen een tafel',
  values: 'Welke waarden, aan welke tafels',
  at: 'Tafels',
  atHint: 'Nummers met een komma ertussen',
  atOf: (name: string) => `Tafels voor ${name}`,
  wrong: (n: number) => `Gebruik nummers van 1 tot en met ${n}, met komma’s ertussen. Kies ten minste één waarde.`,
  save: 'Bewaar deze indeling',
  spread: 'Verdeel opnieuw over de tafels',
  drafts: 'Teksten van de tafels',
  noDrafts: 'Nog geen tafel heeft iets opgeschreven.',
  show: 'Toon op het scherm',
  hide: 'Haal van het scherm',
  showWhen: 'Tonen kan als het schrijven is gesloten: dan heb jij eerst gelezen wat er staat.',
  choose: 'Kies als eindtekst',
  chooseOf: (table: number, name: string) => `Kies de tekst van tafel ${table} als eindtekst van ${name}`,
  final: 'Eindtekst',
  noFinal: 'Nog geen eindtekst. Kies een tekst van een tafel, of schrijf er zelf een.',
  own: 'Schrijf zelf',
  ownOf: (name: string) => `Schrijf zelf een eindtekst voor ${name}`,
  edit: 'Wijzig',
  editOf: (name: string) => `Wijzig de eindtekst van ${name}`,
  editTitle: (name: string) => `Eindtekst: ${name}`,
  name: 'Naam van de waarde',
  store: 'Bewaar',
  counts: 'Telt als geformuleerd',
  support: (n: number, of: number) => `steun van ${n} van ${of}`,
  left: (n: number): string =>
    n === 1
      ? '1 waarde heeft nog geen eindtekst. Alleen eindteksten blijven na de sessie bewaard.'
      : `${n} waarden hebben nog geen eindtekst. Alleen eindteksten blijven na de sessie bewaard.`,
  wall: 'Ga bij je tafel zitten',
  wallHint: 'Kies je tafel op je telefoon. Eén van jullie schrijft, de anderen sturen voorstellen.',
  wallClosed: 'Hier zijn onze teksten',
  wallWait: 'De teksten komen zo naast elkaar.',
  wallDrafts: (name: string) => name,
  wallFinals: 'Onze waarden in woorden',
  progress: (n: number) => `${n} van 3 klaar`,
  manyTables: (n: number, done: number) => `${n} tafels, ${done} klaar`,
  someDrafts: (n: number, of: number) => `${n} van de ${of} teksten`,
};

export type DeskWords = typeof nl;

const en: DeskWords = {
  plan: 'Tables and values',
  tables: 'Number of tables',
  people: (n) => (n === 1 ? '1 phone' : `${n} phones`),
  seated: 'Who sits where',
  nowhere: (n) => (n === 1 ? '1 phone has no table yet' : `${n} phones have no table yet`),
  assign: 'Give everybody a table',
  values: 'Which values, at which tables',
  at: 'Tables',
  atHint: 'Numbers with a comma between them',
  atOf: (name) => `Tables for ${name}`,
  wrong: (n) => `Use numbers from 1 to ${n}, with commas between them. Choose at least one value.`,
  save: 'Keep this arrangement',
  spread: 'Spread over the tables again',
  drafts: 'Texts of the tables',
  noDrafts: 'No table has written anything yet.',
  show: 'Show on the screen',
  hide: 'Take off the screen',
  showWhen: 'They can be shown when the writing is closed: then you have read first what they say.',
  choose: 'Choose as the final text',
  chooseOf: (table, name) => `Choose the text of table ${table} as the final text of ${name}`,
  final: 'Final text',
  noFinal: 'No final text yet. Choose the text of a table, or write one yourself.',
  own: 'Write it yourself',
  ownOf: (name) => `Write a final text for ${name} yourself`,
  edit: 'Edit',
  editOf: (name) => `Edit the final text of ${name}`,
  editTitle: (name) => `Final text: ${name}`,
  name: 'Name of the value',
  store: 'Keep it',
  counts: 'Counts as formulated',
  support: (n, of) => `support from ${n} of ${of}`,
  left: (n) =>
    n === 1
      ? '1 value has no final text yet. Only final texts are kept after the session.'
      : `${n} values have no final text yet. Only final texts are kept after the session.`,
  wall: 'Go and sit at your table',
  wallHint: 'Choose your table on your phone. One of you writes, the others send suggestions.',
  wallClosed: 'Here are our texts',
  wallWait: 'The texts will stand side by side in a moment.',
  wallDrafts: (name) => name,
  wallFinals: 'Our values in words',
  progress: (n) => `${n} of 3 done`,
  manyTables: (n, done) => `${n} tables, ${done} done`,
  someDrafts: (n, of) => `${n} of ${of} texts`,
};

const all: Area<DeskWords> = { nl, en };

export const deskWords = (lang: Lang): DeskWords => all[lang];
