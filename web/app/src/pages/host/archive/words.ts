import { useHost } from '../../../i18n/host';
import type { Area } from '../../../i18n/lang';
import { en } from './en';
import { nl } from './nl';

export type ArchiveWords = typeof nl;

export const archiveWords: Area<ArchiveWords> = { nl, en };

/** The texts about results from a file, in the page's language. */
export function useArchiveWords(): { readonly t: ArchiveWords } {
  const i18n = useHost();
  return {
    get t() {
      return archiveWords[i18n.lang];
    },
  };
}
