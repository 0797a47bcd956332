import type { Phone } from './nl';

export const en: Phone = {
  progress: 'Where we are in the session',
  fictional: 'fictional data',
  rehearsal: 'Rehearsal: simulated participants, does not count',
  offlineTitle: 'No connection for a moment',
  offline: 'What you type stays on this phone. We will reconnect you.',
  activity: {
    welcome: 'Welcome',
    write: 'Writing',
    rounds: 'In conversation',
    cluster: 'Sorting together',
    clarify: 'Making it clear',
    vote: 'Voting',
    reveal: 'The result',
    checkin: 'Check-in',
    tensions: 'Tensions',
    pause: 'Break',
    formulate: 'Values in words',
    consent: 'Do you agree?',
    rate: 'Importance and presence',
    commit: 'Next steps',
    checkout: 'Check-out',
  },
  line: { live: 'connected', connecting: 'connecting', offline: 'no connection' },

  finding: {
    title: 'Finding your session',
    text: 'This usually takes a moment. You can leave your screen on.',
    offlineTitle: 'There is no connection now',
    offline: 'We keep trying. Meanwhile, check that wifi or mobile data is on.',
  },
  gone: {
    title: 'This session does not exist (any more)',
    text: 'It has been erased, or the address is wrong. Type the pin from the big screen, or ask the facilitator.',
    action: 'Type a pin',
  },
  denied: {
    title: 'We do not recognise this device',
    text: 'To take part, your browser has to keep one cookie. Allow cookies and join again with the pin.',
    action: 'Join again',
    reload: 'Reload the page',
  },

  notice: {
    open: 'About your data and your group',
    title: 'Before you begin',
    about: 'About your data',
    agree: 'Join in',
    parts: [
      ['Who', 'The facilitator of this session and the organisation that runs it. Ask them anything.'],
      ['Why', 'To find out together which values carry you. For nothing else.'],
      ['What', 'Your cards, answers, dots and, if you like, your group. No name, no e-mail. One necessary cookie.'],
      [
        'Who knows what is yours',
        'Until the session closes, the server knows which device wrote and voted what, so that you can change it. At closing we destroy that link. The facilitator never sees it, but does read the cards, to take away a name if need be.',
      ],
      ['How long', 'We keep your cards and other words for 30 days, the outcome for 12 months.'],
      [
        'Your rights',
        'Taking part is up to you and you may skip everything. Until closing you can see, change and remove what is yours; after that nobody knows what was yours. You can complain to your data protection authority.',
      ],
    ],
  },

  group: {
    title: 'Welcome. Which perspective do you bring?',
    lead: 'You need not give a name. You may skip this, and change it later.',
    legend: 'Your group',
    next: 'Next',
    skip: 'Skip',
    none: 'I would rather not say',
    change: 'Your group',
  },

  lobby: {
    title: 'You are in',
    stone: (n) =>
      n < 2 ? 'The first stone of the bridge is yours.' : `Your stone is in the bridge. There are ${n} of you.`,
    group: (name) => `Your group: ${name}.`,
    next: 'Soon you will write, in silence, which value there was in a moment that worked.',
    wait: 'Put your phone down if you like. This screen moves on by itself.',
  },
};
