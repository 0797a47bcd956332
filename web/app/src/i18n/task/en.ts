import type { Task } from './nl';

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const dots = (n: number) => (n === 1 ? '1 dot' : `${n} dots`);
const cards = (n: number) => (n === 1 ? '1 card' : `${n} cards`);

export const en: Task = {
  write: {
    title: 'Think of a moment when it worked. Which value was in it?',
    label: 'One value per card',
    placeholder: 'For example one or two words',
    send: 'Lay the card down',
    left: (n, of) => `${n} of ${cards(of)} left.`,
    rules: 'House rules: one value per card, your own words, no names of colleagues.',
    full: 'You have used all your cards. You can change one or take one away.',
    empty: 'First write down a value.',
    own: 'Your cards',
    edit: 'Change',
    editing: 'Change your card',
    save: 'Save',
    remove: 'Remove',
    sure: 'Take this card away?',
    keep: 'Leave it',
    editOne: (text) => `Change: ${text}`,
    removeOne: (text) => `Remove: ${text}`,
    laid: 'Your card has been sent.',
    back: 'Put back in the field',
    forget: 'Throw away',
    notSent: 'not sent',
  },

  written: {
    title: 'Thank you. The writing is closed.',
    none: 'You laid no card down. That is fine; you will vote all the same.',
    next: 'Next we put together what belongs together. Look along on the big screen.',
    draft: 'The writing is closed; your text is still there',
    draftHint: 'If the facilitator opens the writing again, you can still lay it down.',
  },

  cluster: {
    title: 'We put together what belongs together',
    lead: 'Look along and join in. Something does not fit? Say so.',
    none: 'As soon as cards lie together, you will see it here.',
    size: cards,
    mine: 'with your card',
    own: 'Where your cards lie',
    lies: (name) => `lies with “${name}”`,
    alone: 'still lies by itself',
    next: 'After this you vote: what do you want to build on?',
    closed: 'The cards are in place. The vote opens in a moment.',
    cancelled: 'The round of voting was taken back',
    cancelledHint: 'The cards are being arranged again. You get your dots back and vote once more later.',
  },

  vote: {
    title: 'What do you want to build on?',
    done: 'Done',
    doneTitle: 'Your ballot is in',
    doneSending: 'Your ballot is on its way',
    doneEmpty: 'You placed no dots. That is fine.',
    doneHint: 'You can still change it, until the facilitator closes the vote.',
    reopen: 'Change it after all',
    left: (n) => (n === 0 ? 'all dots placed' : `${dots(n)} left`),
    overOption: (n) => `At most ${dots(n)} on one value.`,
    overBudget: 'You have no dots left. Take one away somewhere.',
    blind: 'Nobody sees the running score, not even the facilitator.',
    rule: (all, each) => `Share out ${dots(all)}, at most ${each} per value. Fewer is fine.`,
    progress: (n, of) => `${n} of ${people(of)} ${n === 1 ? 'has' : 'have'} voted.`,
    again: 'This is a new round of voting',
    againHint: 'The last round does not count. You have all your dots back.',
    list: 'Your ballot',
  },

  voted: {
    title: 'The vote is closed',
    counted: 'This is how your vote counted',
    none: 'You placed no dots.',
    next: 'Soon we look at the result together, on the big screen and here.',
  },

  reveal: {
    title: 'This is what we want to build on',
    connects: 'This connects the groups:',
    none: 'There are no votes yet',
    noneHint: 'As soon as there has been a vote, the result is here.',
    voted: (n, of) => `${n} of ${people(of)} voted.`,
    ranking: 'The result',
    place: (rank) => `place ${rank}`,
    shared: 'shared place',
    given: (n, voters) => (n === 0 ? 'no dots' : `${dots(n)} from ${people(voters)}`),
    yours: (n) => `you: ${dots(n)}`,
    cut: 'These values go forward',
    bands: {
      almost_certain: 'almost certainly in the top',
      likely: 'probably in the top',
      doubtful: 'could go either way',
      unlikely: 'probably not in the top',
    },
  },

  ended: {
    title: 'Thank you for taking part',
    wiping: 'The session is closed. The link between your device and what you wrote and voted is being destroyed.',
    wiped: 'The session is closed. The link between your device and what you wrote and voted has been destroyed.',
    report: 'Read the report',
    other: 'Verslag in het Nederlands',
    pdf: 'Report as PDF',
    dataTitle: 'What happens to your data',
    data: 'Cards and other words are kept for 30 days, the outcome for 12 months. Which cards and dots were yours is now on this phone only.',
    noVote: 'There was no vote in this session.',
  },
};
