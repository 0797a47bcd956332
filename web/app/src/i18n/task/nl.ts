const people = (n: number) => (n === 1 ? '1 persoon' : `${n} mensen`);
const dots = (n: number) => (n === 1 ? '1 stip' : `${n} stippen`);
const cards = (n: number) => (n === 1 ? '1 kaartje' : `${n} kaartjes`);

/** Texts of the participant's tasks, from writing to the end. Phones fetch them after arriving. */
export const nl = {
  write: {
    title: 'Denk aan een moment waarop het werkte. Welke waarde zat daarin?',
    label: 'Eén waarde per kaartje',
    placeholder: 'Bijvoorbeeld één of twee woorden',
    send: 'Leg het kaartje neer',
    left: (n: number, of: number) => `Nog ${n} van ${cards(of)}.`,
    rules: 'Huisregels: één waarde per kaartje, je eigen woorden, geen namen van collega’s.',
    full: 'Je hebt al je kaartjes gebruikt. Je kunt er een wijzigen of weghalen.',
    empty: 'Schrijf eerst een waarde op.',
    own: 'Jouw kaartjes',
    edit: 'Wijzig',
    editing: 'Wijzig je kaartje',
    save: 'Bewaar',
    remove: 'Haal weg',
    sure: 'Dit kaartje weghalen?',
    keep: 'Laat liggen',
    editOne: (text: string) => `Wijzig: ${text}`,
    removeOne: (text: string) => `Haal weg: ${text}`,
    laid: 'Je kaartje is verzonden.',
    back: 'Zet terug in het veld',
    forget: 'Gooi weg',
    notSent: 'niet verzonden',
  },

  written: {
    title: 'Dank je. Het schrijven is gesloten.',
    none: 'Je hebt geen kaartje neergelegd. Dat mag; straks stem je gewoon mee.',
    next: 'Zo leggen we samen bij elkaar wat bij elkaar hoort. Kijk mee op het grote scherm.',
    draft: 'Het schrijven is gesloten; je tekst staat er nog',
    draftHint: 'Opent de begeleider het schrijven weer, dan kun je hem alsnog neerleggen.',
  },

  cluster: {
    title: 'We leggen bij elkaar wat bij elkaar hoort',
    lead: 'Kijk mee en praat mee. Past iets niet? Zeg het hardop.',
    none: 'Zodra kaartjes bij elkaar liggen, zie je dat hier.',
    size: cards,
    mine: 'met jouw kaartje',
    own: 'Waar jouw kaartjes liggen',
    lies: (name: string) => `ligt bij “${name}”`,
    alone: 'ligt nog los',
    next: 'Hierna stem je: waar wil jij op bouwen?',
    closed: 'De kaartjes liggen. Zo meteen opent de stemming.',
    cancelled: 'De stemronde is teruggedraaid',
    cancelledHint: 'De kaartjes worden opnieuw gelegd. Je krijgt je stippen terug en stemt straks opnieuw.',
  },

  vote: {
    title: 'Waar wil jij op bouwen?',
    done: 'Klaar',
    doneTitle: 'Je stembiljet is binnen',
    doneSending: 'Je stembiljet gaat op weg',
    doneEmpty: 'Je hebt geen stippen gezet. Dat mag.',
    doneHint: 'Je kunt het nog veranderen, tot de begeleider de stemming sluit.',
    reopen: 'Toch nog veranderen',
    left: (n: number) => (n === 0 ? 'alle stippen gezet' : `nog ${dots(n)}`),
    overOption: (n: number) => `Hooguit ${dots(n)} op één waarde.`,
    overBudget: 'Je stippen zijn op. Haal er ergens een weg.',
    blind: 'Niemand ziet tussenstanden, ook de begeleider niet.',
    rule: (all: number, each: number) => `Verdeel ${dots(all)}, hooguit ${each} per waarde. Minder mag ook.`,
    progress: (n: number, of: number) => `${n} van ${people(of)} ${n === 1 ? 'heeft' : 'hebben'} gestemd.`,
    again: 'Dit is een nieuwe stemronde',
    againHint: 'De vorige ronde telt niet. Je hebt al je stippen terug.',
    list: 'Je stembiljet',
  },

  voted: {
    title: 'De stemming is gesloten',
    counted: 'Zo telde jouw stem',
    none: 'Je hebt geen stippen gezet.',
    next: 'Straks bekijken we samen de uitslag, op het grote scherm en hier.',
  },

  reveal: {
    title: 'Hier willen wij op bouwen',
    connects: 'Dit verbindt de groepen:',
    none: 'Er zijn nog geen stemmen',
    noneHint: 'Zodra er gestemd is, staat de uitslag hier.',
    voted: (n: number, of: number) => `${n} van ${people(of)} ${n === 1 ? 'stemde' : 'stemden'}.`,
    ranking: 'De uitslag',
    place: (rank: number) => `plaats ${rank}`,
    shared: 'gedeelde plaats',
    given: (n: number, voters: number) => (n === 0 ? 'geen stippen' : `${dots(n)} van ${people(voters)}`),
    yours: (n: number) => `jij: ${dots(n)}`,
    cut: 'Deze waarden gaan mee',
    bands: {
      almost_certain: 'vrijwel zeker in de top',
      likely: 'waarschijnlijk in de top',
      doubtful: 'twijfelgebied',
      unlikely: 'waarschijnlijk niet in de top',
    },
  },

  ended: {
    title: 'Dank je voor het meedoen',
    wiping: 'De sessie is gesloten. De koppeling tussen jouw toestel en wat je schreef en stemde, wordt nu gewist.',
    wiped: 'De sessie is gesloten. De koppeling tussen jouw toestel en wat je schreef en stemde, is gewist.',
    report: 'Bekijk het verslag',
    other: 'Report in English',
    pdf: 'Verslag als PDF',
    dataTitle: 'Wat er met je gegevens gebeurt',
    data: 'Kaartjes en andere woorden blijven 30 dagen bewaard, de uitkomst 12 maanden. Welke kaartjes en stippen van jou waren, staat alleen nog op deze telefoon.',
    noVote: 'In deze sessie is niet gestemd.',
  },
};

export type Task = typeof nl;
