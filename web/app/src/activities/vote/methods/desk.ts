import type { Area, Lang } from '../../../i18n/lang';
import type { Among, Method } from '../../../wire/protocol';

/** Rounds of voting and ballots on paper, on the host's desk. */
const nl = {
  methods: { '': 'Stippen', dots: 'Stippen', score: 'Cijfers van 1 tot 5', ranked: 'Volgorde' } as Record<
    Method,
    string
  >,
  among: { '': 'alle waarden', top: 'de waarden in de top', tied: 'wat gelijk staat bij de grens' } as Record<
    Among,
    string
  >,
  say: {
    score:
      'Geef elke waarde een cijfer van 1 tot 5: hoe graag wil je hierop bouwen? Geen mening is ook goed. Niemand ziet tussenstanden, ik ook niet.',
    ranked:
      'Zet deze waarden op volgorde: wat komt voor jou eerst? Wat je openlaat, staat onderaan. Niemand ziet tussenstanden, ik ook niet.',
  },
  phones: {
    score: 'De waarden, voor ieder in een andere volgorde, met een schaal van 1 tot 5.',
    ranked: 'De waarden, voor ieder in een andere volgorde, om op volgorde te tikken.',
  },
  rule: {
    score: 'Iedereen geeft elke waarde een cijfer van 1 tot 5, of laat het open',
    ranked: 'Iedereen zet de waarden op volgorde',
  },
  how: 'Hoe stem je?',
  about: 'Waarover?',
  aboutAll: 'Alle waarden',
  aboutTop: 'De top van de vorige ronde',
  aboutTied: 'Wat gelijk staat bij de grens',
  limits: 'Cijfers: hooguit 8 waarden. Volgorde: hooguit 7.',

  roundTitle: (n: number) => `Stemronde ${n}`,
  round: 'Nieuwe ronde',
  roundLead: (n: number) =>
    `De uitslag van ronde ${n} blijft in het verslag staan, als een ronde die toen telde. Ga je terug naar het clusteren, dan vervalt hij.`,
  tie: (names: string, places: number) =>
    `${names} staan gelijk; er ${places === 1 ? 'is 1 plek' : `zijn ${places} plekken`}.`,
  runoff: 'Herstemmen over de gelijke plaatsen',
  runoffHint: 'Iedereen zet alleen deze op volgorde. De rest gaat al door.',
  runoffMany: (most: number) => `Het zijn er meer dan ${most}. Stem hierover met stippen.`,
  other: 'Een andere ronde',
  open: 'Open de ronde',
  fits: (n: number) => `${n} op het stembiljet`,
  tooMany: (n: number, most: number) => `Dit zijn ${n} waarden; hier passen er ${most}.`,
  noTie: 'Er staat niets gelijk bij de grens.',
  wins: 'Uitkomst',
  earlier: 'Eerdere rondes',
  earlierRound: (round: number, method: string, about: string) => `Ronde ${round}: ${method}, over ${about}`,
  earlierTop: (names: string) => (names ? `Door: ${names}` : 'Niets ging door.'),

  paper: 'Stembiljetten op papier',
  paperLead:
    'Voor wie geen telefoon heeft. Neem elk briefje een keer over; het telt mee en is overal gemerkt als papier.',
  paperAdd: 'Voeg een briefje toe',
  paperNo: (n: number) => `Briefje ${n}`,
  paperGroup: 'Groep',
  paperSkip: 'Overgeslagen',
  paperSave: 'Bewaar het briefje',
  paperEdit: (n: number) => `Verander briefje ${n}`,
  paperRemove: (n: number) => `Haal briefje ${n} weg`,
  edit: 'Verander',
  remove: 'Haal weg',
  paperOf: { dots: 'stippen', score: 'cijfer', ranked: 'plaats' } as Record<string, string>,
  paperFull: (n: number, of: number) => `${n} van ${of} stippen`,
  paperEmpty: 'Vul ten minste één waarde in.',
};

export type RoundWords = typeof nl;

const en: RoundWords = {
  methods: { '': 'Dots', dots: 'Dots', score: 'Scores from 1 to 5', ranked: 'Ranking' },
  among: { '': 'all values', top: 'the values in the top', tied: 'what is tied at the cut' },
  say: {
    score:
      'Give each value a score from 1 to 5: how much do you want to build on it? No opinion is fine too. Nobody sees a running score, nor do I.',
    ranked:
      'Put these values in order: what comes first for you? What you leave out comes last. Nobody sees a running score, nor do I.',
  },
  phones: {
    score: 'The values, in another order for each, with a scale from 1 to 5.',
    ranked: 'The values, in another order for each, to be tapped into order.',
  },
  rule: {
    score: 'Everybody gives each value a score from 1 to 5, or leaves it open',
    ranked: 'Everybody puts the values in order',
  },
  how: 'How do you vote?',
  about: 'On what?',
  aboutAll: 'All values',
  aboutTop: 'The top of the round before',
  aboutTied: 'What is tied at the cut',
  limits: 'Scores: at most 8 values. Ranking: at most 7.',

  roundTitle: (n) => `Vote, round ${n}`,
  round: 'New round',
  roundLead: (n) =>
    `What came out of round ${n} stays in the report, as a round that counted then. If you go back to clustering, it is cancelled.`,
  tie: (names, places) => `${names} are tied; there ${places === 1 ? 'is 1 place' : `are ${places} places`}.`,
  runoff: 'Run-off over the tied places',
  runoffHint: 'Everybody ranks these alone. The others go on already.',
  runoffMany: (most) => `There are more than ${most}. Vote on these with dots.`,
  other: 'Another round',
  open: 'Open the round',
  fits: (n) => `${n} on the ballot`,
  tooMany: (n, most) => `These are ${n} values; there is room for ${most}.`,
  noTie: 'Nothing is tied at the cut.',
  wins: 'Outcome',
  earlier: 'Earlier rounds',
  earlierRound: (round, method, about) => `Round ${round}: ${method.toLowerCase()}, on ${about}`,
  earlierTop: (names) => (names ? `Went on: ${names}` : 'Nothing went on.'),

  paper: 'Ballots on paper',
  paperLead: 'For who has no phone. Type in each ballot once; it counts, and is marked as paper everywhere.',
  paperAdd: 'Add a ballot',
  paperNo: (n) => `Ballot ${n}`,
  paperGroup: 'Group',
  paperSkip: 'Skipped',
  paperSave: 'Keep the ballot',
  paperEdit: (n) => `Change ballot ${n}`,
  paperRemove: (n) => `Remove ballot ${n}`,
  edit: 'Change',
  remove: 'Remove',
  paperOf: { dots: 'dots', score: 'score', ranked: 'place' },
  paperFull: (n, of) => `${n} of ${of} dots`,
  paperEmpty: 'Fill in at least one value.',
};

const all: Area<RoundWords> = { nl, en };

export const roundWords = (lang: Lang): RoundWords => all[lang];
