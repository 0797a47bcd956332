import { useHost } from '../../i18n/host';
import type { Area } from '../../i18n/lang';

const nl = {
  title: 'Het verslag delen',
  open: 'Het verslag delen…',
  lead: 'Wie een link heeft, leest het verslag op het web. Trek je een link in, dan werkt die niet meer; de andere wel.',
  provisional: 'De sessie loopt nog. Tot het eind laat het verslag zien wat de zaal op dat moment mag weten.',
  list: 'Links naar het verslag',
  none: 'Er is nog geen link. Als de sessie eindigt, komt er vanzelf een voor de zaal.',
  loading: 'We halen de links op.',
  room: 'Voor de zaal',
  roomHint: 'Telefoons en het gedrukte verslag wijzen hiernaar.',
  nameless: 'Link zonder naam',
  made: (day: string) => `gemaakt op ${day}`,
  until: (day: string) => `werkt tot en met ${day}`,
  always: 'werkt zolang er resultaten zijn',
  revoked: 'ingetrokken',
  expired: 'verlopen',
  view: 'Bekijk het verslag',
  copy: 'Kopieer de link',
  copied: 'De link is gekopieerd',
  byHand: 'Kopieer de link hier:',
  revoke: 'Trek in',
  sure: 'Wie deze link heeft, ziet dan niets meer. Dat is niet terug te draaien; je kunt wel een nieuwe link maken.',
  sureRoom:
    'Telefoons en het gedrukte verslag wijzen dan nergens meer heen. Dat is niet terug te draaien; je kunt wel een nieuwe link maken.',
  yes: 'Ja, trek deze link in',
  no: 'Laat staan',
  gone: 'De link is ingetrokken',
  make: 'Maak een link',
  makeTitle: 'Nog een link',
  label: 'Voor wie is hij?',
  labelHint: 'Alleen begeleiders zien dit.',
  works: 'Hoe lang werkt hij?',
  days: { 7: 'een week', 30: '30 dagen', 90: '90 dagen', 0: 'zolang er resultaten zijn (12 maanden)' },
  forRoom: 'Dit wordt de link voor de zaal',
  ready: 'De link is klaar',
};

export type ReaderWords = typeof nl;

const en: ReaderWords = {
  title: 'Sharing the report',
  open: 'Share the report…',
  lead: 'Whoever has a link reads the report on the web. A link that you withdraw stops working; the others go on.',
  provisional: 'The session is still going on. Until its end the report shows what the room may know at that moment.',
  list: 'Links to the report',
  none: 'There is no link yet. One for the room is made by itself when the session ends.',
  loading: 'Fetching the links.',
  room: 'For the room',
  roomHint: 'Phones and the printed report lead here.',
  nameless: 'Link without a name',
  made: (day) => `made on ${day}`,
  until: (day) => `works up to ${day}`,
  always: 'works as long as there are results',
  revoked: 'withdrawn',
  expired: 'expired',
  view: 'Read the report',
  copy: 'Copy the link',
  copied: 'The link was copied',
  byHand: 'Copy the link from here:',
  revoke: 'Withdraw',
  sure: 'Whoever has this link will see nothing any more. This cannot be undone, but you can make a new link.',
  sureRoom: 'Phones and the printed report will then lead nowhere. This cannot be undone, but you can make a new link.',
  yes: 'Yes, withdraw this link',
  no: 'Leave it',
  gone: 'The link was withdrawn',
  make: 'Make a link',
  makeTitle: 'Another link',
  label: 'For whom is it?',
  labelHint: 'Only facilitators see this.',
  works: 'How long does it work?',
  days: { 7: 'a week', 30: '30 days', 90: '90 days', 0: 'as long as there are results (12 months)' },
  forRoom: 'This becomes the link for the room',
  ready: 'The link is ready',
};

export const readerWords: Area<ReaderWords> = { nl, en };

/** The texts about links to the report, in the page's language. */
export function useReaderWords(): { readonly t: ReaderWords } {
  const i18n = useHost();
  return {
    get t() {
      return readerWords[i18n.lang];
    },
  };
}
