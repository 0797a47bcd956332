package reports

// tracedTexts are the words about where things come from and how they add up.
type tracedTexts struct {
	trace, called, chosenBy, ofVoters string

	minority, minorityText string

	addition, refused string

	wroteCards, wroteNone, shown, keptApart, cardsShown, onBoard, setAside, couldVote, voted, didNotVote, onPhones, onPaper noun
	dotsGiven, dotsPlaced, dotsLeft                                                                                         noun
}

var dutchTraced = tracedTexts{
	trace: "Van zin terug naar kaartje", called: "%s onder de naam ‘%s’", chosenBy: "gekozen door %s van de %s", ofVoters: "%s van de %s",
	minority: "Van weinig mensen, met nadruk",
	minorityText: "Niet in de top, wel gemeend: hooguit een kwart van de stemmers koos deze waarden, en zeker de helft van hen gaf alles wat mocht. " +
		"Een optelling laat dat niet zien. Praat erover door.",
	addition: "De optelling",
	refused:  "Een stembiljet dat niet klopte, is geweigerd voordat het meetelde; de telefoon zei waarom. Zulke pogingen bewaren we niet.",

	wroteCards: noun{"schreef een kaartje", "schreven een kaartje"}, wroteNone: noun{"schreef niets", "schreven niets"},
	shown: noun{"getoond", "getoond"}, keptApart: noun{"apart gehouden", "apart gehouden"},
	cardsShown: noun{"getoond kaartje", "getoonde kaartjes"}, onBoard: noun{"op het bord", "op het bord"}, setAside: noun{"bewaard", "bewaard"},
	couldVote: noun{"kon stemmen", "konden stemmen"}, voted: noun{"stemde", "stemden"}, didNotVote: noun{"stemde niet", "stemden niet"},
	onPhones: noun{"op een telefoon", "op een telefoon"}, onPaper: noun{"op papier", "op papier"},
	dotsGiven: noun{"stip te geven", "stippen te geven"}, dotsPlaced: noun{"gezet", "gezet"}, dotsLeft: noun{"over", "over"},
}

var englishTraced = tracedTexts{
	trace: "From sentence back to card", called: "%s under the name ‘%s’", chosenBy: "chosen by %s of the %s", ofVoters: "%s of the %s",
	minority: "From a few people, and meant",
	minorityText: "Not in the top, and still meant: at most a quarter of the voters chose these values, and at least half of them gave all that they could. " +
		"A sum does not show that. Do talk about it.",
	addition: "How it adds up",
	refused:  "A ballot that was not right was refused before it counted; the phone said why. Such attempts are not kept.",

	wroteCards: noun{"wrote a card", "wrote a card"}, wroteNone: noun{"wrote none", "wrote none"},
	shown: noun{"shown", "shown"}, keptApart: noun{"kept apart", "kept apart"},
	cardsShown: noun{"card shown", "cards shown"}, onBoard: noun{"on the board", "on the board"}, setAside: noun{"set aside", "set aside"},
	couldVote: noun{"could vote", "could vote"}, voted: noun{"voted", "voted"}, didNotVote: noun{"did not vote", "did not vote"},
	onPhones: noun{"on a phone", "on a phone"}, onPaper: noun{"on paper", "on paper"},
	dotsGiven: noun{"dot to give", "dots to give"}, dotsPlaced: noun{"placed", "placed"}, dotsLeft: noun{"left", "left"},
}
