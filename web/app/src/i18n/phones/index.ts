import type { Lang } from '../lang';
import type { PhoneTexts } from './texts';

export type { PhoneTexts } from './texts';

const languages: Record<Lang, () => Promise<{ texts: PhoneTexts }>> = {
  nl: () => import('./nl'),
  en: () => import('./en'),
};

/** Fetches one language: nobody pays for a language they do not read. The pages name theirs, so that it comes with them. */
export const loadTexts = async (lang: Lang): Promise<PhoneTexts> => (await languages[lang]()).texts;
