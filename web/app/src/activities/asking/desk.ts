import type { Area, Lang } from '../../i18n/lang';
import type { Quadrant } from '../../wire/protocol';

/** Answers, not people: a phone may answer for a table. */
const answers = (n: number) => (n === 1 ? '1 antwoord' : `${n} antwoorden`);

/** Texts on the host's page and on the wall of all activities in which everybody answers by themselves. */
const nl = {
  title: {
    checkin: 'Hoe kom je binnen?',
    checkout: 'Hoe ga je weg?',
    tensions: 'Waar staan we, en waar willen we heen?',
    rate: 'Hoe belangrijk, en hoe aanwezig?',
  },
  result: {
    checkin: 'Zo komen we binnen',
    checkout: 'Zo gaan we weg',
    tensions: 'Nu en gewenst',
    rate: 'Belang en aanwezigheid',
  },
  /** What the facilitator can ask when the answers are there. */
  hint: {
    checkin:
      'Vraag: welk woord herken je, en van welk woord schrik je? Niemand hoeft te zeggen welk woord van hem of haar is.',
    checkout: 'Vraag: wat heeft vandaag het meest gewerkt? En wat zou je de volgende keer anders doen?',
    tensions:
      'Begin bij de langste pijl: wat doen we dan nu? Kijk daarna waar de balken ver uit elkaar liggen: daar denken mensen verschillend. Vraag om een voorbeeld, niet om gelijk.',
    rate: 'Begin bovenaan de lijst: wat zou je morgen zien als dit er meer was? Vraag pas daarna wie ermee begint.',
  },
  blind: 'Niemand ziet tussenstanden, jij ook niet.',
  onPhone: 'Vul in op je telefoon. De uitkomst zien we samen, als de vraag sluit.',
  answered: (n: number, of: number) => `${n} van ${of} hebben geantwoord`,
  answeredUnit: (of: number) => `van ${of} antwoordden`,
  nobody: 'Nog geen antwoorden',
  nobodyHint: 'Niemand heeft iets ingevuld. Je kunt de vraag opnieuw openen.',
  nobodyWall: 'Niemand heeft iets ingevuld.',
  from: answers,
  few: 'Minder dan 8 antwoorden: een indruk, geen uitspraak over de hele groep.',
  scale: { checkin: 'Energie', checkout: 'Hoe nuttig' },
  ends: { checkin: ['weinig', 'veel'], checkout: ['niet nuttig', 'heel nuttig'] } as Record<string, [string, string]>,
  mean: (n: string) => `gemiddeld ${n}`,
  count: (value: number, n: number) => `${value}: ${answers(n)}`,
  words: 'De woorden',
  noWords: 'Niemand schreef een woord.',
  onlyYou: 'Alleen jij leest ze nu. Verberg wat niet op het scherm hoort, zoals namen, en toon de rest.',
  shownNow: 'De woorden staan op het scherm en op de telefoons. Wat je verbergt, verdwijnt daar meteen.',
  show: 'Toon op het scherm',
  unshow: 'Haal van het scherm',
  hide: 'Verberg',
  hideOf: (text: string) => `Verberg “${text}”`,
  restore: 'Toon weer',
  restoreOf: (text: string) => `Toon “${text}” weer`,
  hidden: 'verborgen',
  wordsLater: 'Straks komen hier de woorden.',
  now: 'nu',
  wanted: 'gewenst',
  tension: (left: string, right: string) => `${left} – ${right}`,
  tensionLine: (now: string, n: number, wanted: string, m: number) =>
    `nu gemiddeld ${now} (${answers(n)}), gewenst ${wanted} (${answers(m)})`,
  spread: (which: string, counts: string) => `${which}: ${counts}`,
  shift: (now: string, wanted: string, n: number) =>
    `Verschoven sinds de vorige keer: nu ${now}, gewenst ${wanted} (${n} antwoordde${n === 1 ? '' : 'n'} beide keren).`,
  unasked: 'geen antwoord',
  gaps: 'Het verschil, het grootste eerst',
  value: 'Waarde',
  importance: 'Belang',
  presence: 'Aanwezig',
  gap: 'Verschil',
  /** Of the groups: what the numbers under a value are, or why there are none. */
  apart: {
    told: 'Per groep: belang → aanwezig, en tussen haakjes hoeveel antwoorden er zijn.',
    few: 'Te weinig antwoorden per groep om naast elkaar te leggen.',
    again: 'Na het sluiten is opnieuw geantwoord. Daarom leggen we de groepen niet naast elkaar.',
  },
  n: (n: number) => (n === 1 ? '1 antwoord' : `${n} antwoorden`),
  dontKnow: (n: number) => (n === 1 ? '1 weet het niet' : `${n} weten het niet`),
  quadrants: {
    work_on: 'Hier aan werken',
    keep: 'Vasthouden',
    follow: 'Volgen',
    spare: 'Ruimte over',
    '': '',
  } as Record<Quadrant, string>,
  lines: 'De stippellijnen liggen op de mediaan van de waarden.',
};

export type DeskAsking = typeof nl;

const inAll = (n: number) => (n === 1 ? '1 answer' : `${n} answers`);

const en: DeskAsking = {
  title: {
    checkin: 'How do you come in?',
    checkout: 'How do you leave?',
    tensions: 'Where are we, and where do we want to be?',
    rate: 'How important, and how present?',
  },
  result: {
    checkin: 'This is how we come in',
    checkout: 'This is how we leave',
    tensions: 'Now and wanted',
    rate: 'Importance and presence',
  },
  hint: {
    checkin: 'Ask: which word do you recognise, and which one startles you? Nobody has to say which word is theirs.',
    checkout: 'Ask: what worked best today? And what would you do differently next time?',
    tensions:
      'Begin with the longest arrow: what do we do now? Then look where the bars lie far apart: people see it differently there. Ask for an example, not for who is right.',
    rate: 'Begin at the top of the list: what would you see tomorrow if there were more of this? Only then ask who starts.',
  },
  blind: 'Nobody sees a score before it closes, you included.',
  onPhone: 'Answer on your phone. We see the result together, when the question closes.',
  answered: (n, of) => `${n} of ${of} have answered`,
  answeredUnit: (of) => `of ${of} answered`,
  nobody: 'No answers yet',
  nobodyHint: 'Nobody answered. You can open the question again.',
  nobodyWall: 'Nobody answered.',
  from: (n) => `from ${inAll(n)}`,
  few: 'Fewer than 8 answers: an impression, no verdict on the whole group.',
  scale: { checkin: 'Energy', checkout: 'How useful' },
  ends: { checkin: ['little', 'a lot'], checkout: ['not useful', 'very useful'] },
  mean: (n) => `${n} on average`,
  count: (value, n) => `${value}: ${inAll(n)}`,
  words: 'The words',
  noWords: 'Nobody wrote a word.',
  onlyYou: 'Only you read them now. Hide what should not be on the screen, such as names, and show the rest.',
  shownNow: 'The words are on the screen and on the phones. What you hide goes away there at once.',
  show: 'Show on the screen',
  unshow: 'Take off the screen',
  hide: 'Hide',
  hideOf: (text) => `Hide “${text}”`,
  restore: 'Show again',
  restoreOf: (text) => `Show “${text}” again`,
  hidden: 'hidden',
  wordsLater: 'The words come here in a moment.',
  now: 'now',
  wanted: 'wanted',
  tension: (left, right) => `${left} – ${right}`,
  tensionLine: (now, n, wanted, m) => `now ${now} on average (${inAll(n)}), wanted ${wanted} (${inAll(m)})`,
  spread: (which, counts) => `${which}: ${counts}`,
  shift: (now, wanted, n) => `Moved since last time: now ${now}, wanted ${wanted} (${n} answered both times).`,
  unasked: 'no answer',
  gaps: 'The gap, the largest first',
  value: 'Value',
  importance: 'Importance',
  presence: 'Present',
  gap: 'Gap',
  apart: {
    told: 'By group: importance → present, and in brackets how many answers there are.',
    few: 'Too few answers in each group to lay them beside each other.',
    again: 'People answered again after the closing, so we do not lay the groups beside each other.',
  },
  n: (n) => (n === 1 ? '1 answer' : `${n} answers`),
  dontKnow: (n) => (n === 1 ? '1 doesn’t know' : `${n} don’t know`),
  quadrants: {
    work_on: 'Work on this',
    keep: 'Hold on to it',
    follow: 'Keep an eye on it',
    spare: 'Room to spare',
    '': '',
  },
  lines: 'The dotted lines lie at the median of the values.',
};

const all: Area<DeskAsking> = { nl, en };

export const deskAsking = (lang: Lang): DeskAsking => all[lang];
