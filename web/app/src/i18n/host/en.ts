import type { Host } from './nl';

export const en: Host = {
  opening: 'Getting the session',
  openingHint: 'The plan and how things stand will appear here in a moment.',
};
