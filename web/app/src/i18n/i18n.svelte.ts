import { createContext } from 'svelte';
import { type Common, common } from './common';
import { type Formats, formats } from './formats';
import type { Area, Lang } from './lang';

type Areas = Record<string, Area<object>>;
type AllTexts<A extends Areas> = { [K in keyof A]: A[K]['nl'] } & { common: Common };

/**
 * The texts of one page in the language of the moment. Setting `lang` (a session may speak another language than the
 * phone) changes every text on the page and the document's own language.
 */
export class I18n<T extends { common: Common } = { common: Common }> {
  #tables: Partial<Record<Lang, T>>;
  #lang = $state<Lang>('nl');

  /** The texts: t.common.sent, t.phone.…; numbers go in as arguments. */
  readonly t: T = $derived.by(() => this.#tables[this.#lang]!);

  /** Numbers and dates as this language writes them. */
  readonly format: Formats = $derived(formats(this.#lang));

  constructor(lang: Lang, tables: Partial<Record<Lang, T>>) {
    this.#tables = tables;
    this.lang = lang;
  }

  get lang(): Lang {
    return this.#lang;
  }

  /** Only to a language that it knows. */
  set lang(lang: Lang) {
    this.#lang = lang;
    document.documentElement.lang = lang;
  }

  /** Takes on a language whose texts were fetched later. */
  learn(lang: Lang, texts: T): void {
    this.#tables = { ...this.#tables, [lang]: texts };
    this.lang = lang;
  }
}

/** A page's texts in every language, from the areas it names; the common ones are always there. */
export function createI18n<A extends Areas>(lang: Lang, areas: A): I18n<AllTexts<A>> {
  const all = Object.entries({ ...areas, common });
  const of = (lang: Lang) => Object.fromEntries(all.map(([name, area]) => [name, area[lang]])) as AllTexts<A>;
  return new I18n(lang, { nl: of('nl'), en: of('en') });
}

const [use, provide] = createContext<I18n>();

/** Call once, in the page's root component: the ui components find their few words through it. */
export const provideI18n = (i18n: I18n): void => void provide(i18n);

/** The page's language and common texts, for components that serve every page. */
export const useI18n = use;
