package reports

import "verbindend/session"

// roundTexts are the words about rounds of voting, and about ballots that are not of dots.
type roundTexts struct {
	title, held, cancelled, wentOn, nothing, tied, through, paper, ofRound string

	methods       map[session.Method]string // how it was voted
	among         map[session.Among]string  // on what
	ballots       map[session.Method]string // what the ballot asked
	carried       map[session.Method]string // what it takes to carry a value
	intros        map[session.Method]string // how to read the ranking
	steps         map[session.Method]string // what it is called among the steps of the session
	mean, noScore string
	beats         string
	beatsMore     noun
	beatsNone     string
}

var dutchRounds = roundTexts{
	title: "De stemrondes", held: "Ronde %s, %s over %s: %s.", cancelled: "Ronde %s is overgedaan en telt niet mee. Er lagen toen %s.",
	wentOn: "Door gingen %s.", nothing: "Niets ging door.", tied: "Bij de grens stonden %s gelijk.",
	through: "Door een eerdere ronde gingen %s al door. Deze ronde ging over de plaatsen die over waren.",
	paper:   "Van de stembiljetten vulde de begeleider er %s in vanaf papier.",
	methods: map[session.Method]string{session.ByDots: "met stippen", session.ByScore: "met cijfers van 1 tot 5", session.ByRank: "op volgorde"},
	among:   map[session.Among]string{session.AmongAll: "alle waarden", session.AmongTop: "de top", session.AmongTied: "wat gelijk stond"},
	carried: map[session.Method]string{session.ByDots: "een stip", session.ByScore: "een 4 of een 5"}, ofRound: "Dit gaat over ronde %s.",
	ballots: map[session.Method]string{
		session.ByScore: "Het stembiljet telde %s. Iedereen gaf een cijfer van 1 tot 5, of liet het open.",
		session.ByRank:  "Het stembiljet telde %s. Iedereen zette ze op volgorde; wie iets openliet, zette dat onderaan.",
	},
	intros: map[session.Method]string{
		session.ByScore: "De lengte van de balk is het gemiddelde cijfer. De donkere balken horen bij de top. Het streepje rechts: tussen welke plaatsen een waarde kan liggen, met plaats 1 links.",
		session.ByRank:  "Tussen elke twee waarden telt wie er meer mensen vóór zet; zo ontstaat de volgorde (methode Schulze). De lengte van de balk: van hoeveel waarden een waarde wint. Het streepje rechts: tussen welke plaatsen zij kan liggen, met plaats 1 links.",
	},
	steps: map[session.Method]string{session.ByScore: "Blind stemmen met cijfers", session.ByRank: "Blind stemmen op volgorde"},
	mean:  "gemiddeld %s van %s", noScore: "geen cijfers", beats: "wint van %s met %s tegen %s", beatsMore: noun{"en van nog %s", "en van nog %s"},
	beatsNone: "wint van geen andere waarde",
}

var englishRounds = roundTexts{
	title: "The rounds of voting", held: "Round %s, %s on %s: %s.", cancelled: "Round %s was done again and does not count. There were %s then.",
	wentOn: "%s went on.", nothing: "Nothing went on.", tied: "At the cut, %s were tied.",
	through: "By an earlier round, %s go on already. This round was about the places that were left.",
	paper:   "Of the ballots, the facilitator typed in %s from paper.",
	methods: map[session.Method]string{session.ByDots: "with dots", session.ByScore: "with scores from 1 to 5", session.ByRank: "in order"},
	among:   map[session.Among]string{session.AmongAll: "all values", session.AmongTop: "the top", session.AmongTied: "what was tied"},
	carried: map[session.Method]string{session.ByDots: "a dot", session.ByScore: "a 4 or a 5"}, ofRound: "This is about round %s.",
	ballots: map[session.Method]string{
		session.ByScore: "The ballot had %s. Everybody gave a score from 1 to 5, or left it open.",
		session.ByRank:  "The ballot had %s. Everybody put them in order; what somebody left out came last.",
	},
	intros: map[session.Method]string{
		session.ByScore: "A bar’s length is the mean score. The dark bars belong to the top. The line on the right: between which places a value may lie, with place 1 on the left.",
		session.ByRank:  "Of every two values, what counts is which one more people put first; that makes the order (Schulze’s method). A bar’s length: how many values it beats. The line on the right: between which places it may lie, with place 1 on the left.",
	},
	steps: map[session.Method]string{session.ByScore: "Blind vote with scores", session.ByRank: "Blind vote by ranking"},
	mean:  "mean %s of %s", noScore: "no scores", beats: "beats %s by %s to %s", beatsMore: noun{"and %s more", "and %s more"},
	beatsNone: "beats no other value",
}
