import { useHost } from '../../../i18n/host';
import type { Area } from '../../../i18n/lang';
import { en } from './en';
import { nl } from './nl';

export type LibraryWords = typeof nl;

export const libraryWords: Area<LibraryWords> = { nl, en };

/** The texts about the library, in the page's language. */
export function useLibraryWords(): { readonly t: LibraryWords } {
  const i18n = useHost();
  return {
    get t() {
      return libraryWords[i18n.lang];
    },
  };
}
