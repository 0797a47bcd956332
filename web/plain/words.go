package plain

// texts are the words of the pages in one language; what has a %s or %d is filled in.
type texts struct {
	LanguageNav, OtherLanguage, Fictional string
	Months                                [12]string

	LookBack, AfterDays                                                                         string
	PulseUnknown, PulseUnknownText                                                              string
	PulseNotYet, PulseRunning, PulseWaits, PulseOver, PulseOverText                             string
	PulseLead, PresenceAsked, Low, High, DontKnow, StepAsked, StepHint                          string
	Steps                                                                                       [3]string // by answer, from 1
	Send, Change, Thanks, ThanksText, PulseNotice, NeedsCookie, NothingGiven, NotKept, TryAgain string
}

var dutch = texts{
	LanguageNav: "Taal", OtherLanguage: "English", Fictional: "fictieve gegevens",
	Months: [12]string{
		"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
	},
	LookBack: "Terugblik", AfterDays: "na %d dagen",
	PulseUnknown:     "Deze terugblik is er niet (meer)",
	PulseUnknownText: "Misschien is de link niet heel overgenomen. Of de sessie is gewist: dat gebeurt een jaar na afloop, of eerder als de begeleider dat wil.",
	PulseNotYet:      "Nog niet open",
	PulseRunning:     "De sessie loopt nog. Na afloop kijken jullie hier samen terug.",
	PulseWaits:       "De begeleider zet deze terugblik open, rond %s. Bewaar deze link: hij blijft hetzelfde.",
	PulseOver:        "Deze terugblik is gesloten",
	PulseOverText:    "Bedankt voor het meekijken. De uitkomst staat in het verslag van de sessie.",
	PulseLead:        "Jullie kozen waarden. Hoe is het daar nu mee? Het kost je twee minuten. Je mag een vraag overslaan.",
	PresenceAsked:    "Hoe aanwezig is dit vandaag bij jullie?",
	Low:              "nauwelijks", High: "overal", DontKnow: "Weet ik niet",
	StepAsked: "Heb je je stap gezet?", StepHint: "De stap die je voor jezelf koos. Niemand ziet welke dat was.",
	Steps: [3]string{"Nog niet", "Deels", "Ja"},
	Send:  "Verstuur mijn antwoorden", Change: "Bewaar de wijziging",
	Thanks: "Je antwoorden zijn bewaard", ThanksText: "Tot %s kun je ze hier nog wijzigen, op deze telefoon of computer.",
	PulseNotice: "Zolang de terugblik open is, ziet niemand een antwoord, ook de begeleider niet. Hij sluit op zijn laatst op %s. Dan blijven alleen de tellingen over, " +
		"en wissen we welk apparaat wat heeft ingevuld. Bij minder dan 5 antwoorden vertellen we alleen hoeveel het er waren. " +
		"We bewaren één cookie, zodat je antwoord één keer telt.",
	NeedsCookie:  "Je browser bewaart geen cookie van deze pagina. Zonder die cookie weten we niet of je al hebt geantwoord. Sta cookies toe voor deze site en verstuur je antwoorden opnieuw.",
	NothingGiven: "Je hebt nog niets ingevuld. Kies bij ten minste één vraag een antwoord.",
	NotKept:      "Je antwoorden zijn niet bewaard. Kijk of alles is ingevuld zoals je wilt, en verstuur ze opnieuw.",
	TryAgain:     "Het bewaren lukte even niet. Je antwoorden staan er nog: verstuur ze zo opnieuw.",
}

var english = texts{
	LanguageNav: "Language", OtherLanguage: "Nederlands", Fictional: "fictional data",
	Months: [12]string{
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
	},
	LookBack: "Looking back", AfterDays: "after %d days",
	PulseUnknown:     "There is nothing to look back on here",
	PulseUnknownText: "Perhaps a part of the link is missing. Or the session has been erased: that happens a year after it ended, or sooner when its facilitator wants that.",
	PulseNotYet:      "Not open yet",
	PulseRunning:     "The session is still going on. Afterwards you will look back on it here, together.",
	PulseWaits:       "Your facilitator opens this page around %s. Keep the link: it stays the same.",
	PulseOver:        "This look back is closed",
	PulseOverText:    "Thank you for taking part. What came out of it is in the report of the session.",
	PulseLead:        "Together you chose values. How are they doing? It takes two minutes, and you may skip a question.",
	PresenceAsked:    "How present is this among you today?",
	Low:              "hardly", High: "everywhere", DontKnow: "I don’t know",
	StepAsked: "Have you taken your step?", StepHint: "The one you chose for yourself. Nobody sees which one it was.",
	Steps: [3]string{"Not yet", "Partly", "Yes"},
	Send:  "Send my answers", Change: "Save the change",
	Thanks: "Your answers are kept", ThanksText: "You can change them here until %s, on this phone or computer.",
	PulseNotice: "As long as this is open nobody sees an answer, not even the facilitator. It closes on %s at the latest. Then only the counts remain, " +
		"and we erase which device answered what. With fewer than 5 answers we tell only how many there were. " +
		"We keep one cookie, so that your answer counts once.",
	NeedsCookie:  "Your browser keeps no cookie of this page. Without it we cannot tell whether you have answered already. Allow cookies for this site, and send your answers again.",
	NothingGiven: "You have not filled in anything yet. Choose an answer to at least one question.",
	NotKept:      "Your answers were not kept. See whether everything is filled in as you like, and send them again.",
	TryAgain:     "Keeping them did not work just now. Your answers are still here: send them again in a moment.",
}
