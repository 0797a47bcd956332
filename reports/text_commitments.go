package reports

import "verbindend/session"

// commitmentTexts are the words about next steps.
type commitmentTexts struct {
	steps, stepsIntro, shared, sharedIntro, ifThen, agreed, agreedTitle, agreedMore, obstacle, moreSteps string

	stepNoun noun
	stepHead [5]string // what, first step, owner, date, measure
	benefits map[session.Benefit]string
}

var dutchCommitments = commitmentTexts{
	steps:       "Stappen van de organisatie",
	stepsIntro:  "Wat mensen in de zaal voorstelden. Afgesproken stappen staan bovenaan, daarna op datum. De eigenaar is een rol.",
	shared:      "Persoonlijke stappen die gedeeld zijn",
	sharedIntro: "De meeste persoonlijke stappen bleven op de telefoon. Deze zijn gedeeld, zonder naam en zonder groep; ze staan door elkaar.",
	ifThen:      "Als %s, dan %s.",
	agreed:      "afgesproken", agreedTitle: "Afgesproken", agreedMore: "(en nog %s verderop)",
	obstacle: "Kan in de weg zitten: %s", moreSteps: "En nog %s. Ze staan in de resultaten online.",
	stepNoun: noun{"stap", "stappen"},
	stepHead: [5]string{"Wat", "Eerste stap", "Eigenaar", "Datum", "Waaraan zien we het"},
	benefits: map[session.Benefit]string{
		session.ForOrganisation: "voor de organisatie", session.ForPeople: "voor de mensen", session.ForSociety: "voor de samenleving",
	},
}

var englishCommitments = commitmentTexts{
	steps:       "Steps of the organisation",
	stepsIntro:  "What people in the room proposed. Agreed steps come first, then by date. The owner is a role.",
	shared:      "Personal steps that were shared",
	sharedIntro: "Most personal steps stayed on their phones. These were shared, without name and without group; they are shuffled.",
	ifThen:      "If %s, then %s.",
	agreed:      "agreed", agreedTitle: "Agreed", agreedMore: "(and %s more further on)",
	obstacle: "May stand in the way: %s", moreSteps: "And %s more. They are in the results online.",
	stepNoun: noun{"step", "steps"},
	stepHead: [5]string{"What", "First step", "Owner", "Date", "How we will see it"},
	benefits: map[session.Benefit]string{
		session.ForOrganisation: "for the organisation", session.ForPeople: "for the people", session.ForSociety: "for society",
	},
}
