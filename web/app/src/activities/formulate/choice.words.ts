import type { Area, Lang } from '../../i18n/lang';
import type { RoomChoice } from '../../wire/protocol';
import { verdictOf } from './choice';

/** What is said while the room chooses between the drafts of a value, and after it. */
const nl = {
  title: (name: string) => `Welke tekst past het best bij ${name}?`,
  lead: 'Kies er één. Je kunt nog wisselen tot de begeleider sluit. Niemand ziet tussenstanden.',
  none: 'Geen voorkeur',
  closed: 'De zaal heeft gekozen. De begeleider stelt nu de eindtekst vast.',
  yours: 'jouw keuze',
  next: 'Je scherm gaat vanzelf verder.',
  n: (n: number): string => `${n} keer gekozen`,
  noneCount: (n: number): string => `${n} keer geen voorkeur`,
  of: (n: number, of: number) => `${n} van ${of} kozen`,
  one: (table: number) => `De zaal kiest de tekst van tafel ${table}.`,
  tie: (tables: string) => `Gelijk: de teksten van ${tables} zijn even vaak gekozen.`,
  nobodyPrefers: 'Niemand had een voorkeur.',
  nobody: 'Niemand heeft gekozen.',
  table: (n: number) => `tafel ${n}`,
  and: ' en ',
  best: 'meest gekozen',

  ask: 'Laat de zaal kiezen',
  askOf: (name: string) => `Laat de zaal een tekst kiezen voor ${name}`,
  askAgain: 'Laat de zaal opnieuw kiezen',
  close: 'Sluit de keuze',
  isOpen: 'De zaal kiest nu. Niemand ziet tussenstanden, jij ook niet.',
  yoursToSettle: 'Jij stelt de eindtekst vast: deze, of een andere.',
  differs: (table: number) => `De zaal koos tafel ${table}; de begeleider koos anders.`,
};

export type ChoiceWords = typeof nl;

const en: ChoiceWords = {
  title: (name) => `Which text fits ${name} best?`,
  lead: 'Choose one. You can change it until the facilitator closes. Nobody sees how it stands.',
  none: 'No preference',
  closed: 'The room has chosen. The facilitator now settles the final text.',
  yours: 'your choice',
  next: 'Your screen goes on by itself.',
  n: (n) => (n === 1 ? 'chosen once' : `chosen ${n} times`),
  noneCount: (n) => (n === 1 ? 'no preference: once' : `no preference: ${n} times`),
  of: (n, of) => `${n} of ${of} chose`,
  one: (table) => `The room chooses the text of table ${table}.`,
  tie: (tables) => `A tie: the texts of ${tables} were chosen equally often.`,
  nobodyPrefers: 'Nobody had a preference.',
  nobody: 'Nobody chose.',
  table: (n) => `table ${n}`,
  and: ' and ',
  best: 'chosen most',

  ask: 'Let the room choose',
  askOf: (name) => `Let the room choose a text for ${name}`,
  askAgain: 'Let the room choose again',
  close: 'Close the choice',
  isOpen: 'The room is choosing. Nobody sees how it stands, nor do you.',
  yoursToSettle: 'You settle the final text: this one, or another.',
  differs: (table) => `The room chose table ${table}; the facilitator chose otherwise.`,
};

const all: Area<ChoiceWords> = { nl, en };

export const choiceWords = (lang: Lang): ChoiceWords => all[lang];

/** In one sentence, what the room chose. */
export function sayVerdict(t: ChoiceWords, room: RoomChoice): string {
  switch (verdictOf(room)) {
    case 'nobody':
      return t.nobody;
    case 'none':
      return t.nobodyPrefers;
    case 'one':
      return t.one(room.best[0]!);
    case 'tie': {
      const tables = room.best.map(t.table);
      return t.tie([tables.slice(0, -1).join(', '), tables.at(-1)].join(t.and));
    }
  }
}
