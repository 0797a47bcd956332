import type { Words } from './words';

const dots = (n: number) => (n === 1 ? '1 dot' : `${n} dots`);
const atMost = (n: number, what: string) => (n > 0 ? `: at most ${n} ${what}` : '');

export const en: Words = {
  fields: {
    text: 'Your text',
    why: 'Your explanation',
    name: 'The name',
    title: 'The title',
    word: 'Your word',
    group: 'The group',
    groups: 'The list of groups',
    pin: 'The pin',
    card: 'This card',
    cards: 'The number of cards',
    cluster: 'This cluster',
    option: 'This value',
    dots: 'Your ballot',
    minutes: 'The number of minutes',
    activity: 'This part',
    language: 'The language',
    template: 'The template',
  },
  something: 'What you sent',
  reasons: {
    too_long: ({ it, limit }) =>
      `${it} is too long${atMost(limit, 'characters')}. Make it shorter; your text is still there.`,
    empty: ({ it }) => `${it} is still empty. Fill something in and try again.`,
    too_many: ({ limit }) => `That is one too many${atMost(limit, 'are allowed')}. Remove one first.`,
    unknown: ({ it }) => `${it} is not known here. It may have just changed; have another look.`,
    not_open: () => 'This part is closed. What you had already sent counts.',
    wrong_activity: () => 'The group has moved on to something else. Your screen will follow.',
    ended: () => 'This session is over. Thank you for taking part.',
    not_yours: () => 'This card is somebody else’s. You can only change your own cards.',
    over_budget: ({ limit }) => `You have ${dots(limit)} in all. Take one away elsewhere to place it here.`,
    over_option: ({ limit }) => `At most ${dots(limit)} on one value. Place your other dots elsewhere.`,
    negative_dots: () => 'Fewer than no dots is not possible. Place your dots again.',
    old_round: () => 'A new round of voting has begun. Please place your dots once more.',
    nothing_to_vote: () => 'There is nothing on the ballot yet. Make a cluster first.',
    nothing_to_undo: () => 'There is nothing to undo.',
    vote_open: () => 'The vote is still open. Close the vote first.',
    no_timer: () => 'No clock is running yet. Open a part first.',
    malformed: () => 'This did not come across well. Reload the page and try once more.',
    needs_cookie: () => 'We do not recognise this device. Reload the page; your browser has to keep one cookie.',
    too_much_at_once: () => 'That was a little too fast. Wait a few seconds and try again.',
    out_of_range: ({ it, limit }) =>
      `${it} is outside what is allowed here${limit > 0 ? ` (limit: ${limit})` : ''}. Choose another value.`,
    wrong_origin: () => 'This page belongs to another site. Open the session by the address on the big screen.',
    server_stopping: () => 'The server is restarting. You need not do anything, we will reconnect you.',
  },
  codes: {
    invalid: 'This is not quite right yet. Check it and try again.',
    denied: 'This is not allowed here. Ask the facilitator.',
    closed: 'This is not possible now. Wait until the facilitator opens it again.',
    not_found: 'This does not exist (any more). Go back and choose again.',
    taken: 'This is already in use. Choose something else.',
    busy: 'It is busy right now. Wait a few seconds and try again.',
    unavailable: 'Something went wrong on our side. We keep what you sent and try again.',
  },
  exact: {
    'not_found/pin':
      'This session does not exist (any more). Check the digits, or ask the facilitator for the new ones.',
    'closed/pin': 'This session is over. Ask the facilitator whether there is a new one.',
    'invalid/pin/empty': 'First type the digits on the big screen.',
    'invalid/dots/unknown': 'The ballot has changed. Have another look and place your dots again.',
    'not_found/card': 'This card is no longer there.',
    'invalid/cards/too_many': 'You have used all your cards. Remove one or change one.',
  },
  otherwise: 'This did not work. Reload the page and try once more.',
};
