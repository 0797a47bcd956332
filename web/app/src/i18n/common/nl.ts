/** Words that ui components and every page need. Keep it short: phones load it. */
export const nl = {
  name: 'Verbindend',
  cancel: 'Annuleren',
  close: 'Sluiten',
  busy: 'Bezig',
  loading: 'Laden…',
  again: 'Opnieuw proberen',
  chosen: 'gekozen',
  optional: 'mag leeg blijven',

  sent: 'verzonden',
  sending: 'wordt verzonden',
  kept: 'bewaard, wacht op verbinding',
  connected: 'verbonden',
  connecting: 'verbinden',
  offline: 'geen verbinding',

  charactersLeft: (n: number) => (n === 1 ? 'nog 1 teken' : `nog ${n} tekens`),
  charactersOver: (n: number) => (n === 1 ? '1 teken te veel' : `${n} tekens te veel`),
  step: (now: number, of: number) => `stap ${now} van ${of}`,
  ofAll: (n: number, of: number) => `${n} van ${of}`,

  dots: (n: number) => (n === 1 ? '1 stip' : `${n} stippen`),
  dotsLeft: (n: number) => (n === 0 ? 'alle stippen gezet' : n === 1 ? 'nog 1 stip' : `nog ${n} stippen`),
  dotMore: (on: string) => `Stip erbij op ${on}`,
  dotFewer: (on: string) => `Stip eraf bij ${on}`,
  dotsOn: (n: number, on: string) => `${n === 1 ? '1 stip' : `${n} stippen`} op ${on}`,

  timeLeft: 'Resterende tijd',
  timeUp: 'De tijd is om',
  paused: 'pauze',
  qr: (address: string) => `QR-code naar ${address}`,
};

export type Common = typeof nl;
