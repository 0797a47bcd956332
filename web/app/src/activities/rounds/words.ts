import type { Area, Lang } from '../../i18n/lang';
import type { Company, Turn } from '../../wire/protocol';

type Spoken = Exclude<Company, 'late'>;
const cards = (n: number): string => (n === 1 ? '1 kaartje' : `${n} kaartjes`);

const nl = {
  round: (n: number, of: number): string => (of === 1 ? 'Eén ronde' : `Ronde ${n} van ${of}`),
  names: { alone: 'Alleen', pair: 'Met twee', four: 'Met vier', all: 'Met iedereen' } satisfies Record<Spoken, string>,
  titles: {
    alone: 'Kijk in stilte naar je kaartjes',
    pair: 'Praat met je buur',
    four: 'Praat met z’n vieren',
    all: 'Praat met de hele groep',
  } satisfies Record<Spoken, string>,
  asks: {
    alone: 'Welk kaartje zou je willen uitleggen? Mist er nog iets?',
    pair: 'Vertel elkaar waar je aan dacht. Wat komt erbij, wat wordt sterker?',
    four: 'Zoek een ander tweetal, of praat aan je tafel. Wat hebben jullie gemeen?',
    all: 'Wat hoorde je dat iedereen moet weten?',
  } satisfies Record<Spoken, string>,
  label: 'Een waarde uit jullie gesprek',
  labelAlone: 'Nog een waarde',
  who: 'Eén van jullie schrijft een nieuwe waarde op. Noem geen namen van collega’s.',
  noNames: 'Noem geen namen van collega’s.',
  stronger: 'Hier staan wij achter',
  strongerOne: (text: string): string => `Hier staan wij achter: ${text}`,
  isStronger: 'sterker geworden',
  came: {
    alone: 'van jezelf',
    pair: 'uit een gesprek met twee',
    four: 'uit een gesprek met vier',
    all: 'uit de hele groep',
  },
  full: 'Je hebt in deze gesprekken al je kaartjes gebruikt. Sterker maken kan nog wel.',
  closed: 'Dank je. De gesprekken zijn gesloten.',
  closedDraft: 'Je tekst staat er nog. Opent de begeleider de gesprekken weer, dan kun je hem alsnog neerleggen.',
  next: 'Zo leggen we samen bij elkaar wat bij elkaar hoort. Kijk mee op het grote scherm.',
  none: 'Je hebt geen kaartjes. Dat mag; je praat gewoon mee.',

  rounds: 'De rondes',
  minutes: (n: number): string => (n === 1 ? '1 minuut' : `${n} minuten`),
  now: 'nu bezig',
  go: (turn: Turn): string => `Ga naar: ${nl.names[turn.with as Spoken].toLowerCase()}`,
  hint: 'De klok sluit niets. Jij zegt wanneer jullie wisselen.',
  brought: (laid: number, stronger: number): string => `${cards(laid)} erbij, ${stronger} sterker geworden`,
  screenClosed: 'Dit bracht het gesprek',
  screenClosedHint: 'Zo leggen we samen bij elkaar wat bij elkaar hoort.',
  onPhone: 'Leg op je telefoon een kaartje neer, of maak er een sterker.',
};

export type RoundsWords = typeof nl;

const some = (n: number): string => (n === 1 ? '1 card' : `${n} cards`);

const en: RoundsWords = {
  round: (n, of) => (of === 1 ? 'One round' : `Round ${n} of ${of}`),
  names: { alone: 'Alone', pair: 'In twos', four: 'In fours', all: 'Everybody' },
  titles: {
    alone: 'Look at your cards in silence',
    pair: 'Talk with your neighbour',
    four: 'Talk with four of you',
    all: 'Talk with the whole room',
  },
  asks: {
    alone: 'Which card would you like to explain? Is something missing?',
    pair: 'Tell each other what you thought of. What is new, what grows stronger?',
    four: 'Find another pair, or talk at your table. What do you have in common?',
    all: 'What did you hear that everybody should know?',
  },
  label: 'A value from your conversation',
  labelAlone: 'One more value',
  who: 'One of you writes down a new value. No names of colleagues, please.',
  noNames: 'No names of colleagues, please.',
  stronger: 'We stand behind this',
  strongerOne: (text) => `We stand behind this: ${text}`,
  isStronger: 'grown stronger',
  came: { alone: 'your own', pair: 'from a talk in twos', four: 'from a talk in fours', all: 'from the whole room' },
  full: 'You have used all your cards for these conversations. You can still make cards stronger.',
  closed: 'Thank you. The conversations are closed.',
  closedDraft: 'Your text is still here. If the facilitator opens the conversations again, you can lay it down.',
  next: 'Soon we put together what belongs together. Follow on the big screen.',
  none: 'You have no cards. That is fine; just join in the conversation.',

  rounds: 'The rounds',
  minutes: (n) => (n === 1 ? '1 minute' : `${n} minutes`),
  now: 'going on',
  go: (turn) => `Go to: ${en.names[turn.with as Spoken].toLowerCase()}`,
  hint: 'The clock closes nothing. You say when people change.',
  brought: (laid, stronger) => `${some(laid)} added, ${stronger} made stronger`,
  screenClosed: 'What the conversation brought',
  screenClosedHint: 'Soon we put together what belongs together.',
  onPhone: 'Lay down a card on your phone, or make one stronger.',
};

const all: Area<RoundsWords> = { nl, en };

export const roundsWords = (lang: Lang): RoundsWords => all[lang];
export type { Spoken };
