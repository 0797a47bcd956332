import type { Area, Lang } from '../../i18n/lang';

const nl = {
  doubt: 'Klopt niet',
  doubtOf: (text: string) => `“${text}” hoort hier niet bij`,
  said: 'De begeleider ziet dat iemand dit zegt, niet wie. Tik nog eens om het terug te nemen.',
};

export type DoubtWords = typeof nl;

const en: DoubtWords = {
  doubt: 'Does not fit',
  doubtOf: (text) => `“${text}” does not belong here`,
  said: 'The facilitator sees that somebody says so, not who. Tap again to take it back.',
};

const all: Area<DoubtWords> = { nl, en };

export const doubtWords = (lang: Lang): DoubtWords => all[lang];
