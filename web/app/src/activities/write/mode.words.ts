import type { Area, Lang } from '../../i18n/lang';
import type { Mode } from '../../wire/protocol';

/** How people write, for whoever leads or plans. */
const nl = {
  how: 'Hoe schrijven mensen?',
  names: { '': 'Stil', inspired: 'Geïnspireerd', open: 'Open' } satisfies Record<Mode, string>,
  hints: {
    '': 'Ieder ziet alleen de eigen kaartjes. Zo krijg je de meeste eigen woorden.',
    inspired: 'De eigen kaartjes, en het waardendek om in te bladeren. Goed als het stilvalt.',
    open: 'Mensen zien elkaars woorden terwijl ze schrijven, zonder naam. Goed om op elkaar voort te bouwen; de eerste woorden kleuren de rest.',
  } satisfies Record<Mode, string>,
  hold: 'Ik lees elk kaartje eerst',
  holdHint: 'Anderen zien een kaartje pas als jij het laat zien.',
  openTitle: 'Open laten schrijven?',
  openText:
    'Vanaf nu komen nieuwe kaartjes op andere telefoons en op het scherm, zonder naam. Elke telefoon zegt dat eerst en vraagt of het mag. Wat al in stilte is geschreven, blijft verborgen tot je het schrijven sluit.',
  openYes: 'Laat open schrijven',
  readAlong: 'Anderen lezen mee met kaartjes waarvan de schrijver dat weet. Wat je verbergt, verdwijnt overal meteen.',
  readFirst: 'Anderen lezen een kaartje zodra jij het laat zien.',
  let: 'Laat zien',
  letOne: (text: string) => `Laat “${text}” aan anderen zien`,
  letAll: (n: number): string => (n === 1 ? 'Laat 1 wachtend kaartje zien' : `Laat ${n} wachtende kaartjes zien`),
  marks: { held: 'wacht op jou', seen: 'anderen lezen mee' },
};

export type ModeWords = typeof nl;

const en: ModeWords = {
  how: 'How do people write?',
  names: { '': 'In silence', inspired: 'Inspired', open: 'In the open' },
  hints: {
    '': 'Everybody sees their own cards only. That gives the most words of their own.',
    inspired: 'Their own cards, and the value deck to look through. Good when it falls silent.',
    open: 'People see each other’s words while they write, without names. Good for building on each other; the first words colour the rest.',
  },
  hold: 'I read each card first',
  holdHint: 'Others see a card when you let them.',
  openTitle: 'Let people write in the open?',
  openText:
    'From now on new cards come to other phones and to the screen, without names. Each phone says so first and asks whether that is all right. What was written in silence stays hidden until you close the writing.',
  openYes: 'Let them write in the open',
  readAlong: 'Others read the cards whose writers know it. What you hide disappears everywhere at once.',
  readFirst: 'Others read a card when you let them.',
  let: 'Show',
  letOne: (text) => `Let others see “${text}”`,
  letAll: (n) => (n === 1 ? 'Show 1 waiting card' : `Show ${n} waiting cards`),
  marks: { held: 'waits for you', seen: 'others read it' },
};

const all: Area<ModeWords> = { nl, en };

export const modeWords = (lang: Lang): ModeWords => all[lang];
