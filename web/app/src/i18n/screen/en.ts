import type { Screen } from './nl';

export const en: Screen = {
  opening: 'Connecting to the session',
  openingHint: 'As soon as it answers, this wall shows how to join.',
};
