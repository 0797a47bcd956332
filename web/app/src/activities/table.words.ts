import type { Area, Lang } from '../i18n/lang';

/** One phone for several people, who share a table. */
const nl = {
  share: 'Delen jullie deze telefoon?',
  hint: 'Eén telefoon kan voor een hele tafel schrijven. Jullie leggen samen meer kaartjes neer, vullen vragen één keer in, en stemmen ieder apart, na elkaar.',
  label: 'Deze telefoon schrijft voor',
  people: (n: number): string => (n === 1 ? 'alleen mij' : `${n} mensen`),
  later: 'Dit kan weer als de stemming gesloten is.',

  ballot: (n: number, of: number) => `Stembiljet ${n} van ${of}`,
  first: 'Ieder aan tafel stemt apart. Wie wil beginnen?',
  pass: 'Geef de telefoon door. Wie hem nu krijgt, ziet niets van wat de anderen kozen.',
  back: (n: number) => `Geef de telefoon aan wie stembiljet ${n} invulde.`,
  mine: 'Ik ben aan de beurt',
  skip: 'Sla dit stembiljet over',
  all: 'Jullie stembiljetten',
  allHint: 'Tot de begeleider sluit, kan ieder het eigen stembiljet nog veranderen.',
  cast: 'binnen',
  empty: 'leeg',
  change: (n: number) => `Verander stembiljet ${n}`,
  counted: (n: number): string => `Van jullie tafel tellen ${n} stembiljetten, bij elkaar:`,
  kept: (n: number): string =>
    n === 1
      ? 'Van jullie tafel telt 1 stembiljet. Wat erop staat, weet alleen wie het invulde.'
      : `Van jullie tafel tellen ${n} stembiljetten. Wat erop staat, weten alleen wie ze invulden.`,
  yours: (n: number): string => (n === 1 ? 'jullie: 1 stip' : `jullie: ${n} stippen`),

  phones: (n: number): string => (n === 1 ? 'op 1 telefoon' : `op ${n} telefoons`),
  byPhone: 'Geteld per telefoon: sommige schrijven voor meer mensen.',
};

export type TableWords = typeof nl;

const en: TableWords = {
  share: 'Do you share this phone?',
  hint: 'One phone can write for a whole table. Together you lay down more cards, you answer questions once, and you vote one by one, each by yourself.',
  label: 'This phone writes for',
  people: (n) => (n === 1 ? 'me alone' : `${n} people`),
  later: 'You can change this when the vote is closed.',

  ballot: (n, of) => `Ballot ${n} of ${of}`,
  first: 'Everybody at the table votes by themselves. Who begins?',
  pass: 'Pass the phone on. Whoever gets it sees nothing of what the others chose.',
  back: (n) => `Give the phone to whoever filled in ballot ${n}.`,
  mine: 'It is my turn',
  skip: 'Skip this ballot',
  all: 'Your ballots',
  allHint: 'Until the facilitator closes, everybody can still change their own ballot.',
  cast: 'in',
  empty: 'empty',
  change: (n) => `Change ballot ${n}`,
  counted: (n) => `${n} ballots of your table count, together:`,
  kept: (n) =>
    n === 1
      ? '1 ballot of your table counts. Only who filled it in knows what is on it.'
      : `${n} ballots of your table count. Only those who filled them in know what is on them.`,
  yours: (n) => (n === 1 ? 'your table: 1 dot' : `your table: ${n} dots`),

  phones: (n) => (n === 1 ? 'on 1 phone' : `on ${n} phones`),
  byPhone: 'Counted by phone: some write for several people.',
};

const all: Area<TableWords> = { nl, en };

export const tableWords = (lang: Lang): TableWords => all[lang];
