import type { Screen } from './nl';

export const en: Screen = {
  opening: 'Connecting to the session',
  openingHint: 'As soon as it answers, this wall shows how to join.',
  goneTitle: 'This session does not exist (any more)',
  goneHint: 'Open the screen again from the facilitator’s page.',
  deniedTitle: 'This link does not open the screen',
  deniedHint: 'The key after the # is missing or wrong. Copy the link from the facilitator’s page.',
  offline: 'no connection for a moment',
  fictional: 'fictional data',

  kinds: {
    welcome: 'Welcome',
    write: 'Silent writing',
    cluster: 'Cluster and name',
    vote: 'Blind vote',
    reveal: 'Reveal',
  },
  pin: 'pin',

  question: 'Which value does connecting leadership ask of you?',
  scan: 'Scan the code, or go to',
  type: 'and type',
  stones: (n) => (n === 1 ? 'stone in the bridge' : 'stones in the bridge'),
  people: (n) => (n === 1 ? 'person builds the bridge' : 'people build the bridge'),
  perStone: (n) => `each stone stands for ${n} people`,
  connected: (n) => `${n} connected`,
  firstStone: 'The first stone is for whoever scans now',
  soon: 'We will begin in a moment',

  writePrompt: 'Think of a moment when it worked and you were proud.',
  writeTask: 'Which value was in it? One value per card.',
  wroteOf: (n, of) => `${n} of ${of} have written something`,
  wroteNone: 'Take your time. Nobody sees your card until the writing closes.',
  faceDown: (n) => (n === 1 ? '1 card on the table' : `${n} cards on the table`),
  deckOpen: 'Looking for words? The value deck is open on your phone.',
  inYourWords: 'In your own words',
  cardsFrom: (n) => (n === 1 ? '1 card' : `${n} cards`),
  noCards: 'Nothing lies on the table yet',
  noCardsHint: 'When writing opens again, everybody can lay down a card.',
  page: (n, of) => `page ${n} of ${of}`,

  clusterTitle: 'What belongs together?',
  clusterHint: 'Do two cards mean the same? Call it out. The room gives the name.',
  clusterDone: 'This goes on the ballot',
  loose: 'Still loose',
  more: (n) => `and ${n} more`,
  parked: (n) => (n === 1 ? '1 parked' : `${n} parked`),

  voted: (n, of) => `${n} of ${of} voted`,
  votedUnit: (of) => `of ${of} voted`,
  voteTitle: 'What carries most weight for you?',
  voteRule: (dots, per) => `${dots} dots per person, at most ${per} per value. Blind until it closes, for everybody.`,
  voteClosed: 'The vote is closed',
  voteClosedHint: 'Soon we will see together what the room carries.',
  cancelled: (round) =>
    round === 1
      ? 'The first round of voting was cancelled. Those dots do not count; everybody gets them back.'
      : `Round ${round} of voting was cancelled. Those dots do not count; everybody gets them back.`,

  revealTitle: 'This is what the room carries',
  turnout: (n, of) => `${n} of ${of} voted`,
  dots: (n) => (n === 1 ? 'dot' : 'dots'),
  votersOf: (n) => (n === 1 ? '1 person' : `${n} people`),
  bands: {
    almost_certain: 'almost surely in the top',
    likely: 'probably',
    doubtful: 'in doubt',
    unlikely: 'probably not',
  },
  cut: (n) => (n === 1 ? 'This one goes on' : `These ${n} go on`),
  cutTies: 'a tie at the line: all of them go on',
  rest: 'Also chosen',
  legend: (dots, per) => `${dots} dots per person, at most ${per} per value`,
  counting: 'How sure this order is, is still being worked out.',
  tooFew: 'Fewer than 8 ballots: counts only, nothing about how sure they are.',
  ranking: 'The result in order',
  rankLine: (rank, name, dots, people, band) =>
    `${rank}: ${name}, ${dots === 1 ? '1 dot' : `${dots} dots`} from ${people === 1 ? '1 person' : `${people} people`}${band && `, ${band}`}`,
  nothingChosen: 'There is no result yet',
  nothingChosenHint: 'First we vote; then this wall shows what the room carries.',

  thanks: 'Thank you',
  thanksNone: 'This session is over.',
  thanksTop: 'These are the values you take with you',
  thanksHint: 'Connecting leadership is a journey, every day anew. Begin with yourself.',
};
