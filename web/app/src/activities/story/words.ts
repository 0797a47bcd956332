import type { Area, Lang } from '../../i18n/lang';

const nl = {
  title: 'Eerst een moment',
  label: 'Wanneer was je trots op hoe jullie samenwerkten?',
  hint: 'Een paar regels voor jezelf. Ze blijven op deze telefoon, tenzij je ze deelt. Noem geen namen van collega’s.',
  share: 'Deel met de begeleider',
  shareHint: 'De begeleider kan het voorlezen, zonder te zeggen of te weten van wie het is.',
  again: 'Deel je nieuwe tekst',
  back: 'Trek in',
  shared: 'Gedeeld met de begeleider.',
  private: 'Staat alleen op deze telefoon.',
  tooLong: (n: number): string => `Hooguit ${n} tekens. Kort het in; er gaat niets verloren.`,
  shareds: (n: number): string => (n === 1 ? '1 verhaal om voor te lezen' : `${n} verhalen om voor te lezen`),
  aloud: 'Alleen jij ziet dit. Lees eerst, sla namen over, en lees voor wat de zaal mag horen.',
  why: 'Waarom deze waarde?',
  whyHint: 'Alleen de begeleider leest dit.',
};

export type StoryWords = typeof nl;

const en: StoryWords = {
  title: 'First a moment',
  label: 'When were you proud of how you worked together?',
  hint: 'A few lines for yourself. They stay on this phone unless you share them. No names of colleagues, please.',
  share: 'Share with the facilitator',
  shareHint: 'The facilitator may read it aloud, without saying or knowing whose it is.',
  again: 'Share your new text',
  back: 'Take back',
  shared: 'Shared with the facilitator.',
  private: 'Is on this phone only.',
  tooLong: (n) => `At most ${n} characters. Make it shorter; nothing is lost.`,
  shareds: (n) => (n === 1 ? '1 story to read aloud' : `${n} stories to read aloud`),
  aloud: 'Only you see this. Read first, leave names out, and read aloud what the room may hear.',
  why: 'Why this value?',
  whyHint: 'Only the facilitator reads this.',
};

const all: Area<StoryWords> = { nl, en };

export const storyWords = (lang: Lang): StoryWords => all[lang];
