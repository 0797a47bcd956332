package demo

import "verbindend/session"

// A theme is one value that somebody of the group carries, with everything that is said of it. All of it is invented.
type theme struct {
	key   string
	name  session.Words
	cards []session.Words // as people write it
	why   session.Words   // beside a card

	weight float64    // how near it is to everybody's heart
	lean   [3]float64 // how much nearer to each group's, in the order of groups

	sentence, unless session.Words
	when             [3]session.Words // the last one is a tip from the table

	importance, presence int // how the group rates it, in the middle
}

// themes are what the group carries. Two of them are bridges: all groups do.
var themes = []theme{
	{
		key: "trust", name: session.Words{NL: "Vertrouwen", EN: "Trust"}, weight: 14, lean: [3]float64{1, 1.1, 1}, importance: 9, presence: 6,
		cards: []session.Words{
			{NL: "Vertrouwen", EN: "Trust"}, {NL: "vertrouwen geven", EN: "giving trust"}, {NL: "Elkaar vertrouwen", EN: "Trusting each other"},
			{NL: "Vertrouwen, ook als het spannend wordt", EN: "Trust, when it gets hard too"},
		},
		why:      session.Words{NL: "Zonder dat durft niemand iets te zeggen", EN: "Without it nobody dares to speak"},
		sentence: session.Words{NL: "Wij gaan ervan uit dat de ander het goed bedoelt en goed doet.", EN: "We start from the thought that people mean well and do well."},
		when: [3]session.Words{
			{NL: "Een collega beslist zelf en vertelt het daarna", EN: "A colleague decides alone and tells us afterwards"},
			{NL: "We vragen eerst: wat heb je nodig?", EN: "We ask first: what do you need?"},
			{NL: "Wie een fout maakt, zegt het dezelfde dag", EN: "Whoever makes a mistake says so the same day"},
		},
		unless: session.Words{NL: "Iemand laat alles dubbel nakijken voor de zekerheid", EN: "Somebody has everything checked twice, to be sure"},
	},
	{
		key: "neighbours", name: session.Words{NL: "Noaberschap", EN: "Noaberschap"}, weight: 11, lean: [3]float64{1, 1, 1.1}, importance: 8, presence: 8,
		cards: []session.Words{
			{NL: "Noaberschap", EN: "Noaberschap"}, {NL: "naoberschap", EN: "noaberschap, as we say here"}, {NL: "Klaarstaan voor elkaar", EN: "Being good neighbours"},
			{NL: "Helpen zonder dat iemand het vraagt", EN: "Helping before anybody asks"},
		},
		why:      session.Words{NL: "Zo zijn we hier groot geworden", EN: "It is how we grew up here"},
		sentence: session.Words{NL: "Wij springen bij voordat iemand erom hoeft te vragen.", EN: "We lend a hand before anybody has to ask."},
		when: [3]session.Words{
			{NL: "De ene ploeg helpt de andere met de laatste order", EN: "One shift helps the other with the last order"},
			{NL: "Een nieuwe collega loopt de eerste week met iemand mee", EN: "Somebody takes a new colleague along in the first week"},
			{NL: "We bellen even hoe het gaat met wie ziek thuis zit", EN: "We ring whoever is ill at home"},
		},
		unless: session.Words{NL: "Iemand zegt: dat is niet mijn afdeling", EN: "Somebody says: not my department"},
	},
	{
		key: "ownership", name: session.Words{NL: "Eigenaarschap", EN: "Ownership"}, weight: 8, lean: [3]float64{2, .6, 1}, importance: 8, presence: 5,
		cards: []session.Words{
			{NL: "Eigenaarschap", EN: "Ownership"}, {NL: "eigen regie", EN: "own it"}, {NL: "Doen alsof het je eigen zaak is", EN: "As if it were your own shop"},
			{NL: "Zelf de regie pakken", EN: "Taking ownership"},
		},
		why:      session.Words{NL: "Ik kan niet overal bij zijn", EN: "I cannot be everywhere"},
		sentence: session.Words{NL: "Wij pakken op wat we zien liggen, en maken het af.", EN: "We pick up what we see lying about, and finish it."},
		when: [3]session.Words{
			{NL: "Iemand belt zelf de klant als het later wordt", EN: "People ring the customer themselves when it will be late"},
			{NL: "De monteur stelt een betere planning voor", EN: "The fitter proposes a better schedule"},
			{NL: "We zeggen: dit doe ik, voor vrijdag", EN: "We say: I will do this, by Friday"},
		},
		unless: session.Words{NL: "We wachten tot de baas er iets van zegt", EN: "We wait until the boss says something"},
	},
	{
		key: "attention", name: session.Words{NL: "Oprechte aandacht", EN: "Genuine attention"}, weight: 7, lean: [3]float64{.5, 2, 1}, importance: 9, presence: 4,
		cards: []session.Words{
			{NL: "Oprechte aandacht", EN: "Genuine attention"}, {NL: "aandacht voor mensen", EN: "attention"}, {NL: "Gezien worden", EN: "Being seen"},
			{NL: "Tijd maken voor een praatje", EN: "Making time for a chat"},
		},
		why:      session.Words{NL: "Mensen gaan niet weg om geld, maar omdat niemand het merkte", EN: "People do not leave for money but because nobody noticed"},
		sentence: session.Words{NL: "Wij maken tijd voor de mens achter het werk.", EN: "We make time for the person behind the work."},
		when: [3]session.Words{
			{NL: "De telefoon ligt weg tijdens een gesprek", EN: "The phone is put away during a talk"},
			{NL: "De leidinggevende loopt elke ochtend een rondje", EN: "The manager walks round every morning"},
			{NL: "We vragen door als iemand “gaat wel” zegt", EN: "We ask on when somebody says “all right, I suppose”"},
		},
		unless: session.Words{NL: "Een jaargesprek gaat alleen over cijfers", EN: "A yearly talk is about figures alone"},
	},
	{
		key: "honesty", name: session.Words{NL: "Eerlijkheid", EN: "Honesty"}, weight: 4, lean: [3]float64{1.1, 1, 1.2}, importance: 8, presence: 6,
		cards: []session.Words{
			{NL: "Eerlijkheid", EN: "Honesty"}, {NL: "Recht door zee", EN: "Straight talk"}, {NL: "open en eerlijk", EN: "honest"},
			{NL: "Zeggen waar het op staat", EN: "Saying how it is"},
		},
		why:      session.Words{NL: "Dan weet je waar je aan toe bent", EN: "Then you know where you stand"},
		sentence: session.Words{NL: "Wij zeggen het tegen elkaar, en niet over elkaar.", EN: "We say it to each other, not about each other."},
		when: [3]session.Words{
			{NL: "Slecht nieuws komt dezelfde dag op tafel", EN: "Bad news is on the table the same day"},
			{NL: "Iemand zegt in het overleg: hier ben ik het niet mee eens", EN: "Somebody says in the meeting: I do not agree"},
			{NL: "De baas vertelt ook wat niet lukte", EN: "The boss also tells what failed"},
		},
		unless: session.Words{NL: "Het echte gesprek begint pas bij het koffieapparaat", EN: "The real talk only begins at the coffee machine"},
	},
	{
		key: "development", name: session.Words{NL: "Ontwikkeling", EN: "Development"}, weight: 5, lean: [3]float64{.7, 1.8, .9}, importance: 8, presence: 6,
		cards: []session.Words{
			{NL: "Ontwikkeling", EN: "Development"}, {NL: "Blijven leren", EN: "Learning"}, {NL: "groeien in je vak", EN: "growth"}, {NL: "Talent zien", EN: "Seeing talent"},
		},
		why:      session.Words{NL: "Een vak leer je van een mens", EN: "You learn a trade from a person"},
		sentence: session.Words{NL: "Wij leren elke week iets van elkaar, en van wat misging.", EN: "Every week we learn something from each other, and from what went wrong."},
		when: [3]session.Words{
			{NL: "Een ervaren vakman neemt een leerling mee", EN: "An experienced hand takes an apprentice along"},
			{NL: "We bespreken een mislukte order zonder schuldige", EN: "We talk about a failed order without blaming anybody"},
			{NL: "Iemand krijgt tijd voor een cursus die hij zelf koos", EN: "Somebody gets time for a course of their own choice"},
		},
		unless: session.Words{NL: "Een cursus gaat niet door omdat het druk is", EN: "A course is called off because it is busy"},
	},
	{
		key: "space", name: session.Words{NL: "Ruimte geven", EN: "Giving space"}, weight: 5, lean: [3]float64{.8, 1, 1.8}, importance: 7, presence: 5,
		cards: []session.Words{
			{NL: "Ruimte geven", EN: "Giving space"}, {NL: "ruimte om zelf te beslissen", EN: "room to decide"}, {NL: "Loslaten", EN: "Letting go"},
			{NL: "Niet over de schouder meekijken", EN: "No micromanagement"},
		},
		why:      session.Words{NL: "Ik leer het meest als ik het zelf mag doen", EN: "I learn most when I may do it myself"},
		sentence: session.Words{NL: "Wij spreken af wat, en laten het hoe aan wie het doet.", EN: "We agree on the what, and leave the how to whoever does it."},
		when: [3]session.Words{
			{NL: "De ploeg maakt zelf het rooster", EN: "The shift makes its own roster"},
			{NL: "Een leidinggevende vraagt: hoe zou jij het doen?", EN: "A manager asks: how would you do it?"},
			{NL: "Proberen mag, ook als het anders loopt", EN: "Trying is fine, also when it turns out otherwise"},
		},
		unless: session.Words{NL: "Een lijst moet drie keer worden afgetekend", EN: "A list has to be signed three times"},
	},
	{
		key: "sober", name: session.Words{NL: "Nuchterheid", EN: "Down to earth"}, weight: 3, lean: [3]float64{1.4, .7, 1}, importance: 6, presence: 9,
		cards: []session.Words{
			{NL: "Nuchterheid", EN: "Down to earth"}, {NL: "Doe maar gewoon", EN: "No fuss"}, {NL: "nuchter blijven", EN: "keeping it simple"}, {NL: "Niet zeuren maar doen", EN: "Just doing it"},
		},
		why:      session.Words{NL: "Grote woorden helpen niemand", EN: "Big words help nobody"},
		sentence: session.Words{NL: "Wij houden het gewoon, en doen wat nodig is.", EN: "We keep it simple and do what is needed."},
		when: [3]session.Words{
			{NL: "Een plan past op één blad", EN: "A plan fits on one page"}, {NL: "De directeur helpt mee laden als het moet", EN: "The director helps to load when needed"},
			{NL: "We beginnen op tijd en stoppen op tijd", EN: "We begin on time and end on time"},
		},
		unless: session.Words{NL: "We vergaderen over een vergadering", EN: "We meet about a meeting"},
	},
	{
		key: "courage", name: session.Words{NL: "Lef", EN: "Courage"}, weight: 3, lean: [3]float64{1.5, 1, .8}, importance: 7, presence: 4,
		cards: []session.Words{
			{NL: "Lef", EN: "Courage"}, {NL: "durven", EN: "daring"}, {NL: "Je nek uitsteken", EN: "Sticking your neck out"},
		},
		why:      session.Words{NL: "Anders doet de concurrent het", EN: "Else a competitor does it"},
		sentence: session.Words{NL: "Wij proberen het nieuwe, ook als we het nog niet zeker weten.", EN: "We try what is new, also when we are not sure yet."},
		when: [3]session.Words{
			{NL: "Iemand stelt de vraag die niemand durft te stellen", EN: "Somebody asks what nobody dares to ask"},
			{NL: "We proberen een nieuwe machine eerst een week uit", EN: "We try a new machine for a week first"},
			{NL: "Een idee van de werkvloer krijgt een kans", EN: "An idea from the shop floor gets a chance"},
		},
		unless: session.Words{NL: "We doen het zo, omdat we het altijd zo deden", EN: "We do it like this because we always did"},
	},
	{
		key: "joy", name: session.Words{NL: "Plezier", EN: "Joy"}, weight: 3, lean: [3]float64{.9, 1.1, 1.2}, importance: 7, presence: 7,
		cards: []session.Words{
			{NL: "Plezier", EN: "Joy"}, {NL: "Werkplezier", EN: "Fun at work"}, {NL: "samen lachen", EN: "laughing together"},
		},
		why:      session.Words{NL: "Dan gaat het werk vanzelf", EN: "Then work goes by itself"},
		sentence: session.Words{NL: "Wij lachen samen, en vieren wat lukt.", EN: "We laugh together and celebrate what works."},
		when: [3]session.Words{
			{NL: "Een grote order vieren we met de hele hal", EN: "The whole hall celebrates a large order"},
			{NL: "In de pauze zit iedereen door elkaar", EN: "At the break everybody sits mixed"},
			{NL: "Er is altijd iemand die taart meebrengt", EN: "There is always somebody who brings a cake"},
		},
		unless: session.Words{NL: "Iedereen eet alleen achter een scherm", EN: "Everybody eats alone behind a screen"},
	},
	{
		key: "results", name: session.Words{NL: "Zakelijk resultaat", EN: "Business results"}, weight: 2, lean: [3]float64{2.4, .3, .8}, importance: 7, presence: 8,
		cards: []session.Words{
			{NL: "Resultaat", EN: "Results"}, {NL: "zakelijk resultaat", EN: "business results"}, {NL: "Een gezond bedrijf", EN: "A healthy company"},
		},
		why:      session.Words{NL: "Er moet ook brood op de plank", EN: "There has to be bread on the table too"},
		sentence: session.Words{NL: "Wij zorgen dat het bedrijf morgen ook gezond is.", EN: "We see to it that the company is healthy tomorrow too."},
		when: [3]session.Words{
			{NL: "Iedereen kent de cijfers van de maand", EN: "Everybody knows the figures of the month"},
			{NL: "We zeggen nee tegen een order die niet past", EN: "We say no to an order that does not fit"},
			{NL: "Winst gaat eerst naar beter gereedschap", EN: "Profit first goes into better tools"},
		},
		unless: session.Words{NL: "We beloven wat we niet kunnen waarmaken", EN: "We promise what we cannot keep"},
	},
	{
		key: "later", name: session.Words{NL: "Oog voor later", EN: "An eye for later"}, weight: 2, lean: [3]float64{1.3, 1, .8}, importance: 7, presence: 5,
		cards: []session.Words{
			{NL: "Oog voor later", EN: "An eye for later"}, {NL: "Denken aan wie na ons komt", EN: "Thinking of the next generation"}, {NL: "lange termijn", EN: "long term"},
		},
		why:      session.Words{NL: "Mijn dochter wil de zaak misschien overnemen", EN: "My daughter may take over one day"},
		sentence: session.Words{NL: "Wij kiezen wat over tien jaar nog goed voelt.", EN: "We choose what will still feel right in ten years."},
		when: [3]session.Words{
			{NL: "De opvolging komt op tijd op tafel", EN: "Succession is on the table in time"},
			{NL: "We repareren voordat we vervangen", EN: "We repair before we replace"},
			{NL: "Het dak ligt vol panelen", EN: "The roof is full of panels"},
		},
		unless: session.Words{NL: "De snelle winst wint het van de goede keuze", EN: "The quick profit beats the good choice"},
	},
	{
		key: "responsibility", name: session.Words{NL: "Verantwoordelijkheid", EN: "Responsibility"}, weight: 2, lean: [3]float64{1, 1, 1}, importance: 8, presence: 7,
		cards: []session.Words{
			{NL: "Verantwoordelijkheid", EN: "Responsibility"}, {NL: "verantwoordelijkheid nemen", EN: "being accountable"},
		},
		why:      session.Words{NL: "Afspraak is afspraak", EN: "A deal is a deal"},
		sentence: session.Words{NL: "Wij staan voor wat we doen, ook als het misgaat.", EN: "We stand for what we do, also when it goes wrong."},
		when: [3]session.Words{
			{NL: "Iemand zegt: dat was mijn fout, ik los het op", EN: "Somebody says: that was me, I will solve it"},
			{NL: "Afspraken staan op het bord in de hal", EN: "What was agreed is on the board in the hall"},
			{NL: "We komen terug op wat bleef liggen", EN: "We come back to what was left"},
		},
		unless: session.Words{NL: "De schuld gaat van bureau naar bureau", EN: "The blame goes from desk to desk"},
	},
	pride,
}

// pride is what somebody misses when the ballot is made clear; nobody has written it before.
var pride = theme{
	key: "pride", name: session.Words{NL: "Trots op het vak", EN: "Pride in the craft"}, weight: 2, lean: [3]float64{1, 1, 1}, importance: 8, presence: 7,
	sentence: session.Words{NL: "Wij laten zien wat we maken, en hoe.", EN: "We show what we make, and how."},
	when: [3]session.Words{
		{NL: "Er komt een schoolklas in de hal kijken", EN: "A school class visits the hall"},
		{NL: "Wie het maakte, levert het ook af", EN: "Whoever made it also delivers it"},
		{NL: "Een mooi stuk werk krijgt een plek bij de ingang", EN: "A fine piece of work stands at the entrance"},
	},
	unless: session.Words{NL: "“Het is maar een onderdeel”", EN: "“It is only a part”"},
}
