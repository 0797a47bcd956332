package reports

import (
	"fmt"

	"verbindend/session"
)

// pageTexts are the words around a report on its web page, in one language.
type pageTexts struct {
	Lang                                              session.Lang
	LanguageNav, OtherLanguage                        string // name of this language; and "read this in" it
	Skip, Contents, Brand, Top                        string
	Report, Description, ImageAlt                     string // for who meets the page as a preview
	Provisional, Reload                               string
	Share, ShareIntro, Address, Copy, Copied, Send    string
	Mail, MailSubject, NewWindow, Take, TakeIntro     string
	Again, ToReport, Dutch, English                   string
	AsTable, Value, Values, People, Pair, Number, Gap string
	Dots, Cards, Importance, Now, Wanted              string
	Bridge, Stones, Crossing, Matrix, Poles, Spread   string // what a drawing shows

	downloads map[string]string  // by name
	notices   map[Notice]wording // instead of a report
}

// A wording is a title and what is to be said under it.
type wording struct{ Title, Text string }

func (t *pageTexts) subject(title string) string { return sentence(t.MailSubject, title) }

// Download is what a file is called for people. One that has no name is a mistake of ours.
func (t *pageTexts) Download(name string) (string, error) {
	if text := t.downloads[name]; text != "" {
		return text, nil
	}
	return "", fmt.Errorf("the file %s has no name for people", name)
}

// In tells in which language a file is.
func (t *pageTexts) In(lang session.Lang) string {
	if lang == session.English {
		return t.English
	}
	return t.Dutch
}

func pageTextsIn(lang session.Lang) *pageTexts {
	if lang == session.English {
		return &englishPage
	}
	return &dutchPage
}

var dutchPage = pageTexts{
	Lang: session.Dutch, LanguageNav: "Taal", OtherLanguage: "Lees dit in het Nederlands",
	Skip: "Naar het verslag", Contents: "In dit verslag", Brand: "Verbindend", Top: "Naar boven",
	Report: "Verslag", Description: "Verslag van een inspiratiesessie over verbindend leiderschap.", ImageAlt: "Een brug van bogen, met de titel van de sessie",
	Provisional: "Dit verslag is voorlopig: de sessie is nog niet afgesloten.", Reload: "Haal de laatste stand op",
	Share: "Geef het door", ShareIntro: "Wie deze link heeft, kan het verslag lezen. De begeleider kan hem intrekken.",
	Address: "Link naar dit verslag", Copy: "Kopieer de link", Copied: "Gekopieerd", Send: "Deel…",
	Mail: "E-mail", MailSubject: "Verslag: %s", NewWindow: "opent een nieuw venster",
	Take: "Neem het mee", TakeIntro: "Dezelfde inhoud om te printen, of om mee verder te werken.",
	Again: "Probeer het opnieuw", ToReport: "Naar het verslag", Dutch: "in het Nederlands", English: "in het Engels",
	AsTable: "Als tabel", Value: "Waarde", Values: "Waarden", People: "Mensen", Pair: "Samen gekozen", Number: "Cijfer", Gap: "Verschil",
	Dots: "stippen", Cards: "kaartjes", Importance: "Belang", Now: "Nu", Wanted: "Gewenst",
	Bridge:   "Een brug van waarden. Elke boog verbindt twee waarden die dezelfde mensen kozen.",
	Stones:   "Een brug van stenen. Elke steen staat voor wie meedeed.",
	Crossing: "Een brug tussen de groepen. Elke groep is een pijler; hoe dikker de lijn naar een waarde, hoe groter het deel van de groep dat haar draagt.",
	Matrix:   "De waarden op twee assen: naar rechts hoe aanwezig ze zijn, naar boven hoe belangrijk.",
	Poles:    "Hoeveel mensen waar staan tussen de twee kanten: boven de lijn nu, eronder gewenst.",
	Spread:   "Hoeveel mensen elk cijfer gaven.",
	downloads: map[string]string{
		"report.pdf": "Verslag als PDF", "poster.pdf": "Poster met de waarden", "slide.png": "Dia met de waarden", "results.xlsx": "Resultaten als Excel", "results.zip": "Tabellen als CSV", "results.json": "Resultaten als JSON", "lookbacks.json": "Terugblikken als JSON",
	},
	notices: map[Notice]wording{
		LinkUnknown:  {"Dit verslag is er niet", "De link klopt niet helemaal, of de resultaten zijn gewist. Vraag de begeleider van je sessie om de juiste link."},
		LinkBroken:   {"Deze link is niet heel", "Er ontbreekt een stuk, of er staat iets te veel. Kopieer de link nog eens helemaal, of open hem vanuit het bericht waarin je hem kreeg."},
		LinkRevoked:  {"Deze link is ingetrokken", "De begeleider heeft deze link gesloten. Wil je het verslag lezen, vraag dan om een nieuwe."},
		LinkExpired:  {"Deze link is verlopen", "Een link naar een verslag werkt een bepaalde tijd. Wil je het verslag lezen, vraag dan de begeleider om een nieuwe."},
		FileUnknown:  {"Dit bestand is er niet", "Van deze sessie valt dit niet te maken. In het verslag zie je wat je kunt meenemen."},
		NotYet:       {"Het verslag is er nog niet", "De sessie is nog bezig. Als ze is afgesloten, staat het verslag hier."},
		TooOften:     {"Even wachten", "Er zijn hiervandaan te veel links geprobeerd die er niet zijn. Probeer het over een minuut opnieuw."},
		MakingFailed: {"Het verslag lukt nu niet", "Er ging iets mis bij het maken. We hebben het genoteerd; de resultaten zelf zijn er nog. Probeer het zo opnieuw."},
	},
}

var englishPage = pageTexts{
	Lang: session.English, LanguageNav: "Language", OtherLanguage: "Read this in English",
	Skip: "Skip to the report", Contents: "In this report", Brand: "Verbindend", Top: "Back to the top",
	Report: "Report", Description: "Report of an inspiration session on connecting leadership.", ImageAlt: "A bridge of arcs, with the title of the session",
	Provisional: "This report is provisional: the session has not ended yet.", Reload: "Get the latest",
	Share: "Pass it on", ShareIntro: "Whoever has this link can read the report. The facilitator can withdraw it.",
	Address: "Link to this report", Copy: "Copy the link", Copied: "Copied", Send: "Share…",
	Mail: "E-mail", MailSubject: "Report: %s", NewWindow: "opens a new window",
	Take: "Take it with you", TakeIntro: "The same content to print, or to work on with.",
	Again: "Try again", ToReport: "To the report", Dutch: "in Dutch", English: "in English",
	AsTable: "As a table", Value: "Value", Values: "Values", People: "People", Pair: "Chosen together", Number: "Mark", Gap: "Gap",
	Dots: "dots", Cards: "cards", Importance: "Importance", Now: "Now", Wanted: "Wanted",
	Bridge:   "A bridge of values. Each arc joins two values that the same people chose.",
	Stones:   "A bridge of stones. The stones stand for those who took part.",
	Crossing: "A bridge between the groups. Each group is a pier; the thicker the line to a value, the larger the part of the group that carries it.",
	Matrix:   "The values on two axes: to the right how present they are, upwards how important.",
	Poles:    "How many people stand where between the two sides: above the line now, below it wanted.",
	Spread:   "How many people gave each mark.",
	downloads: map[string]string{
		"report.pdf": "Report as PDF", "poster.pdf": "Poster of the values", "slide.png": "Slide of the values", "results.xlsx": "Results as Excel", "results.zip": "Tables as CSV", "results.json": "Results as JSON", "lookbacks.json": "Looks back as JSON",
	},
	notices: map[Notice]wording{
		LinkUnknown:  {"There is no such report", "The link is not quite right, or the results have been erased. Ask the facilitator of your session for the right one."},
		LinkBroken:   {"This link is not whole", "A part of it is missing, or there is something too much. Copy the link once more from end to end, or open it from the message it came in."},
		LinkRevoked:  {"This link was withdrawn", "The facilitator has closed this link. If you want to read the report, ask for a new one."},
		LinkExpired:  {"This link has expired", "A link to a report works for a certain time. If you want to read the report, ask the facilitator for a new one."},
		FileUnknown:  {"There is no such file", "This cannot be made of this session. The report shows what you can take with you."},
		NotYet:       {"The report is not there yet", "The session is still going on. Once it has ended, the report will be here."},
		TooOften:     {"One moment", "Too many links that do not exist were tried from this address. Try again in a minute."},
		MakingFailed: {"The report does not come out", "Something went wrong while it was made. We have noted it; the results themselves are safe. Try again in a moment."},
	},
}
