import type { Phone } from './nl';

export const en: Phone = {
  opening: 'Finding your session',
  openingHint: 'This usually takes a moment. You can leave your screen on.',
};
