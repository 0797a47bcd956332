import type { Area, Lang } from '../../i18n/lang';

/** The check whether the room can live with the final texts. */
const nl = {
  title: 'Kun je hiermee leven?',
  lead: 'Niemand ziet wat jij antwoordt. Na het sluiten zien we alleen aantallen.',
  answers: { 1: 'Akkoord', 2: 'Akkoord, met een wijziging', 3: 'Ik heb een zorg' } as Record<number, string>,
  question: (name: string) => `Wat vind je van ${name}?`,
  why: { 2: 'Wat zou jij wijzigen?', 3: 'Wat is je zorg?' } as Record<number, string>,
  names: 'De begeleider leest dit, zonder te zien van wie het is. Noem geen namen van collega’s.',
  closed: 'Dank je wel. De aantallen staan op het scherm.',
  yours: 'Jouw antwoord',
  none: 'Je gaf geen antwoord.',
  next: 'Je scherm gaat vanzelf verder.',
  answered: (n: number, of: number) => `${n} van ${of} antwoordden`,
  blind: 'Niemand ziet tussenstanden, jij ook niet.',
  nobody: 'Niemand heeft geantwoord.',
  count: (n: number): string => (n === 1 ? '1 antwoord' : `${n} antwoorden`),
  texts: 'Wijzigingen en zorgen',
  noTexts: 'Niemand schreef er iets bij.',
  onlyYou: 'Alleen jij leest dit. Verberg wat niet op de telefoons hoort, en toon het daarna.',
  shown: 'De zaal kan dit nu lezen.',
  show: 'Laat de zaal dit lezen',
  unshow: 'Haal het weg bij de zaal',
  hide: 'Verberg',
  hideIt: (text: string) => `Verberg “${text}”`,
  restore: 'Toon weer',
  restoreIt: (text: string) => `Toon “${text}” weer`,
  hidden: 'verborgen',
  changed: 'Deze tekst is daarna gewijzigd.',
  wall: 'Kunnen we hiermee leven?',
  wallClosed: 'Zo staan we ervoor',
};

export type ConsentWords = typeof nl;

const en: ConsentWords = {
  title: 'Can you live with this?',
  lead: 'Nobody sees what you answer. After closing we see numbers only.',
  answers: { 1: 'I agree', 2: 'I agree, with a change', 3: 'I have a concern' },
  question: (name) => `What do you think of ${name}?`,
  why: { 2: 'What would you change?', 3: 'What is your concern?' },
  names: 'The facilitator reads this without seeing whose it is. Name no colleagues.',
  closed: 'Thank you. The numbers are on the screen.',
  yours: 'Your answer',
  none: 'You gave no answer.',
  next: 'Your screen goes on by itself.',
  answered: (n, of) => `${n} of ${of} answered`,
  blind: 'Nobody sees counts before closing, nor do you.',
  nobody: 'Nobody answered.',
  count: (n) => (n === 1 ? '1 answer' : `${n} answers`),
  texts: 'Changes and concerns',
  noTexts: 'Nobody added anything.',
  onlyYou: 'Only you read this. Hide what does not belong on the phones, then show the rest.',
  shown: 'The room can read this now.',
  show: 'Let the room read this',
  unshow: 'Take it away from the room',
  hide: 'Hide',
  hideIt: (text) => `Hide “${text}”`,
  restore: 'Show again',
  restoreIt: (text) => `Show “${text}” again`,
  hidden: 'hidden',
  changed: 'This text was edited afterwards.',
  wall: 'Can we live with this?',
  wallClosed: 'This is where we stand',
};

const all: Area<ConsentWords> = { nl, en };

export const consentWords = (lang: Lang): ConsentWords => all[lang];
