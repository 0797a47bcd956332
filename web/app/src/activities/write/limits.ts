/** The length of a card in characters, as in session/card.go: a value, not a story. */
export const maxCard = 100;

/** That of the why on it. */
export const maxWhy = 200;
