import type { Area, Lang } from '../../i18n/lang';

const nl = {
  mark: (n: number, of: number): string => (n === of ? 'papier' : `${n} papier`),
  open: 'Kaartje op papier',
  title: 'Kaartjes van papier',
  hint: 'Typ over wat er staat, zonder het mooier te maken. Het telt als kaartje en krijgt het merk “papier”. De schrijver telt niet als iemand die op een telefoon schreef.',
  text: 'Wat staat er op het kaartje?',
  why: 'Waarom deze waarde?',
  add: 'Leg het erbij',
  change: 'Bewaar',
  added: (text: string) => `“${text}” ligt erbij.`,
  typed: (n: number): string => (n === 1 ? '1 kaartje overgetypt' : `${n} kaartjes overgetypt`),
  edit: 'Wijzig',
  editOne: (text: string) => `Wijzig “${text}”`,
  remove: 'Haal weg',
  removeOne: (text: string) => `Haal “${text}” weg`,
  empty: 'Typ eerst wat er op het kaartje staat.',
};

export type PaperWords = typeof nl;

const en: PaperWords = {
  mark: (n, of) => (n === of ? 'paper' : `${n} paper`),
  open: 'Card on paper',
  title: 'Cards on paper',
  hint: 'Type what is on it, without improving it. It counts as a card and is marked “paper”. Its writer does not count as somebody who wrote on a phone.',
  text: 'What is on the card?',
  why: 'Why this value?',
  add: 'Lay it down',
  change: 'Save',
  added: (text) => `“${text}” lies with the others.`,
  typed: (n) => (n === 1 ? '1 card typed in' : `${n} cards typed in`),
  edit: 'Change',
  editOne: (text) => `Change “${text}”`,
  remove: 'Take away',
  removeOne: (text) => `Take “${text}” away`,
  empty: 'First type what is on the card.',
};

const all: Area<PaperWords> = { nl, en };

export const paperWords = (lang: Lang): PaperWords => all[lang];
