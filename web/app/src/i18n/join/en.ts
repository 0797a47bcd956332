import type { Join } from './nl';

export const en: Join = {
  title: 'Join in',
  lead: 'Type the six digits you see on the big screen.',
  pin: 'Session pin',
  enter: 'Join in',
  incomplete: 'A pin has six digits. Have another look at the big screen.',
  gone: 'This session does not exist (any more)',
  goneHint: 'Check the digits, or ask the facilitator for the new ones.',
  offline: 'There is no connection now',
  offlineHint: 'Check that wifi or mobile data is on and try again. Your digits stay here.',
  failed: 'That did not work',
  noName: 'No account, no name. First you read what happens to your data.',
  found: (title) => `Found: ${title}`,
};
