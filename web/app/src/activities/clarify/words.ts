import type { Area, Lang } from '../../i18n/lang';
import type { ProposalStatus } from '../../wire/protocol';

type Told = Exclude<ProposalStatus, 'withdrawn'>;

const nl = {
  title: 'Is dit een helder stembiljet?',
  lead: 'Straks verdeel je hier je stippen over. Zeg het als iets niet klopt.',
  options: 'Het stembiljet tot nu toe',
  unclear: 'Begrijp ik niet',
  misplaced: 'Hoort hier niet',
  about: (what: string, name: string): string => `${what}: ${name}`,
  missing: 'Mist er nog een waarde?',
  label: 'Jouw laatste waarde',
  hint: 'Eén waarde. Noem geen namen van collega’s. De begeleider leest hem en zet hem erbij, of niet.',
  send: 'Stel voor',
  empty: 'Schrijf eerst een waarde op.',
  full: 'Je hebt drie waarden voorgesteld. Meer kan niet.',
  status: { waiting: 'wacht op de begeleider', accepted: 'staat erbij', declined: 'niet overgenomen' } satisfies Record<
    Told,
    string
  >,
  withdraw: 'Trek in',
  withdrawOne: (text: string): string => `Trek in: ${text}`,
  own: 'Wat jij voorstelde',
  sent: 'Je voorstel is verzonden.',
  closed: 'Het stembiljet is besproken',
  next: 'Hierna stem je: waar wil jij op bouwen?',
  none: 'Er staat nog niets op het stembiljet.',

  hostHint: 'Wie iets niet begrijpt of weg wil, zie je alleen jij, als aantal. Hernoem of parkeer wat niet klopt.',
  hostClosed: 'Telefoons kunnen niets meer zeggen. De stemming legt het stembiljet vast.',
  unclearBy: (n: number): string => `${n} begrijpen dit niet`,
  misplacedBy: (n: number): string => `${n}: hoort hier niet`,
  rename: 'Hernoem',
  renameOne: (name: string): string => `Hernoem ${name}`,
  newName: 'Nieuwe naam',
  save: 'Bewaar',
  park: 'Parkeer',
  parkOne: (name: string): string => `Parkeer ${name}`,
  unpark: 'Haal terug',
  unparkOne: (name: string): string => `Haal ${name} terug`,
  parked: 'Geparkeerd',
  proposals: 'Voorstellen',
  noProposals: 'Nog geen voorstellen.',
  accept: 'Zet erbij',
  acceptOne: (text: string): string => `Zet ${text} erbij`,
  decline: 'Niet overnemen',
  declineOne: (text: string): string => `Neem ${text} niet over`,
  declined: 'niet overgenomen',
  lines: (n: number): string => (n === 1 ? '1 waarde op het stembiljet' : `${n} waarden op het stembiljet`),

  whys: (n: number): string => (n === 1 ? 'Waarom: 1 keer' : `Waarom: ${n} keer`),

  screen: 'Is dit een helder stembiljet?',
  screenHint: 'Begrijp je iets niet, of mist er iets? Zeg het op je telefoon, of hardop.',
  screenClosed: 'Dit wordt het stembiljet',
};

export type ClarifyWords = typeof nl;

const en: ClarifyWords = {
  title: 'Is this ballot clear?',
  lead: 'Soon you spread your dots over this. Say so if something is not right.',
  options: 'The ballot so far',
  unclear: 'I do not understand',
  misplaced: 'Does not belong here',
  about: (what, name) => `${what}: ${name}`,
  missing: 'Is a value still missing?',
  label: 'Your last value',
  hint: 'One value. No names of colleagues, please. The facilitator reads it and adds it, or not.',
  send: 'Propose',
  empty: 'Write down a value first.',
  full: 'You have proposed three values. That is the most.',
  status: { waiting: 'waits for the facilitator', accepted: 'has been added', declined: 'not taken up' },
  withdraw: 'Take back',
  withdrawOne: (text) => `Take back: ${text}`,
  own: 'What you proposed',
  sent: 'Your proposal has been sent.',
  closed: 'The ballot has been discussed',
  next: 'Next you vote: what do you want to build on?',
  none: 'Nothing is on the ballot yet.',

  hostHint:
    'Only you see, as a number, who does not understand or wants something gone. Rename or park what is not right.',
  hostClosed: 'Phones can say nothing more. The vote fixes the ballot.',
  unclearBy: (n) => `${n} do not understand`,
  misplacedBy: (n) => `${n}: does not belong here`,
  rename: 'Rename',
  renameOne: (name) => `Rename ${name}`,
  newName: 'New name',
  save: 'Save',
  park: 'Park',
  parkOne: (name) => `Park ${name}`,
  unpark: 'Take back',
  unparkOne: (name) => `Take ${name} back`,
  parked: 'Parked',
  proposals: 'Proposals',
  noProposals: 'No proposals yet.',
  accept: 'Add',
  acceptOne: (text) => `Add ${text}`,
  decline: 'Do not take up',
  declineOne: (text) => `Do not take up ${text}`,
  declined: 'not taken up',
  lines: (n) => (n === 1 ? '1 value on the ballot' : `${n} values on the ballot`),

  whys: (n) => (n === 1 ? 'Why: once' : `Why: ${n} times`),

  screen: 'Is this ballot clear?',
  screenHint: 'Is something not clear, or missing? Say so on your phone, or aloud.',
  screenClosed: 'This will be the ballot',
};

const all: Area<ClarifyWords> = { nl, en };

export const clarifyWords = (lang: Lang): ClarifyWords => all[lang];
export type { Told };
