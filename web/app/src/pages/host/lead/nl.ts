/** Looking along with the phones, and leading together. */
export const nl = {
  look: 'Kijk mee op een telefoon',
  lookAway: 'Sluit de telefoon',
  lookTitle: 'Een telefoon, zoals mensen hem nu zien',
  lookHint: 'Van iemand die nog niets heeft ingevuld. Deze telefoon telt nergens mee.',

  invite: 'Nodig een medebegeleider uit',
  inviteTitle: 'Samen begeleiden',
  inviteText:
    'Wie deze link opent, kan alles wat jij kunt en ziet hetzelfde. Handig voor een collega, en als je laptop uitvalt: open de link op een ander toestel en ga verder.',
  inviteWarn: 'Deel hem alleen met wie de sessie mag leiden.',
  inviteCopy: 'Kopieer de link',
  inviteQr: 'QR-code met de link voor een medebegeleider',
  hostsNow: (n: number): string =>
    n <= 1 ? 'Nu leidt alleen dit scherm de sessie.' : `Nu leiden ${n} schermen deze sessie.`,
  hosts: (n: number) => `${n} begeleiders`,

  carries: 'Dit draagt de zaal',

  rehearsal: 'Proefsessie: nagebootste deelnemers, telt niet',
  rehearsalShort: 'proefsessie',
  rehearse: 'Oefenen met nagebootste deelnemers',
  rehearseText:
    'Je leidt een echte sessie met het draaiboek van hierboven. De deelnemers doen vanzelf mee, in hun eigen tempo. Overal staat dat het een proefsessie is, en na afloop wordt alles gewist.',
  rehearsePhones: 'Hoeveel deelnemers',
  rehearseStart: 'Begin de proefsessie',
  rehearseTitle: (title: string) => (title ? `Proef: ${title}` : 'Proefsessie'),
  rehearseEnd: 'Stop en wis de proefsessie',
  rehearseEndTitle: 'De proefsessie stoppen?',
  rehearseEndText: 'De nagebootste deelnemers gaan weg en alles wordt gewist, ook het verslag.',
  rehearsedTitle: 'De proefsessie is gewist',
  rehearsedHint: 'Er is niets van bewaard. Oefen nog eens, of begin met mensen.',
};
