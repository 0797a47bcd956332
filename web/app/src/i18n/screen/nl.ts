/** Texts of the projector. Few words, large: the back row reads them too. */
export const nl = {
  opening: 'We maken verbinding met de sessie',
  openingHint: 'Zodra de sessie antwoordt, staat hier hoe je meedoet.',
  goneTitle: 'Deze sessie bestaat niet (meer)',
  goneHint: 'Open het scherm opnieuw vanaf de pagina van de begeleider.',
  deniedTitle: 'Deze link opent het scherm niet',
  deniedHint: 'De sleutel achter het # ontbreekt of klopt niet. Neem de link over van de pagina van de begeleider.',
  offline: 'even geen verbinding',
  fictional: 'fictieve gegevens',
  rehearsal: 'Proefsessie: nagebootste deelnemers, telt niet',

  kinds: {
    welcome: 'Welkom',
    write: 'Schrijven',
    rounds: 'In gesprek',
    cluster: 'Clusteren en namen geven',
    clarify: 'Het stembiljet verhelderen',
    vote: 'Blind stemmen',
    reveal: 'Onthulling',
    checkin: 'Inchecken',
    tensions: 'Spanningen',
    pause: 'Pauze',
    formulate: 'Waarden in woorden',
    consent: 'Akkoord op de teksten',
    rate: 'Belang en aanwezigheid',
    commit: 'Volgende stappen',
    checkout: 'Uitchecken',
  },
  pin: 'pin',

  question: 'Welke waarde vraagt verbindend leiderschap van jou?',
  scan: 'Scan de code, of ga naar',
  type: 'en typ',
  stones: (n: number): string => (n === 1 ? 'steen in de brug' : 'stenen in de brug'),
  people: (n: number): string => (n === 1 ? 'mens bouwt de brug' : 'mensen bouwen de brug'),
  perStone: (n: number) => `elke steen staat voor ${n} mensen`,
  connected: (n: string) => `${n} verbonden`,
  firstStone: 'De eerste steen is voor wie nu scant',
  soon: 'We beginnen zo',

  writePrompt: 'Denk aan een moment waarop het werkte en je trots was.',
  writeTask: 'Welke waarde zat daarin? Eén waarde per kaartje.',
  wroteOf: (n: number, of: number) => `${n} van ${of} schreven al iets`,
  wroteNone: 'Neem de tijd. Hier en op andere telefoons staat niets, tot het schrijven sluit.',
  faceDown: (n: number): string => (n === 1 ? '1 kaartje op tafel' : `${n} kaartjes op tafel`),
  faceUp: (n: number): string =>
    n === 1
      ? '1 kaartje op tafel. Zonder naam, en op alfabet.'
      : `${n} kaartjes op tafel. Wie wilde, laat hier meelezen: zonder naam, en op alfabet.`,
  openNone: 'Kies op je telefoon of anderen mogen meelezen. Wat ze mogen lezen, komt hier, zonder naam.',
  deckOpen: 'Zoek je woorden? Het waardendek ligt open op je telefoon.',
  inYourWords: 'In jullie woorden',
  cardsFrom: (n: number): string => (n === 1 ? '1 kaartje' : `${n} kaartjes`),
  noCards: 'Er ligt nog niets op tafel',
  noCardsHint: 'Als het schrijven weer opengaat, kan iedereen een kaartje neerleggen.',
  page: (n: number, of: number) => `blad ${n} van ${of}`,

  clusterTitle: 'Wat hoort bij elkaar?',
  clusterHint: 'Zie je twee kaartjes die hetzelfde bedoelen? Roep het. De zaal geeft de naam.',
  clusterDone: 'Dit komt op het stembiljet',
  loose: 'Nog los',
  more: (n: number) => `en nog ${n}`,
  parked: (n: number): string => (n === 1 ? '1 geparkeerd' : `${n} geparkeerd`),

  voted: (n: number, of: number) => `${n} van ${of} stemden`,
  votedUnit: (of: number) => `van ${of} stemden`,
  voteTitle: 'Wat weegt voor jou het zwaarst?',
  voteRule: (dots: number, per: number) =>
    `${dots} stippen per persoon, hooguit ${per} per waarde. Blind tot het sluit, voor iedereen.`,
  voteClosed: 'De stemming is gesloten',
  voteClosedHint: 'Straks zien we samen wat de zaal draagt.',
  cancelled: (round: number) =>
    round === 1
      ? 'De eerste stemronde is vervallen. Die stippen tellen niet mee; iedereen krijgt ze terug.'
      : `Stemronde ${round} is vervallen. Die stippen tellen niet mee; iedereen krijgt ze terug.`,

  revealTitle: 'Dit draagt de zaal',
  turnout: (n: number, of: number) => `${n} van ${of} stemden`,
  dots: (n: number): string => (n === 1 ? 'stip' : 'stippen'),
  votersOf: (n: number): string => (n === 1 ? '1 mens' : `${n} mensen`),
  bands: {
    almost_certain: 'vrijwel zeker in de top',
    likely: 'waarschijnlijk',
    doubtful: 'twijfelgebied',
    unlikely: 'waarschijnlijk niet',
  },
  cut: (n: number): string => (n === 1 ? 'Deze gaat verder' : `Deze ${n} gaan verder`),
  cutTies: 'gelijke stand bij de grens: allemaal door',
  rest: 'Ook gekozen',
  legend: (dots: number, per: number) => `${dots} stippen per persoon, hooguit ${per} per waarde`,
  counting: 'Hoe zeker de volgorde is, wordt nog uitgerekend.',
  tooFew: 'Minder dan 8 stembiljetten: alleen aantallen, geen uitspraak over zekerheid.',
  ranking: 'De uitslag op volgorde',
  rankLine: (rank: number, name: string, dots: number, people: number, band: string) =>
    `${rank}: ${name}, ${dots === 1 ? '1 stip' : `${dots} stippen`} van ${people === 1 ? '1 mens' : `${people} mensen`}${band && `, ${band}`}`,
  nothingChosen: 'Er is nog geen uitslag',
  nothingChosenHint: 'Eerst stemmen we; daarna staat hier wat de zaal draagt.',
  nobodyVoted: 'Niemand heeft gestemd',
  nobodyVotedHint: 'Er is dus geen uitslag. De begeleider kan de stemming opnieuw openen.',

  bridge: {
    title: 'Wat verbindt ons?',
    counting: 'De groepen worden nog naast elkaar gelegd.',
    none: 'We leggen de groepen niet naast elkaar',
    reasons: {
      no_groups: 'Deze sessie heeft geen twee groepen.',
      few_ballots: 'Minder dan 8 mensen stemden: te weinig om groepen te vergelijken.',
      small_groups: 'Er stemden te weinig mensen per groep. Zo blijft niemands stem herkenbaar.',
      ranked: 'Deze ronde ging over de volgorde. Een plek zegt wat vóór wat komt, niet wie een waarde steunt.',
      again: 'Na het sluiten is opnieuw geantwoord. Daarom leggen we de groepen niet naast elkaar.',
      small_rest: 'Een paar mensen zitten in een kleine of geen groep. Vergelijken zou verraden wat zij kozen.',
    },
    list: 'Waarden per groep, de meest verbindende eerst',
    connects: 'verbindt de groepen',
    groups: {
      hardly: 'vrijwel niemand',
      nearly: 'vrijwel iedereen',
      of: (n: number, of: number) => `${n} van ${of}`,
      and: ' en ',
    },
    discuss: 'Om te bespreken:',
    chance: 'kan toeval zijn',
    difference: (d: { value: string; more: string; firm: boolean }): string =>
      `${d.value}, meer bij ${d.more}${d.firm ? '' : ' (kan toeval zijn)'}`,
    pair: (a: string, b: string, n: number) => `Vaak samen gekozen: ${a} en ${b}, door ${n} mensen`,
    legend:
      'In het licht: wat alle groepen dragen. Hoe dikker de boog, hoe groter het deel van de groep dat erachter staat.',
    more: (n: number): string => (n === 1 ? 'Eén waarde staat er niet bij.' : `Nog ${n} waarden staan er niet bij.`),
  },

  thanks: 'Dank je wel',
  thanksNone: 'Deze sessie is afgelopen.',
  thanksTop: 'Deze waarden nemen jullie mee',
  thanksHint: 'Verbindend leiderschap is een reis, elke dag opnieuw. Begin bij jezelf.',
};

export type Screen = typeof nl;
