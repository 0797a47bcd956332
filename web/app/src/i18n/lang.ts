/** The languages the product speaks. */
export type Lang = 'nl' | 'en';

/** One area's texts in every language. The Dutch table is the type, so a missing English key fails the type check. */
export type Area<T> = Record<Lang, T>;

/** The session's language where it has one, else the reader's own; Dutch when they read neither. */
export function pickLang(session?: string, preferred: readonly string[] = navigator.languages): Lang {
  for (const tag of session ? [session, ...preferred] : preferred) {
    const lang = tag.slice(0, 2).toLowerCase();
    if (lang === 'nl' || lang === 'en') return lang;
  }
  return 'nl';
}
