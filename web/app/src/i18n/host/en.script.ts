import type { Host } from './nl';

export const script: Host['script'] = {
  say: {
    lobby:
      'Good that you are here. Scan the code or type the pin; no name needed. Each stone in the bridge is one of us.',
    welcome:
      'Your phone tells you what we keep and what we do not. Then choose the perspective you bring, or skip it. Either is fine.',
    write:
      'In silence, think back to a moment when it worked and you were proud. Which value was in it? Write one value per card. The screen and the others see nothing until I close. Only I read along, without seeing whose it is. No names of colleagues, please.',
    writeClosed: 'Read everything first. What strikes you? What moves you? No explaining yet, only reading.',
    cluster:
      'Do two cards mean the same? Call it out. The room gives the name, not I. When in doubt, we leave them apart.',
    clusterClosed:
      'This will be the ballot. Is there anything you do not understand, or that is really missing? Say it now.',
    vote: 'Put your dots on what carries most weight for you. You can move them until it closes. Nobody sees the running score, not even I.',
    voteClosed: 'The vote is closed. Breathe out. What do you expect to see, and why?',
    reveal:
      'We look from the bottom up. What surprises you? Mind the words beside it: “in doubt” means that a few dots make the difference.',
    bridge:
      'What do all groups carry? Begin there. Where they differ, ask how that comes about, not who it was. “May be chance” means: draw no conclusion from it.',
    ended: 'Thank you. It is a journey, every day anew. Begin small tomorrow, and begin with yourself.',
  },
  phones: {
    lobby: '“You are in”, and that it will begin soon.',
    welcome: 'What happens to the data, and then the groups.',
    write: 'An empty card, their own cards, and how many are left.',
    writeClosed: 'Their own cards, fixed now.',
    cluster: 'The clusters taking shape, and where their own cards lie.',
    clusterClosed: 'A moment of rest: the vote comes next.',
    vote: 'The ballot, in another order for each, with + and −.',
    voteClosed: 'Their own dots, as they count.',
    reveal: 'The result, with their own dots beside it.',
    bridge: 'The result with their own dots, and the values that connect.',
    ended: 'Thanks, and the result with their own dots.',
  },
  screen: {
    lobby: 'The QR code, the pin and the growing bridge.',
    welcome: 'The QR code, the pin and the growing bridge.',
    write: 'The question, the clock and cards face down. No words.',
    writeClosed: 'All cards, except what you hide.',
    cluster: 'The clusters, with loose cards below.',
    clusterClosed: 'The clusters as they go on the ballot.',
    vote: 'How many people voted, and the values from A to Z. Nothing else.',
    voteClosed: '“The vote is closed”. No result yet.',
    reveal: 'The bars, from the last to the first.',
    bridge: 'The bridge: the groups, with the values between them.',
    ended: 'Thank you, and the values you take with you.',
  },
};
