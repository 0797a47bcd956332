import type { Common } from './nl';

export const en: Common = {
  name: 'Verbindend',
  cancel: 'Cancel',
  close: 'Close',
  busy: 'Busy',
  loading: 'Loading…',
  again: 'Try again',
  chosen: 'chosen',
  optional: 'may stay empty',

  sent: 'sent',
  sending: 'sending',
  kept: 'kept, waiting for a connection',
  connected: 'connected',
  connecting: 'connecting',
  offline: 'no connection',

  charactersLeft: (n) => (n === 1 ? '1 character left' : `${n} characters left`),
  charactersOver: (n) => (n === 1 ? '1 character too many' : `${n} characters too many`),
  step: (now, of) => `step ${now} of ${of}`,
  ofAll: (n, of) => `${n} of ${of}`,

  dots: (n) => (n === 1 ? '1 dot' : `${n} dots`),
  dotsLeft: (n) => (n === 0 ? 'all dots placed' : n === 1 ? '1 dot left' : `${n} dots left`),
  dotMore: (on) => `Add a dot to ${on}`,
  dotFewer: (on) => `Take a dot from ${on}`,
  dotsOn: (n, on) => `${n === 1 ? '1 dot' : `${n} dots`} on ${on}`,

  timeLeft: 'Time left',
  timeUp: 'Time is up',
  paused: 'paused',
  qr: (address) => `QR code to ${address}`,
};
