import type { Area, Lang } from '../../i18n/lang';

const nl = {
  title: 'Jouw eigen exemplaar',
  hint: 'Het verslag, met een bladzijde voor jou: wat je stemde, je kaartjes, je eigen stap en ruimte om te schrijven. Die bladzijde wordt op deze telefoon gemaakt en gaat nergens heen.',
  make: 'Maak mijn exemplaar (PDF)',
  making: 'Je exemplaar wordt gemaakt…',
  done: 'Je exemplaar is gemaakt. Je telefoon bewaart het waar ze bestanden bewaart.',
  failed: 'Het lukte nu niet. Wat je schreef staat nog op deze telefoon. Probeer het zo nog eens.',
  file: (day: string) => `mijn-verslag-${day}`,

  kicker: 'Alleen voor jou',
  page: 'Voor jou',
  private:
    'Dit is op je telefoon gemaakt, van wat daar bewaard is. Het staat nergens anders: ook de begeleider heeft het niet.',
  round: (n: number) => `Ronde ${n}`,
  rounds: {
    dots: 'Jouw stippen, naast de uitslag',
    score: 'Jouw cijfers, naast de uitslag',
    ranked: 'Jouw volgorde, naast de uitslag',
  },
  noVote: 'Op deze telefoon staat geen stembiljet van jou.',
  none: 'Je stembiljet was leeg. Dat mocht.',
  several: (n: number) => `Deze telefoon stemde voor ${n} mensen, ieder apart. Wat ieder koos, staat hier niet.`,
  place: (rank: number) => `plaats ${rank} in de uitslag`,
  mine: {
    dots: (n: number, people?: number) =>
      `${n === 1 ? '1 stip' : `${n} stippen`} van ${people ? 'jullie samen' : 'jou'}`,
    score: (n: number) => `jouw cijfer: ${n} van 5`,
    ranked: (n: number) => `bij jou op plaats ${n}`,
  },
  all: (dots: number, voters: number) =>
    `${dots === 1 ? '1 stip' : `${dots} stippen`} van ${voters === 1 ? '1 mens' : `${voters} mensen`}`,
  cards: 'Wat jij schreef',
  noCards: 'Op deze telefoon staan geen kaartjes van jou.',
  story: 'Jouw verhaal',
  step: 'Jouw als-dan',
  noStep: 'Je schreef geen eigen stap op. Hier is ruimte: als … dan …',
  write: 'Ruimte om te schrijven',
  prompts: ['Wat neem ik mee?', 'Waar merken anderen dat aan?', 'Wanneer kijk ik terug?'],
  boxes: '□ staat voor tekens die hier niet gedrukt kunnen worden. Op je telefoon staan ze wel.',
};

export type OwnWords = typeof nl;

const en: OwnWords = {
  title: 'A copy of your own',
  hint: 'The report, with a page for you: your votes, your cards, your own step and room to write. That page is made on this phone and goes nowhere.',
  make: 'Make my copy (PDF)',
  making: 'Your copy is being made…',
  done: 'Your copy is ready. Your phone keeps it where it keeps files.',
  failed: 'It did not work just now. What you wrote is still on this phone. Try again in a moment.',
  file: (day) => `my-report-${day}`,

  kicker: 'For you alone',
  page: 'For you',
  private: 'This was made on your phone, from what is kept there. It is nowhere else: not even the facilitator has it.',
  round: (n) => `Round ${n}`,
  rounds: {
    dots: 'Your dots, beside the result',
    score: 'Your scores, beside the result',
    ranked: 'Your order, beside the result',
  },
  noVote: 'There is no ballot of yours on this phone.',
  none: 'Your ballot was empty. That was fine.',
  several: (n) => `This phone voted for ${n} people, one by one. What each of them chose is not here.`,
  place: (rank) => `place ${rank} in the result`,
  mine: {
    dots: (n, people) => `${n === 1 ? '1 dot' : `${n} dots`} from ${people ? 'all of you' : 'you'}`,
    score: (n) => `your score: ${n} out of 5`,
    ranked: (n) => `your place ${n}`,
  },
  all: (dots, voters) =>
    `${dots === 1 ? '1 dot' : `${dots} dots`} from ${voters === 1 ? '1 person' : `${voters} people`}`,
  cards: 'What you wrote',
  noCards: 'There are no cards of yours on this phone.',
  story: 'Your story',
  step: 'Your if-then',
  noStep: 'You wrote down no step of your own. Here is room for it: if … then …',
  write: 'Room to write',
  prompts: ['What do I take with me?', 'How will others notice?', 'When do I look back?'],
  boxes: '□ stands for signs that cannot be printed here. They are on your phone.',
};

const words: Area<OwnWords> = { nl, en };

/** The texts about one's own copy of the report. */
export const ownWords = (lang: Lang): OwnWords => words[lang];
