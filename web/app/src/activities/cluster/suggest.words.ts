import type { Area, Lang } from '../../i18n/lang';
import type { DoneItem, SuggestReason } from '../../wire/protocol';

type Verb = 'merge' | 'move' | 'split' | 'rename' | 'park' | 'undo';

const nl = {
  title: 'Voorstellen',
  count: (n: number): string => (n === 1 ? '1 voorstel' : `${n} voorstellen`),
  more: (n: number): string => (n === 1 ? 'Hierna komt er nog 1.' : `Hierna komen er nog ${n}.`),
  lead: 'Dit lijkt hetzelfde. Jij beslist; ongedaan maken kan altijd.',
  why: (reason: SuggestReason, word: string): string =>
    ({
      value: `in het waardendeck hetzelfde: ${word}`,
      stem: `zelfde stam: ${word}`,
      spelling: 'bijna hetzelfde gespeld',
    })[reason],
  accept: 'Voeg samen',
  acceptOf: (names: string) => `Voeg samen: ${names}`,
  refuse: 'Laat apart',
  refuseOf: (names: string) => `Laat apart: ${names}`,
  acceptAll: 'Voeg alles samen',
  refuseAll: 'Laat alles apart',
  none: 'Niets lijkt nu dubbel.',
  related: 'Verwant, niet samenvoegen',
  relatedHint: 'Deze waarden liggen dicht bij elkaar en verdelen straks de stippen. Bespreek het verschil.',
  pair: (a: string, b: string) => `${a} en ${b}`,
  doubts: (n: number): string => `${n} keer: klopt niet`,

  log: 'Wie legde wat waar',
  logNone: 'Nog niets verlegd.',
  alike: (n: number) => `Vanzelf: ${n} kaartjes liggen bij elkaar omdat er hetzelfde op staat.`,
  who: (tab: number, tabs: number): string => (tabs > 1 ? `begeleider, tabblad ${tab}` : 'begeleider'),
  by: (done: DoneItem): string => {
    const reasons = [...new Set(done.accepted ?? [])].map(
      (reason) =>
        ({ value: 'zelfde waarde in het deck', stem: 'zelfde stam', spelling: 'bijna zelfde spelling' })[reason],
    );
    return reasons.length > 0 ? `voorstel (${reasons.join(', ')})` : '';
  },
  did: (done: DoneItem): string => {
    const more = done.cards - done.words.length;
    const what = [...done.words.map((word) => `“${word}”`), ...(more > 0 ? [`nog ${more}`] : [])].join(', ');
    const into = done.into ? `“${done.into}”` : '';
    return {
      merge: `${what} bij ${into}`,
      move: `${what} naar ${into}`,
      split: `${what} uit elkaar gelegd`,
      rename: `naam: ${into}`,
      park: `${into} geparkeerd of teruggehaald`,
      undo: `ongedaan gemaakt: ${what || into}`,
    }[done.verb as Verb];
  },
};

export type SuggestWords = typeof nl;

const en: SuggestWords = {
  title: 'Suggestions',
  count: (n) => (n === 1 ? '1 suggestion' : `${n} suggestions`),
  more: (n) => (n === 1 ? 'One more comes after these.' : `${n} more come after these.`),
  lead: 'These look the same. You decide, and can always undo it.',
  why: (reason, word) =>
    ({
      value: `the same in the value deck: ${word}`,
      stem: `same stem: ${word}`,
      spelling: 'spelled almost the same',
    })[reason],
  accept: 'Merge',
  acceptOf: (names) => `Merge: ${names}`,
  refuse: 'Keep apart',
  refuseOf: (names) => `Keep apart: ${names}`,
  acceptAll: 'Merge all',
  refuseAll: 'Keep all apart',
  none: 'Nothing looks double now.',
  related: 'Related, do not merge',
  relatedHint: 'These values are close, and will share the dots. Talk about the difference.',
  pair: (a, b) => `${a} and ${b}`,
  doubts: (n) => (n === 1 ? 'once: does not fit' : `${n} times: does not fit`),

  log: 'Who laid what where',
  logNone: 'Nothing has been moved yet.',
  alike: (n) => `By themselves: ${n} cards lie together because they say the same.`,
  who: (tab, tabs) => (tabs > 1 ? `facilitator, tab ${tab}` : 'facilitator'),
  by: (done) => {
    const reasons = [...new Set(done.accepted ?? [])].map(
      (reason) =>
        ({ value: 'same value in the deck', stem: 'same stem', spelling: 'almost the same spelling' })[reason],
    );
    return reasons.length > 0 ? `suggestion (${reasons.join(', ')})` : '';
  },
  did: (done) => {
    const more = done.cards - done.words.length;
    const what = [...done.words.map((word) => `“${word}”`), ...(more > 0 ? [`${more} more`] : [])].join(', ');
    const into = done.into ? `“${done.into}”` : '';
    return {
      merge: `${what} with ${into}`,
      move: `${what} to ${into}`,
      split: `${what} laid apart`,
      rename: `name: ${into}`,
      park: `${into} parked or taken back`,
      undo: `undone: ${what || into}`,
    }[done.verb as Verb];
  },
};

const all: Area<SuggestWords> = { nl, en };

export const suggestWords = (lang: Lang): SuggestWords => all[lang];
