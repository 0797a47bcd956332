import { useHost } from '../../../i18n/host';
import type { Area } from '../../../i18n/lang';
import { en } from './en';
import { nl } from './nl';

export type AgendaWords = typeof nl;

export const agendaWords: Area<AgendaWords> = { nl, en };

/** The texts about agendas, in the page's language. */
export function useAgendaWords(): { readonly t: AgendaWords } {
  const i18n = useHost();
  return {
    get t() {
      return agendaWords[i18n.lang];
    },
  };
}
