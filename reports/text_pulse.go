package reports

// pulseTexts are the words about looking back.
type pulseTexts struct {
	title, intro, then, after, afterOne string
	answered, tooFew, steps, noSteps    string
	low, high, other, dash              string

	answers noun
}

var dutchPulse = pulseTexts{
	title: "Terugblik",
	intro: "Hoe aanwezig mensen elke waarde vonden, van 1 tot 10: tijdens de sessie en daarna. Wie antwoordde, kan elke keer iemand anders zijn; " +
		"kleine verschillen zeggen dan weinig.",
	then: "toen", after: "na %s dagen", afterOne: "na 1 dag",
	answered: "%s, gesloten op %s.",
	tooFew:   "Bij minder dan 5 antwoorden vertellen we alleen hoeveel het er waren.",
	steps:    "Stap gezet: %s ja, %s deels, %s nog niet.",
	noSteps:  "Of mensen hun stap zetten, vertellen we niet: minder dan 5 mensen zeiden het.",
	low:      "nauwelijks aanwezig", high: "overal aanwezig",
	other:   "Een open rondje: minder dan 5 mensen gaven een cijfer, of er is toen niet naar gevraagd.",
	dash:    "Een streepje: minder dan 5 mensen gaven een cijfer, of er is toen niet naar gevraagd.",
	answers: noun{"antwoord", "antwoorden"},
}

var englishPulse = pulseTexts{
	title: "Looking back",
	intro: "How present people found each value, from 1 to 10: at the session, and after it. Those who answered may be others each time; " +
		"small differences then say little.",
	then: "then", after: "after %s days", afterOne: "after 1 day",
	answered: "%s, closed on %s.",
	tooFew:   "With fewer than 5 answers we tell only how many there were.",
	steps:    "Step taken: %s yes, %s partly, %s not yet.",
	noSteps:  "Whether people took their step is not told: fewer than 5 said so.",
	low:      "hardly present", high: "present everywhere",
	other:   "An open ring: fewer than 5 people gave a number, or it was not asked then.",
	dash:    "A dash: fewer than 5 people gave a number, or it was not asked then.",
	answers: noun{"answer", "answers"},
}
