import type { Area, Lang } from '../../i18n/lang';

/** What a phone says around the field while people write: the deck, and who reads along. */
const nl = {
  deck: 'Zoek je woorden? Bekijk de waarden',
  deckTitle: 'Waarden om uit te kiezen',
  deckHint: 'Kies er een: de naam komt in je veld en je kunt hem nog veranderen.',
  house: 'Alle huisregels',
  rules: [
    'Schrijf één waarde per kaartje, in je eigen woorden. Niets is fout.',
    'Noem geen namen van collega’s, en niets waaraan iemand te herkennen is.',
    'Schrijf over wat werkt, niet over wie het niet doet.',
    'Wat anderen opschrijven, blijft in deze groep.',
  ],
  title: 'Open schrijven: anderen lezen mee',
  seen: 'Je kaartje staat meteen op andere telefoons en op het scherm. Zonder naam, maar in een kleine groep kan iemand raden dat het van jou is.',
  held: 'Je kaartje komt op andere telefoons en op het scherm zodra de begeleider het heeft gelezen. Zonder naam, maar in een kleine groep kan iemand raden dat het van jou is.',
  choose: 'Tot je kiest, blijft verborgen wat je neerlegt.',
  yes: 'Laat anderen meelezen',
  no: 'Houd verborgen',
  isSeen: 'Anderen lezen mee met wat je neerlegt.',
  isHeld: 'Anderen lezen mee met wat je neerlegt, na de begeleider.',
  isUnseen: 'Wat je neerlegt, blijft verborgen tot het schrijven sluit.',
  marks: { '': 'verborgen tot het sluiten', held: 'wacht op de begeleider', seen: 'anderen lezen mee' },
  others: 'Wat anderen schrijven',
  none: 'Nog niets. Zodra iemand laat meelezen, staat het hier.',
};

export type BesideWords = typeof nl;

const en: BesideWords = {
  deck: 'Looking for words? See the values',
  deckTitle: 'Values to choose from',
  deckHint: 'Choose one: its name goes into your field, and you can still change it.',
  house: 'All house rules',
  rules: [
    'Write one value per card, in your own words. Nothing is wrong.',
    'Name no colleagues, and nothing by which somebody can be recognised.',
    'Write about what works, not about who does not do it.',
    'What others write down stays in this group.',
  ],
  title: 'Writing in the open: others read along',
  seen: 'Your card is on other phones and on the screen at once. Without a name, but in a small group somebody may guess that it is yours.',
  held: 'Your card is on other phones and on the screen when the facilitator has read it. Without a name, but in a small group somebody may guess that it is yours.',
  choose: 'Until you choose, what you lay down stays hidden.',
  yes: 'Let others read along',
  no: 'Keep hidden',
  isSeen: 'Others read what you lay down.',
  isHeld: 'Others read what you lay down, after the facilitator.',
  isUnseen: 'What you lay down stays hidden until writing closes.',
  marks: { '': 'hidden until it closes', held: 'waits for the facilitator', seen: 'others read it' },
  others: 'What others write',
  none: 'Nothing yet. As soon as somebody lets others read along, it is here.',
};

const all: Area<BesideWords> = { nl, en };

export const besideWords = (lang: Lang): BesideWords => all[lang];
