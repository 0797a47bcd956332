import type { Join } from './nl';

export const en: Join = {
  title: 'Join in',
  lead: 'Type the digits you see on the big screen.',
  pin: 'Session pin',
  pinHint: 'Six digits',
  enter: 'Join in',
};
