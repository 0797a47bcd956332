package reports

import "verbindend/session"

// formulatedTexts are the words about values in words.
type formulatedTexts struct {
	title, intro, front, frontUnvoted, inWords, notYet, moreValues, table string

	when, unless, support, lacking, consent, consentChanged, noConsent          string
	roomChose, roomTied, nobodyChose, noPreference, ofTable, without, otherwise string

	agrees, agreesIf, concerns noun

	lacks map[session.Lack]string
}

var dutchFormulated = formulatedTexts{
	title: "De waarden in woorden",
	intro: "Wat we met elke waarde bedoelen, en waaraan we haar zien. Tafels schreven de zinnen; de begeleider legde de tekst vast.",
	front: "Dit draagt de zaal, in eigen woorden", frontUnvoted: "Onze waarden, in eigen woorden",
	inWords: "En nog %s in woorden, verderop.", notYet: "Ook in de top, nog niet in woorden: %s.",
	moreValues: "En nog %s. Ze staan in de resultaten online.", table: "Begonnen aan tafel %s.",
	when: "Wij zien dit wanneer…", unless: "Wij zien dit niet wanneer…",
	support: "Steun: %s, bij %s.",
	lacking: "Hier ontbreekt nog: %s.",
	consent: "Kunnen we hiermee leven? %s.", consentChanged: "Daarna is de tekst nog gewijzigd.", noConsent: "Kunnen we hiermee leven? Niemand antwoordde.",
	roomChose: "De zaal koos de tekst van tafel %s. Van %s: %s.", roomTied: "De zaal koos de teksten van tafel %s even vaak. Van %s: %s.",
	nobodyChose: "De zaal mocht kiezen; niemand deed dat.", noPreference: "De zaal mocht kiezen; geen voorkeur van %s.",
	ofTable: "tafel %s: %s", without: "geen voorkeur: %s", otherwise: "De begeleider koos anders.",
	agrees: noun{"akkoord", "akkoord"}, agreesIf: noun{"akkoord met een wijziging", "akkoord met een wijziging"}, concerns: noun{"met een zorg", "met een zorg"},
	lacks: map[session.Lack]string{
		session.LacksSentence: "een zin", session.LacksBehaviours: "twee keer ‘wij zien dit wanneer’",
		session.LacksCounter: "één keer ‘wij zien dit niet wanneer’", session.LacksSupport: "steun uit de stemming",
	},
}

var englishFormulated = formulatedTexts{
	title: "The values in words",
	intro: "What we mean by each value, and how we see it. Tables wrote the sentences; the facilitator settled the text.",
	front: "What this room carries, in its own words", frontUnvoted: "Our values, in our own words",
	inWords: "And %s more in words, further on.", notYet: "Also in the top, not in words yet: %s.",
	moreValues: "And %s more. They are in the results online.", table: "Begun at table %s.",
	when: "We see this when…", unless: "We do not see this when…",
	support: "Support: %s, on %s.",
	lacking: "Still missing here: %s.",
	consent: "Can we live with this? %s.", consentChanged: "The text was edited afterwards.", noConsent: "Can we live with this? Nobody answered.",
	roomChose: "The room chose the text of table %s. Of %s: %s.", roomTied: "The room chose the texts of tables %s equally often. Of %s: %s.",
	nobodyChose: "The room could choose; nobody did.", noPreference: "The room could choose; %s had no preference.",
	ofTable: "table %s: %s", without: "no preference: %s", otherwise: "The facilitator chose otherwise.",
	agrees: noun{"agrees", "agree"}, agreesIf: noun{"agrees with a change", "agree with a change"}, concerns: noun{"has a concern", "have a concern"},
	lacks: map[session.Lack]string{
		session.LacksSentence: "a sentence", session.LacksBehaviours: "two times ‘we see this when’",
		session.LacksCounter: "one ‘we do not see this when’", session.LacksSupport: "support from the vote",
	},
}
