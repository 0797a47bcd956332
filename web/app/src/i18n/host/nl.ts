/** Texts of the facilitator's page. */
export const nl = {
  opening: 'We halen de sessie op',
  openingHint: 'Het plan en de stand van nu verschijnen hier zo.',
};

export type Host = typeof nl;
