import { home } from './en.home';
import { lead } from './en.lead';
import { script } from './en.script';
import type { Host } from './nl';

export const en: Host = {
  opening: 'Getting the session',
  openingHint: 'The plan and how things stand will appear here in a moment.',
  kinds: {
    welcome: 'Welcome',
    write: 'Writing',
    rounds: 'In conversation: 1-2-4-all',
    cluster: 'Cluster and name',
    clarify: 'Make the ballot clear',
    vote: 'Blind vote',
    reveal: 'Reveal',
    checkin: 'Check-in',
    tensions: 'Tensions',
    pause: 'Break',
    formulate: 'Values in words',
    consent: 'Consent on the texts',
    rate: 'Importance and presence',
    commit: 'Next steps',
    checkout: 'Check-out',
  },
  minutes: (n) => (n === 1 ? '1 minute' : `${n} minutes`),
  home,
  lead,
  script,
};
