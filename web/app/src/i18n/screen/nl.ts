/** Texts of the projector. */
export const nl = {
  opening: 'We maken verbinding met de sessie',
  openingHint: 'Zodra de sessie antwoordt, staat hier hoe je meedoet.',
};

export type Screen = typeof nl;
