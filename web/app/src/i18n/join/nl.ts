/** Texts of the page where people type the pin. */
export const nl = {
  title: 'Doe mee',
  lead: 'Typ de cijfers die op het grote scherm staan.',
  pin: 'Pincode van de sessie',
  pinHint: 'Zes cijfers',
  enter: 'Doe mee',
};

export type Join = typeof nl;
