import type { Area, Lang } from '../../i18n/lang';

const nl = {
  title: 'Jouw eigen exemplaar',
  hint: 'Het verslag, met een bladzijde voor jou: je stippen, je kaartjes, je eigen stap en ruimte om te schrijven. Die bladzijde wordt op deze telefoon gemaakt en gaat nergens heen.',
  make: 'Maak mijn exemplaar (PDF)',
  making: 'Je exemplaar wordt gemaakt…',
  done: 'Je exemplaar is gemaakt. Je telefoon bewaart het waar ze bestanden bewaart.',
  failed: 'Het lukte nu niet. Wat je schreef staat nog op deze telefoon. Probeer het zo nog eens.',
  file: (day: string) => `mijn-verslag-${day}`,

  kicker: 'Alleen voor jou',
  page: 'Voor jou',
  private:
    'Deze bladzijde is op je telefoon gemaakt, van wat daar bewaard is. Ze staat nergens anders: ook de begeleider heeft haar niet.',
  dots: 'Jouw stippen, naast de uitslag',
  noDots: 'Op deze telefoon staan geen stippen van jou.',
  place: (rank: number) => `plaats ${rank}`,
  mine: (n: number) => (n === 1 ? '1 stip van jou' : `${n} stippen van jou`),
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
  hint: 'The report, with a page for you: your dots, your cards, your own step and room to write. That page is made on this phone and goes nowhere.',
  make: 'Make my copy (PDF)',
  making: 'Your copy is being made…',
  done: 'Your copy is ready. Your phone keeps it where it keeps files.',
  failed: 'It did not work just now. What you wrote is still on this phone. Try again in a moment.',
  file: (day) => `my-report-${day}`,

  kicker: 'For you alone',
  page: 'For you',
  private:
    'This page was made on your phone, from what is kept there. It is nowhere else: not even the facilitator has it.',
  dots: 'Your dots, beside the result',
  noDots: 'There are no dots of yours on this phone.',
  place: (rank) => `place ${rank}`,
  mine: (n) => (n === 1 ? '1 dot from you' : `${n} dots from you`),
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
