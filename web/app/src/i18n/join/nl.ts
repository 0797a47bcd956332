/** Texts of the page where people type the pin. */
export const nl = {
  title: 'Doe mee',
  lead: 'Typ de zes cijfers die op het grote scherm staan.',
  pin: 'Pincode van de sessie',
  enter: 'Doe mee',
  incomplete: 'Een pincode heeft zes cijfers. Kijk nog eens op het grote scherm.',
  gone: 'Deze sessie bestaat niet (meer)',
  goneHint: 'Kijk of de cijfers kloppen, of vraag de begeleider om de nieuwe.',
  offline: 'Er is nu geen verbinding',
  offlineHint: 'Kijk of wifi of mobiel internet aanstaat en probeer het dan nog eens. Je cijfers blijven staan.',
  failed: 'Dat lukte niet',
  noName: 'Geen account, geen naam. Je leest eerst wat er met je gegevens gebeurt.',
  found: (title: string) => `Gevonden: ${title}`,
};

export type Join = typeof nl;
