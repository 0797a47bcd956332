package demo

import "verbindend/session"

var title = session.Words{
	NL: "Demo (fictieve gegevens): waarden die ons verbinden",
	EN: "Demo (fictional data): values that connect us",
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
