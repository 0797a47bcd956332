import { createContext } from 'svelte';
import { type Common, common } from './common';
import { type Formats, formats } from './formats';
import type { Area, Lang } from './lang';

type Areas = Record<string, Area<object>>;
type Texts<A extends Areas> = { [K in keyof A]: A[K]['nl'] } & { common: Common };

/**
 * The texts of one page in the language of the moment. Setting `lang` (a session may speak another language than the
 * phone) changes every text on the page and the document's own language.
 */
export class I18n<A extends Areas = Areas> {
  #areas: A;
  #lang = $state<Lang>('nl');

  /** The texts: t.common.sent, t.phone.…; numbers go in as arguments. */
  readonly t: Texts<A> = $derived.by(() => this.#texts(this.#lang));

  /** Numbers and dates as this language writes them. */
  readonly format: Formats = $derived(formats(this.#lang));

  constructor(lang: Lang, areas: A) {
    this.#areas = areas;
    this.lang = lang;
  }

  get lang(): Lang {
    return this.#lang;
  }

  set lang(lang: Lang) {
    this.#lang = lang;
    document.documentElement.lang = lang;
  }

  #texts(lang: Lang): Texts<A> {
    const texts = Object.entries({ ...this.#areas, common }).map(([name, area]) => [name, area[lang]]);
    return Object.fromEntries(texts) as Texts<A>;
  }
}

/** A page's texts from the areas it names; the common ones are always there. */
export function createI18n<A extends Areas>(lang: Lang, areas: A): I18n<A> {
  return new I18n(lang, areas);
}

const [use, provide] = createContext<I18n>();

/** Call once, in the page's root component: the ui components find their few words through it. */
export const provideI18n = (i18n: I18n<never> | I18n): void => void provide(i18n as I18n);

/** The page's language and common texts, for components that serve every page. */
export const useI18n = use;
