import { home } from './nl.home';
import { lead } from './nl.lead';
import { script } from './nl.script';

/** Texts of the facilitator's pages: the desk (home), leading a session (lead), and what to say (script). */
export const nl = {
  opening: 'We halen de sessie op',
  openingHint: 'Het plan en de stand van nu verschijnen hier zo.',
  kinds: {
    welcome: 'Welkom',
    write: 'Schrijven',
    rounds: 'In gesprek: 1-2-4-allen',
    cluster: 'Clusteren en namen geven',
    clarify: 'Het stembiljet verhelderen',
    vote: 'Blind stemmen',
    reveal: 'Onthulling',
    checkin: 'Inchecken',
    tensions: 'Spanningen',
    pause: 'Pauze',
    formulate: 'Waarden in woorden',
    consent: 'Akkoord op de teksten',
    rate: 'Belang en aanwezigheid',
    commit: 'Volgende stappen',
    checkout: 'Uitchecken',
  },
  minutes: (n: number): string => (n === 1 ? '1 minuut' : `${n} minuten`),
  home,
  lead,
  script,
};

export type Host = typeof nl;
