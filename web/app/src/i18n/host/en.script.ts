import type { Host } from './nl';

export const script: Host['script'] = {
  say: {
    lobby:
      'Good that you are here. Scan the code or type the pin; no name needed. Each stone in the bridge is one of us.',
    welcome:
      'Your phone tells you what we keep and what we do not. Then choose the perspective you bring, or skip it. Either is fine.',
    write:
      'In silence, think back to a moment when it worked and you were proud. Which value was in it? Write one value per card. The screen and the others see nothing until I close. Only I read along, without seeing whose it is. No names of colleagues, please.',
    writeInspired:
      'Think back in silence to a moment when it worked. Write down your own words first. If none come, look through the values on your phone. The screen and the others see nothing until I close. No names of colleagues, please.',
    writeInOpen:
      'Write one value per card. Your phone first asks whether others may read along; you may, and you need not. Your name is never with it. Build on what you read, or do not. No names of colleagues, please.',
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
    checkin:
      'In which word are you here? And how much energy do you have: from 1 to 5. Nothing is right or wrong. I begin myself.',
    checkinClosed: 'This is us, now. What do you hear? First I choose which words may stand before the room.',
    tensions:
      'Leading is choosing between two things that are both good. Where are you now, and where do you want to go? Neither side is wrong.',
    tensionsClosed:
      'Where are now and wanted furthest apart? And where do we think very differently? Give us an example.',
    pause: 'A short break. The screen says when we go on.',
    formulate:
      'Sit together and choose your table on your phone. One of you writes, the others read along and send suggestions. Write down what you see happen, not what you think of it.',
    choosing:
      'Read the texts at your ease. Which fits us best? Choose one on your phone; no preference is fine too. It is about the text, not about the table.',
    formulateClosed:
      'We read the texts side by side. Which sentence touches you? Which behaviour do you know? Together we choose one text per value.',
    consent: 'Can you live with this? Agree, agree with a change, or a concern. Whoever has a concern helps us on.',
    consentClosed: 'Where do we stand? We begin with the concerns. What has to change to make it work?',
    rate: 'Give each value two marks: how important is it to you, and how present is it today? “I do not know” is an answer too.',
    rateClosed:
      'Important and hardly present: that is where the work is. How do you notice, tomorrow, in your own place?',
    commit:
      'Begin with yourself: if this happens, then I do that. It stays on your phone unless you share it. Then: which step does the organisation take? Which role picks it up, and what happens first?',
    commitClosed: 'Read first. Which three steps may we remind each other of? I mark those as agreed.',
    checkout: 'With which word do you leave? And how useful was this to you: from 1 to 5.',
    checkoutClosed: 'Thank you for your words. What do you take along, and whom do you tell first?',
    rounds:
      'Take your cards into conversation. Tell each other what you thought of. What is new, and what grows stronger? Listen first, then add. I say when we change.',
    roundsClosed: 'Thank you. What did you hear that you had not thought of yourself?',
    clarify:
      'This will be the ballot. Is there something you do not understand, or that does not belong here? Say it on your phone or aloud. And is a value missing that really has to be on it?',
    clarifyClosed: 'This is the ballot. From now on it stays as it is.',
  },
  phones: {
    lobby: '“You are in”, and that it will begin soon.',
    welcome: 'What happens to the data, and then the groups.',
    write: 'An empty card, their own cards, and how many are left.',
    writeInspired: 'An empty card, the value deck, and their own cards.',
    writeInOpen:
      'First the question whether others may read along. Then an empty card, their own cards, and words of others.',
    writeClosed: 'Their own cards, fixed now.',
    cluster: 'The clusters taking shape, and where their own cards lie.',
    clusterClosed: 'A moment of rest: the vote comes next.',
    vote: 'The ballot, in another order for each, with + and −.',
    voteClosed: 'Their own ballot, as it counts.',
    reveal: 'The result, with their own ballot beside it.',
    bridge: 'The result with their own ballot, and the values that connect.',
    ended: 'Thanks, and the result with their own ballot.',
    checkin: 'One word, and a scale from 1 to 5.',
    checkinClosed: 'Their own answer, and the words when you show them.',
    tensions: 'Two sliders for each tension: now and wanted.',
    tensionsClosed: 'Their own answer beside that of the group.',
    pause: 'That there is a break, and when you go on.',
    formulate: 'Their own table: one phone writes, the others read along and send suggestions.',
    choosing: 'The texts of the tables, for everybody in another order, to choose one.',
    formulateClosed: 'The text of their own table, which cannot be changed any more.',
    consent: 'The texts, with three answers and room to say something.',
    consentClosed: 'Their own answers beside those of the group.',
    rate: 'Two scales from 1 to 10 for each value, and “I do not know”.',
    rateClosed: 'Their own marks beside those of the group.',
    commit: 'Their own if-then, and steps for the organisation.',
    commitClosed: 'Their own step with a reminder for the calendar, and what was agreed.',
    checkout: 'One word, and how useful it was.',
    checkoutClosed: 'Their own answer, and the words when you show them.',
    rounds: 'What this round asks and with how many, their own cards, and room for new ones.',
    roundsClosed: 'Their own cards, fixed now.',
    clarify: 'The ballot, with “I do not understand” and “does not belong here”, and room for a last value.',
    clarifyClosed: 'The ballot as it is now.',
  },
  screen: {
    lobby: 'The QR code, the pin and the growing bridge.',
    welcome: 'The QR code, the pin and the growing bridge.',
    write: 'The question, the clock and cards face down. No words.',
    writeInspired: 'The question, the clock and cards face down. No words.',
    writeInOpen: 'The question, the clock, and the words that others may read.',
    writeClosed: 'All cards, except what you hide.',
    cluster: 'The clusters, with loose cards below.',
    clusterClosed: 'The clusters as they go on the ballot.',
    vote: 'How many people voted, and the values from A to Z. Nothing else.',
    voteClosed: '“The vote is closed”. No result yet.',
    reveal: 'The bars, from the last to the first.',
    bridge: 'The bridge: the groups, with the values between them.',
    ended: 'Thank you, and the values you take with you.',
    checkin: 'How many have answered. No words.',
    checkinClosed: 'The energy in the room, and the words when you show them.',
    tensions: 'How many have answered. Nothing else.',
    tensionsClosed: 'For each tension where the room is and wants to go.',
    pause: 'The clock, and when you go on.',
    formulate: 'Which table has which value, and how far they are. No texts.',
    choosing: 'The texts side by side, and how many chose. Not how it stands.',
    formulateClosed: 'The texts that you show, side by side. Otherwise the chosen texts.',
    consent: 'The texts, and how many have answered. Nothing else.',
    consentClosed: 'How many agree, per text.',
    rate: 'How many have answered. Nothing else.',
    rateClosed: 'The values by importance and presence.',
    commit: 'The question, and how many are done. Steps when you show them.',
    commitClosed: 'The steps and what was shared, when you show them.',
    checkout: 'How many have answered. No words.',
    checkoutClosed: 'How useful it was, and the words when you show them.',
    rounds: 'The round, the clock and what to do. No words.',
    roundsClosed: 'How many cards were added.',
    clarify: 'The ballot as it is now. No objections, no proposals.',
    clarifyClosed: 'The ballot as it is now.',
  },
};
