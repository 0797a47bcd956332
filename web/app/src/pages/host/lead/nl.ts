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
};
