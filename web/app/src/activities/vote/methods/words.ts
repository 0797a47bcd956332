import type { Area, Lang } from '../../../i18n/lang';

const people = (n: number): string => (n === 1 ? '1 mens' : `${n} mensen`);

/** Ballots by score and by rank: on phones, and what came out of them, everywhere. */
const nl = {
  // On the phone.
  score: {
    title: 'Hoe graag wil je hierop bouwen?',
    lead: 'Geef een cijfer van 1 tot 5. Geen mening? Laat het open.',
    low: 'liever niet',
    high: 'heel graag',
    clear: 'Wis',
    clearIt: (name: string) => `Wis je cijfer voor ${name}`,
    of: (name: string, n: number) => `${name}: ${n} van 5`,
    given: (n: number, of: number) => `${n} van ${of} waarden een cijfer`,
    none: 'Je hebt geen cijfers gegeven. Dat mag.',
    yours: (n: number) => `jij: ${n}`,
  },
  rank: {
    title: 'Wat komt voor jou eerst?',
    lead: 'Tik op de waarde die voor jou eerst komt, dan op de tweede, enzovoort. Wat je niet kiest, staat onderaan.',
    order: 'Jouw volgorde',
    rest: 'Tik om te plaatsen',
    empty: 'Tik hieronder op de waarde die voor jou eerst komt.',
    placeAt: (name: string, place: number) => `Zet ${name} op plaats ${place}`,
    up: (name: string) => `${name} een plaats omhoog`,
    down: (name: string) => `${name} een plaats omlaag`,
    off: (name: string) => `Haal ${name} uit je volgorde`,
    same: 'Gelijk',
    sameAs: (name: string, other: string) => `${name} gelijk met ${other}`,
    placed: (name: string, place: number) => `${name} staat op plaats ${place}`,
    gone: (name: string) => `${name} staat niet meer in je volgorde`,
    given: (n: number, of: number) => `${n} van ${of} geplaatst`,
    none: 'Je hebt niets geplaatst. Dat mag.',
    yours: (place: number) => `bij jou op plaats ${place}`,
  },
  cancelled: 'De vorige ronde telt niet. Je begint opnieuw.',
  through: (names: string, n: number) => `${names} ${n === 1 ? 'gaat' : 'gaan'} al door.`,
  places: (n: number): string => (n === 1 ? 'Er is nog 1 plek.' : `Er zijn nog ${n} plekken.`),
  second: 'De vorige uitslag blijft bewaard. Deze ronde gaat verder waar die ophield.',

  // The outcome, everywhere.
  mean: (mean: string, n: number) => (n === 0 ? 'geen cijfers' : `gemiddeld ${mean} van ${people(n)}`),
  given: (n: number) => (n === 0 ? 'geen cijfers' : people(n)),
  cutTies: 'Deze waarden gaan mee; wie gelijk staat bij de grens, gaat ook mee',
  few: 'Er zijn minder dan 8 stembiljetten. Daarom zeggen we niet hoe zeker de volgorde is.',
  beside: (names: string) => `naast ${names}`,
  point: ',',
  beats: (name: string, n: number, against: number) => `wint van ${name} met ${n} tegen ${against}`,
  andMore: (n: number): string => (n === 1 ? 'en van nog 1' : `en van nog ${n}`),
  beatsNone: 'wint van geen andere waarde',
  order: 'Tussen elke twee waarden telt wie er meer mensen vóór zet. Zo ontstaat de volgorde (methode Schulze).',
  onPaper: (n: number) => `waarvan ${n} op papier`,

  // On the wall.
  wallRule: {
    score: 'Een cijfer van 1 tot 5; geen mening mag ook',
    ranked: 'Zet ze op volgorde: eerste, tweede, derde …',
  },
  legend: 'Het gemiddelde van de cijfers 1 tot 5, en hoeveel mensen er een gaven',
};

export type BallotWords = typeof nl;

const peopleEn = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

const en: BallotWords = {
  score: {
    title: 'How much do you want to build on this?',
    lead: 'Give a score from 1 to 5. No opinion? Leave it open.',
    low: 'rather not',
    high: 'very much',
    clear: 'Clear',
    clearIt: (name) => `Clear your score for ${name}`,
    of: (name, n) => `${name}: ${n} out of 5`,
    given: (n, of) => `${n} of ${of} values scored`,
    none: 'You gave no scores. That is fine.',
    yours: (n) => `you: ${n}`,
  },
  rank: {
    title: 'What comes first for you?',
    lead: 'Tap the value that comes first for you, then the second, and so on. What you leave out comes last.',
    order: 'Your order',
    rest: 'Tap to place',
    empty: 'Tap the value below that comes first for you.',
    placeAt: (name, place) => `Put ${name} in place ${place}`,
    up: (name) => `Move ${name} up`,
    down: (name) => `Move ${name} down`,
    off: (name) => `Take ${name} out of your order`,
    same: 'Equal',
    sameAs: (name, other) => `${name} equal to ${other}`,
    placed: (name, place) => `${name} is in place ${place}`,
    gone: (name) => `${name} is not in your order any more`,
    given: (n, of) => `${n} of ${of} placed`,
    none: 'You placed nothing. That is fine.',
    yours: (place) => `your place ${place}`,
  },
  cancelled: 'The round before does not count. You start again.',
  through: (names, n) => `${names} ${n === 1 ? 'goes' : 'go'} on already.`,
  places: (n) => (n === 1 ? 'One place is left.' : `${n} places are left.`),
  second: 'What came out before is kept. This round goes on from there.',

  mean: (mean, n) => (n === 0 ? 'no scores' : `mean ${mean} of ${peopleEn(n)}`),
  given: (n) => (n === 0 ? 'no scores' : peopleEn(n)),
  cutTies: 'These values go forward; ties at the line are in too',
  few: 'There are fewer than 8 ballots. So we do not say how sure the order is.',
  beside: (names) => `beside ${names}`,
  point: '.',
  beats: (name, n, against) => `beats ${name} by ${n} to ${against}`,
  andMore: (n) => (n === 1 ? 'and 1 more' : `and ${n} more`),
  beatsNone: 'beats no other value',
  order:
    'Of every two values, what counts is which one more people put first. That makes the order (Schulze’s method).',
  onPaper: (n) => `${n} of them on paper`,

  wallRule: {
    score: 'A score from 1 to 5; no opinion is fine too',
    ranked: 'Put them in order: first, second, third …',
  },
  legend: 'The mean of the scores from 1 to 5, and how many people gave one',
};

const all: Area<BallotWords> = { nl, en };

export const ballotWords = (lang: Lang): BallotWords => all[lang];
