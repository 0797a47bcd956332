import type { Area } from '../../../i18n/lang';
import type { Items } from '../../../wire/protocol';

/** What goes on, as far as more can go wrong with it than with any activity of its kind. */
export interface Going {
  items: Pick<Items, 'now' | 'ballot' | 'choice' | 'people'>;
  /** The facilitator types in from paper. */
  onPaper: boolean;
}

/** Names what can go wrong here, the most particular first; the last is the kind's own. */
export function troubles({ items, onPaper }: Going): string[] {
  const { now, ballot, choice, people } = items;
  const kind = now?.kind ?? 'lobby';
  const voting = kind === 'vote' && ballot?.open ? ballot : undefined;
  const more = {
    paper: onPaper && Boolean(voting),
    tied: voting?.among === 'tied',
    score: voting?.method === 'score',
    ranked: voting?.method === 'ranked' && voting.among !== 'tied',
    tables: Boolean(voting && people?.phones),
    open: kind === 'write' && now?.mode === 'open',
    choosing: kind === 'formulate' && Boolean(choice?.open),
  };
  const particular = Object.entries(more).flatMap(([name, so]) => (so ? [name] : []));
  return particular.length > 0 ? particular : [kind];
}

/**
 * What can go wrong in an activity of a kind (or in the lobby), and what to do then; beside what to say. Below the kinds are the other
 * ballots, paper, phones that tables share, writing in the open, and the room's choice between drafts.
 */
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

    score:
      'Alles krijgt een 4. Vraag: waar leg jij morgen iets voor opzij? Wie een waarde openlaat, geeft geen laag cijfer.',
    ranked: 'Iemand wil alles op één zetten. Twee op dezelfde plaats mag; wat openblijft, komt onderaan.',
    tied: 'Iemand vraagt wat er nu nog te kiezen valt. Alleen deze waarden stonden gelijk; de rest is al door of niet.',
    paper: 'Een stapel papier blijft liggen. Typ de biljetten in voordat je sluit; daarna kan het niet meer.',
    tables: 'Aan een tafel kiest één voor allen. Ieder heeft een eigen stembiljet: geef de telefoon echt door.',
    open: 'De eerste kaartjes geven de toon aan. Laat door wat iets nieuws brengt, en wacht met wat een naam noemt.',
    choosing: 'Een tafel stemt op zichzelf. Lees de teksten hardop voordat je opent, zonder te zeggen van wie ze zijn.',
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

    score:
      'Everything gets a 4. Ask: what would you put something aside for tomorrow? Leaving a value open is no low score.',
    ranked: 'Somebody wants everything in first place. Two may share a place; what is left open comes last.',
    tied: 'Somebody asks what is left to choose. Only these values were tied; the others are through, or not.',
    paper: 'A pile of paper is left lying. Type the ballots in before you close; after that it is too late.',
    tables: 'At a table one chooses for all. Everybody has a ballot of their own: do pass the phone on.',
    open: 'The first cards set the tone. Let through what brings something new, and hold what names somebody.',
    choosing: 'A table votes for itself. Read the texts aloud before you open, without saying whose they are.',
  },
};
