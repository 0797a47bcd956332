import type { Lang } from './lang';

const locales: Record<Lang, string> = { nl: 'nl-NL', en: 'en-GB' };

export interface Formats {
  /** 1.234 in Dutch, 1,234 in English. */
  number(n: number): string;
  /** A share between 0 and 1, in whole percents. */
  percent(share: number): string;
  /** 23 november 2026. */
  date(at: Date): string;
  /** 12:38. */
  time(at: Date): string;
  /** "dialoog, vertrouwen en lef". */
  list(words: readonly string[]): string;
}

const made = new Map<Lang, Formats>();

/** The formats of a language; made once, because Intl objects are slow to make. */
export function formats(lang: Lang): Formats {
  let found = made.get(lang);
  if (!found) made.set(lang, (found = make(locales[lang])));
  return found;
}

function make(locale: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const list = new Intl.ListFormat(locale);
  return {
    number: (n) => number.format(n),
    percent: (share) => percent.format(share),
    date: (at) => date.format(at),
    time: (at) => time.format(at),
    list: (words) => list.format(words),
  };
}
