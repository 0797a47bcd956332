import type { Area, Lang } from '../../i18n/lang';

const nl = {
  title: 'Pauze',
  until: (time: string): string => `We gaan verder om ${time}.`,
  over: 'We gaan zo verder.',
  phone: 'Leg je telefoon gerust even weg. Je hoeft hier niets te doen.',
  next: 'Je scherm gaat vanzelf verder.',
  host: 'Op het grote scherm staat hoe laat jullie verdergaan. Geef met de klok meer of minder tijd.',
};

export type PauseWords = typeof nl;

const en: PauseWords = {
  title: 'Break',
  until: (time) => `We go on at ${time}.`,
  over: 'We go on in a moment.',
  phone: 'Put your phone away if you like. There is nothing to do here.',
  next: 'Your screen goes on by itself.',
  host: 'The big screen says when you go on. Give more or less time with the clock.',
};

const all: Area<PauseWords> = { nl, en };

export const pauseWords = (lang: Lang): PauseWords => all[lang];
