package reports

import "verbindend/session"

// askedTexts are the words about what people answered by themselves.
type askedTexts struct {
	answerSheets, phoneSheets, dontKnow noun // people who answered anything, phones where tables share one, and who do not know

	rate, rateIntro, rateFew, gaps, importance, presence, count, widest, widestText, lines string
	apart, apartFew, apartAgain                                                            string

	quadrants map[session.Quadrant]string

	tensions, tensionsIntro, now, wanted, nowAndWanted, before, shift, unanswered string

	checks, checksIntro, checkIn, checkOut, energy, usefulness, mean, saidMore, noWords, wordsGone string
	ends                                                                                           map[session.Kind][2]string
}

var dutchAsked = askedTexts{
	answerSheets: noun{"mens antwoordde", "mensen antwoordden"}, phoneSheets: noun{"telefoon antwoordde", "telefoons antwoordden"},
	dontKnow: noun{"weet het niet", "weten het niet"},

	rate: "Belang en aanwezigheid",
	rateIntro: "Iedereen gaf elke gekozen waarde twee cijfers van 1 tot 10: hoe belangrijk ze is, en hoe aanwezig vandaag. " +
		"Het verschil is per persoon berekend, over wie allebei de cijfers gaf.",
	rateFew: "Er zijn minder dan 8 antwoorden. Lees dit als een indruk, niet als een uitspraak over de hele groep.",
	gaps:    "Het verschil, het grootste eerst",
	lines:   "De stippellijnen liggen op de mediaan van de waarden. De assen lopen van %s tot %s en van %s tot %s.",

	importance: "Belang", presence: "Aanwezig", count: "Antwoorden",
	widest: "Het grootste verschil", widestText: "Belang %s, vandaag aanwezig %s. Hier is het meeste te winnen.",
	apart: "Onder een waarde staan de groepen: eerst hoe aanwezig, dan het belang, en hoeveel antwoorden er zijn. " +
		"Een streep: te weinig antwoorden, of een kleine groep die eensgezind aan een uiteinde zit.",
	apartFew:   "Te weinig antwoorden per groep om naast elkaar te leggen.",
	apartAgain: "Na het sluiten is opnieuw geantwoord. Daarom leggen we de groepen niet naast elkaar.",
	quadrants: map[session.Quadrant]string{
		session.WorkOn: "Hier aan werken", session.Keep: "Vasthouden", session.Follow: "Volgen", session.ToSpare: "Ruimte over",
	},

	tensions: "Spanningen: nu en gewenst",
	tensionsIntro: "Geen kant is fout. Boven de lijn staat hoeveel er nu waar staan, eronder waar ze heen willen. " +
		"De rondjes zijn de gemiddelden: open is nu, dicht is gewenst.",
	now: "nu %s", wanted: "gewenst %s", nowAndWanted: "nu %s, gewenst %s", before: "vorige keer: nu %s, gewenst %s",
	shift: "verschoven: nu %s, gewenst %s, bij %s", unanswered: "Niemand antwoordde.",

	checks: "Hoe we kwamen, hoe we gingen", checksIntro: "Eén woord en één cijfer, aan het begin en aan het eind.",
	checkIn: "Inchecken", checkOut: "Uitchecken", energy: "Energie", usefulness: "Hoe nuttig", mean: "gemiddeld %s, van %s",
	saidMore: "En nog %s andere.", noWords: "De woorden zijn niet met de zaal gedeeld.", wordsGone: "De woorden zijn 30 dagen bewaard en daarna gewist.",
	ends: map[session.Kind][2]string{session.CheckIn: {"weinig", "veel"}, session.CheckOut: {"niet nuttig", "heel nuttig"}},
}

var englishAsked = askedTexts{
	answerSheets: noun{"person answered", "people answered"}, phoneSheets: noun{"phone answered", "phones answered"},
	dontKnow: noun{"doesn’t know", "don’t know"},

	rate: "Importance and presence",
	rateIntro: "Everybody gave each chosen value two marks from 1 to 10: how important it is, and how present today. " +
		"The gap is worked out per person, over those who gave both marks.",
	rateFew: "There are fewer than 8 answers. Read this as an impression, not as a verdict on the whole group.",
	gaps:    "The gap, the largest first",
	lines:   "The dotted lines lie at the median of the values. The axes run from %s to %s and from %s to %s.",

	importance: "Importance", presence: "Present", count: "Answers",
	widest: "The largest gap", widestText: "Importance %s, present today %s. Here is most to gain.",
	apart: "Under a value are the groups: first how present, then importance, and how many answers there are. " +
		"A dash: too few answers, or a small group that is of one mind at an end of the scale.",
	apartFew:   "Too few answers in each group to lay them beside each other.",
	apartAgain: "People answered again after the closing, so we do not lay the groups beside each other.",
	quadrants: map[session.Quadrant]string{
		session.WorkOn: "Work on this", session.Keep: "Hold on to it", session.Follow: "Keep an eye on it", session.ToSpare: "Room to spare",
	},

	tensions: "Tensions: now and wanted",
	tensionsIntro: "No side is wrong. Above the line stands how many are where now, below it where they want to be. " +
		"The circles are the means: open is now, filled is wanted.",
	now: "now %s", wanted: "wanted %s", nowAndWanted: "now %s, wanted %s", before: "last time: now %s, wanted %s",
	shift: "moved: now %s, wanted %s, of %s", unanswered: "Nobody answered.",

	checks: "How we came, how we left", checksIntro: "One word and one number, at the beginning and at the end.",
	checkIn: "Check-in", checkOut: "Check-out", energy: "Energy", usefulness: "How useful", mean: "%s on average, from %s",
	saidMore: "And %s others.", noWords: "The words were not shared with the room.", wordsGone: "The words were kept for 30 days and then erased.",
	ends: map[session.Kind][2]string{session.CheckIn: {"little", "a lot"}, session.CheckOut: {"not useful", "very useful"}},
}
