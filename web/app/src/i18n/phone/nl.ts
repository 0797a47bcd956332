/** Texts of the participant's phone. */
export const nl = {
  opening: 'We zoeken je sessie op',
  openingHint: 'Dit duurt meestal maar even. Je kunt je scherm openlaten.',
};

export type Phone = typeof nl;
