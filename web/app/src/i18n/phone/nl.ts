/** Texts of the participant's phone on arriving, and around every task. Those of the tasks are in i18n/task. */
export const nl = {
  progress: 'Waar we zijn in de sessie',
  fictional: 'fictieve gegevens',
  rehearsal: 'Proefsessie: nagebootste deelnemers, telt niet',
  offlineTitle: 'Even geen verbinding',
  offline: 'Wat je typt, blijft bewaard op deze telefoon. We verbinden je vanzelf weer.',
  activity: {
    welcome: 'Welkom',
    write: 'Schrijven',
    rounds: 'In gesprek',
    cluster: 'Samen ordenen',
    clarify: 'Verhelderen',
    vote: 'Stemmen',
    reveal: 'De uitslag',
    checkin: 'Inchecken',
    tensions: 'Spanningen',
    pause: 'Pauze',
    formulate: 'Waarden in woorden',
    consent: 'Akkoord?',
    rate: 'Belang en aanwezigheid',
    commit: 'Volgende stappen',
    checkout: 'Uitchecken',
  },
  line: { live: 'verbonden', connecting: 'verbinden', offline: 'geen verbinding' },

  finding: {
    title: 'We zoeken je sessie op',
    text: 'Dit duurt meestal maar even. Je kunt je scherm openlaten.',
    offlineTitle: 'Er is nu geen verbinding',
    offline: 'We blijven het proberen. Kijk intussen of wifi of mobiel internet aanstaat.',
  },
  gone: {
    title: 'Deze sessie bestaat niet (meer)',
    text: 'Ze is gewist, of het adres klopt niet. Typ de pincode van het grote scherm, of vraag het de begeleider.',
    action: 'Typ een pincode',
  },
  denied: {
    title: 'We herkennen dit toestel niet',
    text: 'Je browser moet één cookie bewaren om mee te doen. Sta cookies toe en doe opnieuw mee met de pincode.',
    action: 'Doe opnieuw mee',
    reload: 'Laad de pagina opnieuw',
  },

  notice: {
    open: 'Over je gegevens en je groep',
    title: 'Voor je begint',
    about: 'Over je gegevens',
    agree: 'Ik doe mee',
    parts: [
      ['Wie', 'De begeleider van deze sessie en de organisatie die haar houdt. Aan hen kun je alles vragen.'],
      ['Waarom', 'Om samen te ontdekken welke waarden jullie dragen. Nergens anders voor.'],
      [
        'Wat',
        'Je kaartjes, antwoorden, stippen en, als je wilt, je groep. Geen naam, geen e-mail. Eén noodzakelijke cookie.',
      ],
      [
        'Wie weet wat van jou is',
        'Tot de sessie sluit, weet de server welk toestel wat schreef en stemde, zodat jij het kunt veranderen. Bij het sluiten wissen we die koppeling. De begeleider ziet haar nooit, maar leest de kaartjes wel mee, om zo nodig een naam weg te halen.',
      ],
      ['Hoe lang', 'Je kaartjes en andere woorden bewaren we 30 dagen, de uitkomst 12 maanden.'],
      [
        'Je rechten',
        'Meedoen is vrij en alles overslaan mag. Tot het sluiten kun je wat van jou is zien, wijzigen en weghalen; daarna weet niemand meer wat van jou was. Een klacht kan bij de Autoriteit Persoonsgegevens.',
      ],
    ] as [string, string][],
  },

  group: {
    title: 'Welkom. Uit welke hoek kijk jij?',
    lead: 'Je hoeft geen naam te geven. Overslaan mag, en wijzigen kan later nog.',
    legend: 'Je groep',
    next: 'Verder',
    skip: 'Sla over',
    none: 'Liever niet zeggen',
    change: 'Je groep',
  },

  lobby: {
    title: 'Je bent erbij',
    stone: (n: number) =>
      n < 2 ? 'De eerste steen van de brug is van jou.' : `Jouw steen ligt in de brug. Jullie zijn met ${n}.`,
    group: (name: string) => `Je kijkt als ${name}.`,
    next: 'Straks schrijf je in stilte op welke waarde er zat in een moment dat het werkte.',
    wait: 'Leg je telefoon gerust neer. Dit scherm gaat vanzelf verder.',
  },
};

export type Phone = typeof nl;
