import { useHost } from '../../../i18n/host';
import type { Area } from '../../../i18n/lang';
import { en } from './en';
import { nl } from './nl';

export type LeadWords = typeof nl;

export const leadWords: Area<LeadWords> = { nl, en };

/** The texts about looking along and leading together, in the page's language. */
export function useLeadWords(): { readonly t: LeadWords } {
  const i18n = useHost();
  return {
    get t() {
      return leadWords[i18n.lang];
    },
  };
}
