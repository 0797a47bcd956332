import { useHost } from '../../i18n/host';
import type { Area } from '../../i18n/lang';

const nl = {
  title: 'Om af te drukken',
  open: 'Om af te drukken…',
  lead: 'Elk vel is een PDF. Wat er nu in staat, is wat de zaal nu mag weten.',
  invitation: 'Uitnodiging voor de deur',
  invitationHint: 'De code en de pin, groot genoeg voor de achterste rij.',
  ballots: 'Papieren stembiljetten',
  ballotsHint:
    'Voor wie geen telefoon heeft. Ze zijn er zodra de zaal het stembiljet ziet, elk met een eigen volgorde.',
  copies: 'Hoeveel',
  poster: 'Poster met de waarden',
  posterHint: 'Voor aan de muur.',
  slide: 'Dia (PNG)',
  cards: 'Kaarten om te delen',
  cardsHint: 'Elke waarde als plaatje van 1200 bij 630.',
  card: (n: number, name: string) => `Kaart ${n}: ${name}`,
  a4: 'A4',
  a3: 'A3',
  print: 'Maak de PDF',
};

export type PrintWords = typeof nl;

const en: PrintWords = {
  title: 'To print',
  open: 'To print…',
  lead: 'Each sheet is a PDF. It holds what the room may know right now.',
  invitation: 'Invitation for the door',
  invitationHint: 'The code and the pin, large enough for the last row.',
  ballots: 'Paper ballots',
  ballotsHint:
    'For those without a phone. They are there as soon as the room sees the ballot, each in an order of its own.',
  copies: 'How many',
  poster: 'Poster with the values',
  posterHint: 'For the wall.',
  slide: 'Slide (PNG)',
  cards: 'Cards to share',
  cardsHint: 'Each value as an image of 1200 by 630.',
  card: (n, name) => `Card ${n}: ${name}`,
  a4: 'A4',
  a3: 'A3',
  print: 'Make the PDF',
};

/** The same by language. */
export const printWords: Area<PrintWords> = { nl, en };

/** The texts about what can be printed, in the page's language. */
export function usePrintWords(): { readonly t: PrintWords } {
  const i18n = useHost();
  return {
    get t() {
      return printWords[i18n.lang];
    },
  };
}
