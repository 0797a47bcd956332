package reports

// sheetTexts are the words of what is printed for the room.
type sheetTexts struct {
	join, orType, noAccount, onlyPhone string
	ballot, draft                      string
	dots                               string // how to fill it in: dots in all, dots on one value
	group, noName                      string
}

var dutchSheets = sheetTexts{
	join: "Doe mee met je telefoon", orType: "of ga naar %s en typ",
	noAccount: "Scan de code met je camera. Je hebt geen account en geen app nodig.",
	onlyPhone: "Je naam vragen we niet.",
	ballot:    "Stembiljet", draft: "voorlopig",
	dots:  "Je hebt %s. Kleur de rondjes in bij de waarden die jij belangrijk vindt, hooguit %s bij één waarde. Minder mag ook.",
	group: "Mijn groep (mag leeg blijven):", noName: "Zet je naam er niet op. Vouw het biljet dubbel en geef het aan de begeleider.",
}

var englishSheets = sheetTexts{
	join: "Join with your phone", orType: "or go to %s and type",
	noAccount: "Scan the code with your camera. You need no account and no app.",
	onlyPhone: "We do not ask for your name.",
	ballot:    "Ballot", draft: "provisional",
	dots:  "You have %s. Fill in circles beside the values that matter to you, at most %s on one value. Fewer is fine.",
	group: "My group (may stay empty):", noName: "Do not write your name on it. Fold it and hand it to the facilitator.",
}
