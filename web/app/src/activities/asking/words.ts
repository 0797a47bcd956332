import type { Area, Lang } from '../../i18n/lang';

/** Answers, not people: a phone may answer for a table. */
const answers = (n: number) => (n === 1 ? '1 antwoord' : `${n} antwoorden`);

/** Texts on the phones of all activities in which everybody answers by themselves. */
const nl = {
  checkin: {
    title: 'Hoe kom je binnen?',
    lead: 'Eén woord, en hoeveel energie je hebt. Allebei mag je overslaan.',
    word: 'Met welk woord zit je hier?',
    scale: 'Hoeveel energie heb je?',
    low: 'weinig',
    high: 'veel',
    next: 'Kijk mee op het grote scherm. Zo gaan we verder.',
  },
  checkout: {
    title: 'Hoe ga je weg?',
    lead: 'Eén woord, en hoe nuttig dit voor je was. Allebei mag je overslaan.',
    word: 'Met welk woord ga je weg?',
    scale: 'Hoe nuttig was deze sessie?',
    low: 'niet nuttig',
    high: 'heel nuttig',
    next: 'Dank je voor het meedoen.',
  },
  tensions: {
    title: 'Waar staan jullie nu, en waar wil je heen?',
    lead: 'Beide kanten zijn goed. Tik of schuif; je mag een paar overslaan.',
    next: 'Kijk mee op het grote scherm. Wie denkt er heel anders dan jij?',
  },
  rate: {
    title: 'Hoe belangrijk is dit, en hoe aanwezig?',
    lead: 'Geef elke waarde twee cijfers van 1 tot 10, voor jullie werk van vandaag.',
    next: 'Kijk mee op het grote scherm: waar zit het grootste verschil?',
  },
  now: 'Nu',
  wanted: 'Gewenst',
  importance: 'Hoe belangrijk',
  presence: 'Hoe aanwezig vandaag',
  little: 'weinig',
  much: 'veel',
  unsure: 'Weet ik niet',
  pair: (left: string, right: string) => `${left} of ${right}`,
  open: 'nog geen antwoord',
  skip: 'Wis en sla over',
  skipOf: (about: string) => `Wis je antwoord over ${about} en sla het over`,
  at: (n: number, of: number) => `${n} van ${of}`,
  names: 'Noem geen namen van collega’s.',
  tooLong: 'Maak het korter; zo wordt het niet verzonden.',
  answered: (n: number, of: number) => `${n} van ${of} ingevuld`,
  auto: 'Je antwoord wordt vanzelf bewaard. Niemand ziet tussenstanden.',
  nothing: 'Er zijn geen vragen.',
  closed: 'Gesloten. Dank je voor je antwoord.',
  closedNone: 'Gesloten. Je hebt niets ingevuld; dat mag.',
  late: 'Je laatste wijziging kwam te laat',
  lateHint: 'Ze telt niet mee, maar staat nog op deze telefoon. Gaat de vraag weer open, dan sturen we haar alsnog.',
  yours: 'Jij',
  ours: 'Samen',
  about: 'Vraag',
  mean: (n: string) => `gemiddeld ${n}`,
  of: (n: number) => `Samen: het gemiddelde van ${answers(n)}.`,
  words: 'De woorden van de zaal',
  times: (n: number) => `${n} keer`,
  nobody: 'Niemand heeft geantwoord.',
};

export type AskingWords = typeof nl;

const inAll = (n: number) => (n === 1 ? '1 answer' : `${n} answers`);

const en: AskingWords = {
  checkin: {
    title: 'How do you come in?',
    lead: 'One word, and how much energy you have. You may skip either.',
    word: 'Which word brings you here?',
    scale: 'How much energy do you have?',
    low: 'little',
    high: 'a lot',
    next: 'Look at the big screen. We go on in a moment.',
  },
  checkout: {
    title: 'How do you leave?',
    lead: 'One word, and how useful this was to you. You may skip either.',
    word: 'Which word do you leave with?',
    scale: 'How useful was this session?',
    low: 'not useful',
    high: 'very useful',
    next: 'Thank you for taking part.',
  },
  tensions: {
    title: 'Where are you now, and where do you want to be?',
    lead: 'Both sides are good. Tap or slide; you may skip some.',
    next: 'Look at the big screen. Who sees it very differently?',
  },
  rate: {
    title: 'How important is this, and how present?',
    lead: 'Give each value two marks from 1 to 10, for your work as it is today.',
    next: 'Look at the big screen: where is the largest gap?',
  },
  now: 'Now',
  wanted: 'Wanted',
  importance: 'How important',
  presence: 'How present today',
  little: 'little',
  much: 'a lot',
  unsure: 'I don’t know',
  pair: (left, right) => `${left} or ${right}`,
  open: 'no answer yet',
  skip: 'Clear and skip',
  skipOf: (about) => `Clear your answer about ${about} and skip it`,
  at: (n, of) => `${n} out of ${of}`,
  names: 'Please name no colleagues.',
  tooLong: 'Make it shorter; like this it is not sent.',
  answered: (n, of) => `${n} of ${of} answered`,
  auto: 'Your answer saves itself. Nobody sees a score before it closes.',
  nothing: 'There are no questions.',
  closed: 'Closed. Thank you for your answer.',
  closedNone: 'Closed. You answered nothing; that is fine.',
  late: 'Your last change came too late',
  lateHint: 'It does not count, but it is still on this phone. If the question opens again, we send it after all.',
  yours: 'You',
  ours: 'Together',
  about: 'Question',
  mean: (n) => `${n} on average`,
  of: (n) => `Together: the average of ${inAll(n)}.`,
  words: 'The words of the room',
  times: (n) => `${n} times`,
  nobody: 'Nobody answered.',
};

const all: Area<AskingWords> = { nl, en };

export const askingWords = (lang: Lang): AskingWords => all[lang];
