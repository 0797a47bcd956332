package reports

// sheetTexts are the words of what is printed for the room.
type sheetTexts struct {
	join, orType, noAccount, onlyPhone string
	ballot, draft                      string
	dots, score, ranked                string // how to fill it in; dots: in all, on one value
	group, noName                      string
}

var dutchSheets = sheetTexts{
	join: "Doe mee met je telefoon", orType: "of ga naar %s en typ",
	noAccount: "Scan de code met je camera. Je hebt geen account en geen app nodig.",
	onlyPhone: "Je naam vragen we niet.",
	ballot:    "Stembiljet", draft: "voorlopig",
	dots:   "Je hebt %s. Kleur de rondjes in bij de waarden die jij belangrijk vindt, hooguit %s bij één waarde. Minder mag ook.",
	score:  "Zet een kruis door het cijfer dat past: 1 is helemaal niet belangrijk, 5 heel belangrijk. Geen mening? Laat de rij leeg.",
	ranked: "Zet een 1 bij wat jij het eerst kiest, een 2 bij het volgende, en zo verder. Gelijke cijfers mogen, lege vakjes ook.",
	group:  "Mijn groep (mag leeg blijven):", noName: "Zet je naam er niet op. Vouw het biljet dubbel en geef het aan de begeleider.",
}

var englishSheets = sheetTexts{
	join: "Join with your phone", orType: "or go to %s and type",
	noAccount: "Scan the code with your camera. You need no account and no app.",
	onlyPhone: "We do not ask for your name.",
	ballot:    "Ballot", draft: "provisional",
	dots:   "You have %s. Fill in circles beside the values that matter to you, at most %s on one value. Fewer is fine.",
	score:  "Cross the number that fits: 1 is not important at all, 5 is very important. No opinion? Leave the row empty.",
	ranked: "Write a 1 beside what you would choose first, a 2 beside the next, and so on. Equal numbers are fine, and so are empty boxes.",
	group:  "My group (may stay empty):", noName: "Do not write your name on it. Fold it and hand it to the facilitator.",
}
