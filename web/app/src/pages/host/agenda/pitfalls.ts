import type { Area } from '../../../i18n/lang';

/** What can go wrong in an activity of a kind (or in the lobby), and what to do then; beside what to say. */
export const pitfalls: Area<Record<string, string>> = {
  nl: {
    lobby:
      'Iemand komt er niet in: laat de pin op het scherm typen in plaats van scannen, of kijk mee op één telefoon.',
    welcome: 'Mensen lezen de uitleg niet. Zeg hardop wat je bewaart en wat niet, en wacht tot iedereen opkijkt.',
    checkin: 'Het eerste woord kleurt de rest. Laat eerst iedereen typen; praten komt daarna.',
    tensions: 'Er ontstaat discussie over de woorden. Vraag wat iemand eronder verstaat, en laat het zo staan.',
    write: 'Het valt stil of mensen schrijven zinnen. Herhaal: één waarde per kaartje. Open zo nodig het waardendek.',
    rounds: 'Een gesprek waaiert uit. Herhaal wat er aan het eind op een kaartje moet staan, en hoelang nog.',
    cluster: 'Jij gaat zelf indelen. Vraag de zaal om de naam, en laat bij twijfel los.',
    clarify:
      'Iemand pleit voor een waarde. Vraag alleen of iedereen het woord begrijpt; wegen doen jullie zo, in stilte.',
    vote: 'Iemand vraagt wat de anderen doen. Dat weet niemand, jij ook niet. Sluit pas als het stil is.',
    reveal: 'De winnaar krijgt alle aandacht. Vraag ook naar wat net buiten de streep viel.',
    pause: 'De pauze loopt uit. Zeg de eindtijd hardop; ze staat ook op het scherm.',
    formulate: 'Eén mens schrijft en de rest kijkt toe. Vraag elke tafel om één voorbeeld van morgen.',
    consent: 'Een bezwaar voelt als een aanval. Zeg dat een bezwaar de tekst beter maakt, en vraag wat er nodig is.',
    rate: 'Mensen geven overal een hoog cijfer. Vraag naar vandaag, op de eigen plek, en niet naar de bedoeling.',
    commit: 'De stap blijft vaag. Vraag: wanneer, waar, en wie merkt het als eerste?',
    checkout: 'De eersten lopen weg. Vraag het woord voordat je bedankt.',
  },
  en: {
    lobby:
      'Somebody cannot get in: let them type the pin on the screen instead of scanning, or look along on one phone.',
    welcome:
      'People do not read the notice. Say aloud what is kept and what is not, and wait until everybody looks up.',
    checkin: 'The first word colours the rest. Let everybody type first; talking comes after.',
    tensions: 'A debate about the words begins. Ask what somebody means by them, and leave it at that.',
    write: 'It falls silent, or people write sentences. Say again: one value per card. Open the deck if need be.',
    rounds: 'A talk wanders off. Say again what has to be on a card at the end, and how long there is.',
    cluster: 'You begin to sort by yourself. Ask the room for the name, and when in doubt leave it apart.',
    clarify:
      'Somebody pleads for a value. Only ask whether everybody understands the word; you weigh in silence, in a moment.',
    vote: 'Somebody asks what the others do. Nobody knows, nor do you. Close when it is quiet.',
    reveal: 'The winner takes all attention. Ask about what fell just outside the line, too.',
    pause: 'The break runs over. Say aloud when you go on; the screen says so, too.',
    formulate: 'One person writes and the rest watch. Ask each table for one example of tomorrow.',
    consent: 'A concern feels like an attack. Say that a concern makes the text better, and ask what is needed.',
    rate: 'People give high marks everywhere. Ask about today, in their own place, and not about the intention.',
    commit: 'The step stays vague. Ask: when, where, and who notices first?',
    checkout: 'The first ones leave. Ask for the word before you say thank you.',
  },
};
