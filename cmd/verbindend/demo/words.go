package demo

import "verbindend/session"

var title = session.Words{
	NL: "Demo (fictieve gegevens): wat verbindt ons in Twente?",
	EN: "Demo (fictional data): what connects us in Twente?",
}

var groups = []session.Words{
	{NL: "Ondernemers", EN: "Entrepreneurs"},
	{NL: "HR-specialisten", EN: "HR specialists"},
	{NL: "Leidinggevenden", EN: "Managers"},
}

func groupNames(lang session.Lang) []string {
	var names []string
	for _, g := range groups {
		names = append(names, g.In(lang))
	}
	return names
}
