package reports

import (
	"fmt"
	"time"

	"verbindend/session"
)

// full is a fictional session of two hours in which everything was done: the report that all others are a part of.
func full() session.Summary {
	sum := inGroups(inspiration.summary(), []string{"Ondernemers"}, []string{"HR en leidinggevenden"})
	sum = inAnswers(sum, 38)
	sum.Activities = wholeAgenda()
	top := sum.Vote.Options
	words := []session.Phrasing{
		{
			Sentence: "Wij voeren het gesprek voordat we een besluit nemen, niet erna.",
			When:     []string{"tegenspraak wordt bedankt", "iemand hardop zegt dat het anders kan"},
			Unless:   "we besluiten terwijl de mensen om wie het gaat er niet bij zijn",
		},
		{
			Sentence: "Wij luisteren tot de ander klaar is, en vragen dan nog één keer door.",
			When:     []string{"de telefoon in de tas blijft", "we terugkomen op wat iemand vorige week vertelde", "de stilste eerst aan het woord komt"},
			Unless:   "we al antwoord geven terwijl de ander nog praat",
		},
		{
			Sentence: "Wij leggen werk neer bij wie het doet, met de ruimte om het te verbeteren.",
			When:     []string{"iemand een offerte zelf tekent", "een fout dezelfde dag wordt gemeld"},
			Unless:   "we achteraf alsnog alles nakijken",
		},
		{
			Sentence: "Wij geven vertrouwen vooraf en vragen pas om uitleg als een afspraak niet lukt.",
			When:     []string{"een nieuwe collega in de eerste week een klant belt", "niemand om toestemming hoeft te vragen voor wat de klant nodig heeft"},
			Unless:   "er drie handtekeningen nodig zijn voor een kleine uitgave",
		},
	}
	consent := session.Outcome{Activity: "agree", Kind: session.Consent, Sheets: 37, Joined: 42}
	for i, p := range words {
		f := session.Formulation{Value: top[i].ID, Name: top[i].Name, Table: i + 1, Lacks: []session.Lack{}, Phrasing: p, Support: &session.Backing{Voters: top[i].Voters, Ballots: sum.Vote.Ballots}}
		q := session.Question{Key: f.Value + "/consent", Label: f.Name, Text: f.Whole(), Min: session.Agrees, Max: session.HasConcerns}
		consent.Questions = append(consent.Questions, session.Answered{Question: q, N: 36, Counts: []int{30 - 2*i, 5 + i, 1 + i}})
		sum.Formulations = append(sum.Formulations, f)
	}
	sum.Outcomes = append(sum.Outcomes, consent)
	step := func(agreed bool, what, first, owner, date, measure, obstacle string, benefits session.Benefit) {
		sum.Steps = append(sum.Steps, session.StepSummary{Agreed: agreed, Step: session.Step{What: what, First: first, Owner: owner, Date: date, Measure: measure, Obstacle: obstacle, Benefits: benefits}})
	}
	step(true, "Elk werkoverleg begint met één open vraag", "De vragen van januari ophalen bij de teams", "Teamleiders", "2027-01-11", "Wie als eerste spreekt, wisselt", "Volle agenda’s", session.ForPeople)
	step(true, "Offertes tot € 5.000 tekent het team zelf", "De regel opschrijven op één bladzijde", "Directie", "2027-02-01", "Dagen tussen vraag en offerte", "", session.ForOrganisation)
	step(true, "In maart kijken we samen terug", "Een zaal en een datum kiezen", "HR", "2027-03-15", "Aanwezigheid per waarde, opnieuw gemeten", "", session.ForPeople)
	step(false, "Stagiairs lopen een dag mee met een klant", "", "Werkbegeleiders", "", "", "", session.ForSociety)
	step(false, "Een kwartaal zonder maandrapport, en dan kijken wat we misten", "Eén afdeling kiezen die durft", "Controller", "2027-04-01", "Vragen die niemand kon beantwoorden", "Wie de cijfers gewend is", session.ForOrganisation)
	sum.Shared = []session.Intention{
		{When: "ik maandag binnenkom", Then: "vraag ik één collega hoe het gaat", Horizon: session.InAWeek},
		{When: "ik het antwoord al denk te weten", Then: "stel ik eerst nog een vraag"},
		{Then: "bel ik twee klanten zonder dat er iets aan de hand is"},
	}
	return sum
}

// wholeAgenda is that of two hours, with the tensions asked again at the end.
func wholeAgenda() (list []session.ActivitySummary) {
	at := noon
	for i, step := range []struct {
		kind    session.Kind
		minutes int
	}{
		{session.Welcome, 8}, {session.CheckIn, 4}, {session.Tensions, 4}, {session.Write, 8}, {session.Rounds, 14}, {session.Cluster, 12}, {session.Clarify, 6},
		{session.Vote, 5}, {session.Reveal, 7}, {session.Pause, 10}, {session.Formulate, 20}, {session.Consent, 6}, {session.Rate, 5}, {session.Commit, 8},
		{session.Tensions, 2}, {session.CheckOut, 1},
	} {
		a := session.ActivitySummary{Status: session.ClosedNow, Opened: at}
		at = at.Add(time.Duration(step.minutes) * time.Minute)
		a.ID, a.Kind, a.Minutes, a.Closed = fmt.Sprintf("w%d", i), step.kind, step.minutes, at
		list = append(list, a)
	}
	return list
}
