package reports

import "verbindend/session"

var dutch = texts{
	report: "Verslag", provisional: "Voorlopig", fictional: "Fictieve gegevens", rehearsal: "Proefsessie: nagebootste deelnemers, telt niet",
	page: "%d van %d", untitled: "Sessie zonder titel", unnamed: "(zonder naam)", author: "Verbindend",
	boxes: "□ staat voor tekens die hier niet gedrukt kunnen worden.", boxesAt: "Online staan ze wel: %s",

	people: noun{"mens", "mensen"}, joined: noun{"deelnemer", "deelnemers"}, wrote: noun{"mens schreef", "mensen schreven"},
	voted: noun{"mens stemde", "mensen stemden"}, cards: noun{"kaartje", "kaartjes"}, values: noun{"waarde", "waarden"},
	dots: noun{"stip", "stippen"}, ballots: noun{"stembiljet", "stembiljetten"}, minutes: noun{"minuut", "minuten"},
	wordings: noun{"andere manier", "andere manieren"},

	carries: "Dit draagt de zaal", soFar: "Zover zijn we", namedMost: "Deze waarden noemden we het vaakst",
	nothingYet:   "Er liggen nog geen kaartjes open. Wat hier komt, schrijven de deelnemers.",
	nobodyYet:    "Er is nog niemand binnen.",
	nobodyVoted:  "Niemand heeft gestemd. Er is dus geen ranglijst.",
	noVote:       "Er is niet gestemd. Er is dus geen ranglijst.",
	dotsOfPeople: "%s van %s", sharedPlace: "gedeelde plaats", moreValues: "En nog %s. De hele ranglijst staat verderop.",
	alsoSaid: "Ook gezegd: %s",
	together: "Wat mensen samen kozen", togetherBest: "%s en %s gingen het vaakst samen: %s gaven allebei een stip.",
	togetherTied: "%s en %s, en ook %s en %s, gingen het vaakst samen: telkens gaven %s allebei een stip.",
	arcs:         "Elke boog verbindt twee waarden die dezelfde mensen kozen. Hoe dikker de boog, hoe meer mensen.",
	stones:       "Elke steen is een deelnemer. Samen zijn het er %s.", stonesEach: "Elke steen staat voor %s. Samen zijn het er %s.",
	stonesWrote: "De donkere stenen schreven een kaartje: %s.",
	plan:        "Het plan",

	story:      "Hoe dit tot stand kwam",
	storyIntro: "Van de eerste kaartjes tot de uitslag: wat we deden, en met hoeveel mensen.",
	agenda:     "Wat we deden", planned: "gepland: %s", reallyOpen: "open van %s tot %s", openedAt: "open vanaf %s", stillOpen: "open sinds %s",
	groups: "Wie er waren", groupsNote: "Een groep kiezen hoefde niet. Groepen van minder dan 5 mensen staan hier niet.",
	talked: "Daarvan uit de gespreksrondes: %s.", stronger: "In die rondes sterker geworden, omdat meer mensen erachter stonden: %s.", proposed: "Voorgesteld bij het verhelderen van het stembiljet: %s.",
	wordPaper:  "(%s op papier)",
	paperCards: "Daarvan op papier geschreven en door de begeleider overgetypt: %s. Wie ze schreven, is niet geteld.",
	sums:       "%s, bij elkaar gelegd tot %s.",
	hidden:     "De begeleider hield %s apart, buiten de telling.",
	dotsSum:    "Samen %s, van %s.",
	ballotSum:  "Het stembiljet telde %s. Iedereen had %s, en mocht er hooguit %s op één waarde zetten.",
	cancelled:  "Ronde %s is overgedaan. Er lagen toen %s.",
	method:     "De werkwijze",
	methodLines: [3]string{
		"Eerst schrijft iedereen in stilte. Pas daarna kijken we naar elkaars kaartjes.",
		"Gelijke woorden leggen we bij elkaar. Ieders eigen woorden blijven eronder staan.",
		"Stemmen gebeurt blind: niemand ziet een tussenstand, ook de begeleider niet.",
	},
	kinds: map[session.Kind]string{
		session.Welcome: "Welkom", session.Write: "In stilte schrijven", session.Rounds: "In gesprek: alleen, met twee, met vier, met allen", session.Clarify: "Het stembiljet verhelderen", session.Cluster: "Bij elkaar leggen en een naam geven",
		session.Vote: "Blind stemmen met stippen", session.Reveal: "De onthulling",
		session.CheckIn: "Inchecken", session.Tensions: "Spanningen: nu en gewenst", session.Pause: "Pauze",
		session.Rate: "Belang en aanwezigheid", session.Commit: "Volgende stappen", session.CheckOut: "Uitchecken",
		session.Formulate: "Waarden in woorden", session.Consent: "Akkoord op de teksten",
	},
	writtenOpenly:   "Mensen schreven open: wie dat wilde, liet anderen meelezen. Zo waren %s zichtbaar terwijl er geschreven werd.",
	writtenInspired: "Eerst schreef iedereen voor zich, met de waarden van het dek bij de hand. Pas daarna keken we naar elkaars kaartjes.",
	writing:         "Schrijven: %s", then: ", daarna ",
	modes:    map[session.Mode]string{session.Silent: "in stilte", session.Inspired: "met het waardendek", session.InOpen: "open"},
	statuses: map[session.ActivityStatus]string{session.Planned: "nog niet begonnen", session.Open: "bezig", session.ClosedNow: "klaar"},

	words:      "Van woorden naar waarden",
	wordsIntro: "De naam die een waarde kreeg, en daaronder de woorden van de kaartjes. Het getal zegt op hoeveel kaartjes die woorden stonden.",
	parked:     "Bewaard, niet op het stembiljet", parkedIntro: "Deze kaartjes gingen niet mee in de stemming. Ze horen wel bij de oogst.",
	moreWords: "en %s om het te zeggen", moreClusters: "Nog %s, samen %s, staan niet in dit verslag. Ze staan wel in de resultaten online.",
	continued: "vervolg",
	forgot:    "De woorden van de kaartjes zijn 30 dagen bewaard en daarna gewist. De namen van de waarden en de aantallen zijn gebleven.",
	noCards:   "Er zijn geen kaartjes om te laten zien.",

	ranking:      "De ranglijst",
	rankingIntro: "De lengte van de balk is het aantal stippen. De donkere balken horen bij de top. Het streepje rechts: tussen welke plaatsen een waarde kan liggen, met plaats 1 links.",
	cutAll:       "Tot hier: de top %s",
	cutTies:      "Tot hier: de top %s. Door een gelijke stand zijn het er %s.",
	cutFewer:     "Tot hier: de top. Niet meer dan %s kregen een stip.",
	rest:         "De andere waarden", noDots: "geen stippen",
	places: "plaats %s tot %s", place: "plaats %s",
	sure: "Hoe zeker is dit?",
	sureText: "Stel dat er net een paar andere mensen waren gekomen. We hebben dat %s keer nagedaan, met %s die telkens opnieuw uit de echte zijn geloot; " +
		"hetzelfde stembiljet mocht daarbij vaker voorkomen. Zo zie je welke plaatsen vaststaan en welke op toeval kunnen berusten. " +
		"‘Plaats 1 tot 3’ wil zeggen: in 90 van de 100 keer kwam de waarde op een van die plaatsen.",
	sureFew:   "Er zijn minder dan %s stembiljetten. Dan zegt rekenen met kansen te weinig: hier staan alleen de aantallen.",
	sureLater: "Hoe zeker deze volgorde is, is nog niet uitgerekend.",
	seed:      "Begingetal van de loting: %s. Wie daarmee rekent, komt op hetzelfde uit.",
	bands: map[session.Band]string{
		session.AlmostCertain: "vrijwel zeker in de top", session.Likely: "waarschijnlijk in de top",
		session.Doubtful: "twijfelgebied", session.Unlikely: "waarschijnlijk niet in de top",
	},
	bandsLong: map[session.Band]string{
		session.AlmostCertain: "in 90 of meer van de 100 keer", session.Likely: "in 70 tot 90 van de 100 keer",
		session.Doubtful: "in 30 tot 70 van de 100 keer", session.Unlikely: "in minder dan 30 van de 100 keer",
	},

	compare:      "De groepen naast elkaar",
	compareIntro: "Hoeveel mensen van elke groep gaven een stip? Bovenaan staan de waarden die alle groepen dragen: die verbinden.",
	bridge:       "Wat verbindt ons?",
	value:        "Waarde", votedOf: "%s stemden", connects: "verbindt", ofGroup: "%s van %s", hardly: "vrijwel niemand", nearly: "vrijwel iedereen",
	percent: "%s %", and: " en ", decimal: ",",
	discuss:    "Verschil om te bespreken",
	alike:      "Geen verschil springt eruit.",
	difference: "%s: meer bij %s dan bij %s.", between: "Het verschil ligt waarschijnlijk tussen %s en %s procentpunt.",
	firm:   "Dit is waarschijnlijk geen toeval.",
	chance: "Dit kan toeval zijn.",
	pairs:  "Vaak samen gekozen",
	pair:   "%s en %s: %s kozen ze allebei, %s keer zo vaak als je zou verwachten.",
	noCompare: map[session.NoComparison]string{
		session.NoGroups:     "Er zijn geen twee groepen, dus er valt niets te vergelijken.",
		session.FewBallots:   "Minder dan 8 mensen stemden. Dat is te weinig om groepen te vergelijken.",
		session.SmallGroups:  "Er stemden te weinig mensen per groep. We vergelijken niet, zodat niemands stem herkenbaar wordt.",
		session.RankedBallot: "Deze ronde ging over de volgorde. Een plek zegt wat vóór wat komt, niet wie een waarde steunt.",
		session.SmallRest:    "Een paar mensen zitten in een kleine groep of in geen. We vergelijken niet: dat zou verraden wat zij kozen.",
	},

	asked: dutchAsked, commit: dutchCommitments, formulated: dutchFormulated, pulse: dutchPulse, traced: dutchTraced,
	rounds: dutchRounds,

	about:   "Over dit verslag",
	privacy: "Privacy",
	privacyText: "Dit verslag noemt geen deelnemers. Tijdens de sessie wist de server welk toestel wat instuurde; zo kon je je antwoord nog veranderen. " +
		"Toen de sessie werd afgesloten, is dat verband gewist. Woorden van kaartjes staan er zoals ze geschreven zijn: wie erbij was, kan iets herkennen.",
	privacyOpen: "Dit verslag noemt geen deelnemers. De sessie is nog niet afgesloten: de server weet nog welk toestel wat instuurde, zodat je je antwoord " +
		"kunt veranderen. Bij het afsluiten wordt dat verband gewist.",
	made: "Gemaakt", madeAt: "%s om %s uur, met Verbindend.",
	mark: "Vingerafdruk", markText: "SHA-256 van de resultaten als JSON. Is er één teken anders, dan is dit getal anders.",
	online: "Online", onlineText: "Alle resultaten, ook om mee verder te werken. Richt je camera op de code of open de link.",

	months:   [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
	weekdays: [7]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
	thousand: ".",

	sheets: dutchSheets,
}
