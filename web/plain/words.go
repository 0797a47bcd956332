package plain

import (
	"verbindend/session"
	"verbindend/session/library"
)

// texts are the words of the pages in one language; what has a %s or %d is filled in.
type texts struct {
	LanguageNav, OtherLanguage, Fictional string
	Months                                [12]string

	LookBack, AfterDays                                                                                  string
	PulseUnknown, PulseUnknownText                                                                       string
	PulseNotYet, PulseRunning, PulseWaits, PulseOver, PulseOverText                                      string
	PulseLead, PresenceAsked, Low, High, DontKnow, StepAsked, StepHint                                   string
	Steps                                                                                                [3]string // by answer, from 1
	Send, Change, Thanks, ThanksText, PulseNotice, NeedsCookie, NothingGiven, NotKept, TryAgain, TooBusy string

	Compare, CompareLead, Before, After, ChooseOne, CompareYes, CompareTwo, CompareSame, SideOf, OtherPeople, CompareLegend, NoValues string
	Values, Value, ChangeHead, PlaceThen, PlaceNow, Importance, Presence, Tensions, Poles, HowItIs, Wanted, ToDesk                    string
	NoPlace, PlaceOf, MayBeChance, ByDeck, ByStem                                                                                     string
	Moves                                                                                                                             map[library.Move]string
	Bands                                                                                                                             map[session.Band]string

	Library, LibraryLead, LibraryEmpty, SearchFor, Search, FoundOne, FoundMany, NothingFound, PublicLead, PublicGone, PublicGoneText, PublicBusy, PublicBusyText, Again string
	RankOf, When, Unless                                                                                                                                                string
	Publish, PublishLead, NothingToPublish, IsPublic, SeePublic, Withdraw, IsWithdrawn, PublicTitle, PublicTitleHint                                                    string
	PublishYes, PublishAgain, PreviewTitle, PreviewNow, PreviewText, PreviewList, ShowTitle, NoTitle, TitleEmpty, TitleLong, NotPublished                               string
}

var dutch = texts{
	Library:      "Kennisbank",
	LibraryLead:  "Waarden die groepen in woorden vatten, gedeeld door wie de sessie begeleidde. Niemand die erbij was, wordt genoemd.",
	LibraryEmpty: "Hier is nog niets gepubliceerd.", SearchFor: "Zoek een waarde, een woord of een titel", Search: "Zoek",
	FoundOne: "1 sessie", FoundMany: "%d sessies", NothingFound: "Niets gevonden. Probeer een ander woord.",
	PublicLead: "De waarden van deze groep, in hun eigen woorden.", PublicGone: "Hier staat niets (meer)",
	PublicGoneText: "Misschien is de link niet heel overgenomen, of is dit ingetrokken.",
	PublicBusy:     "Even rustig aan", PublicBusyText: "Vanaf deze plek wordt hier op dit moment heel veel opgevraagd. Over een minuut kun je weer verder lezen.", Again: "Probeer het opnieuw",
	RankOf: "Plaats %d in de stemming", When: "Wij zien dit wanneer", Unless: "Wij zien dit niet wanneer",
	Publish:          "In de kennisbank",
	PublishLead:      "Iedereen kan lezen wat hieronder staat, zonder zich aan te melden. Jij beslist dat per sessie, en je kunt het altijd intrekken.",
	NothingToPublish: "Er is niets te publiceren: deze sessie loopt nog, of liet geen waarde in woorden na.",
	IsPublic:         "Openbaar sinds %s.", SeePublic: "Bekijk wat iedereen ziet", Withdraw: "Trek in", IsWithdrawn: "Ingetrokken. Niemand kan het hier nog lezen.",
	PublicTitle: "Titel voor iedereen", PublicTitleHint: "Die mag anders zijn dan de titel van de sessie: laat een bedrijf of klant weg.",
	PublishYes: "Maak dit openbaar", PublishAgain: "Wijzig de titel", PreviewTitle: "Precies dit wordt openbaar",
	PreviewNow: "Precies dit is openbaar, met de titel hierboven", PreviewList: "En zo staat het in de lijst", ShowTitle: "Bekijk de titel hieronder", NoTitle: "(nog geen titel)",
	PreviewText: "Geen kaartjes, geen groepen, geen aantallen mensen, geen stappen. Lees de zinnen nog eens na: is niemand erin te herkennen?",
	TitleEmpty:  "Geef eerst een titel.", TitleLong: "De titel is te lang: hooguit %d tekens.", NotPublished: "Het publiceren lukte niet. Probeer het zo opnieuw.",

	Compare:     "Twee sessies naast elkaar",
	CompareLead: "Welke waarden bleven, stegen of daalden tussen twee sessies, en hoe aanwezig ze toen en nu waren.",
	Before:      "Eerst", After: "Daarna", ChooseOne: "Kies een sessie", CompareYes: "Leg ze naast elkaar",
	CompareTwo:    "Zodra twee sessies zijn afgelopen, valt er iets te vergelijken.",
	CompareSame:   "Dit is twee keer dezelfde sessie. Kies twee verschillende.",
	SideOf:        "%s, %d mensen, %d stembiljetten",
	OtherPeople:   "Wie antwoordde, kan elke keer iemand anders zijn. Je ziet wat twee zalen zeiden, niet hoe iemand van mening veranderde.",
	CompareLegend: "“Kan toeval zijn”: de plaatsen waar een waarde kan liggen overlappen, of er waren te weinig stembiljetten. Cijfers van minder dan 5 mensen vertellen we niet.",
	NoValues:      "Geen van beide sessies liet waarden na.",
	Values:        "Waarden", Value: "Waarde", ChangeHead: "Wat ermee gebeurde", PlaceThen: "Plaats toen", PlaceNow: "Plaats nu",
	Importance: "Belang, toen → nu", Presence: "Aanwezigheid, toen → nu",
	Tensions: "Spanningen, van 1 (links) tot 7 (rechts)", Poles: "Spanning", HowItIs: "Zoals het is, toen → nu", Wanted: "Zoals gewenst, toen → nu", ToDesk: "Naar je sessies",
	NoPlace: "niet op gestemd", PlaceOf: "%d, %d van %d mensen", MayBeChance: "kan toeval zijn",
	ByDeck: "heette toen “%s”: dezelfde waarde uit de lijst", ByStem: "heette toen “%s”: dezelfde stam",
	Moves: map[library.Move]string{library.Stayed: "gebleven", library.Rose: "gestegen", library.Fell: "gedaald", library.Came: "erbij", library.Went: "eraf"},
	Bands: map[session.Band]string{
		session.AlmostCertain: "vrijwel zeker in de top", session.Likely: "waarschijnlijk in de top", session.Doubtful: "twijfelgebied", session.Unlikely: "waarschijnlijk niet in de top",
	},

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
	TooBusy:      "Vanaf deze plek komen nu heel veel antwoorden tegelijk. Die van jou staan er nog: verstuur ze over een minuut opnieuw.",
}

var english = texts{
	Library:      "Public library",
	LibraryLead:  "Values that rooms put into words, published by who led the session. Nobody who was there is named.",
	LibraryEmpty: "Nothing has been published here yet.", SearchFor: "Search for a value, a word or a title", Search: "Search",
	FoundOne: "1 session", FoundMany: "%d sessions", NothingFound: "Nothing found. Try another word.",
	PublicLead: "The values of this room, in its own words.", PublicGone: "There is nothing here (any more)",
	PublicGoneText: "Perhaps a part of the address is missing, or this was withdrawn.",
	PublicBusy:     "One moment", PublicBusyText: "A great deal is being asked for from where you are. In a minute you can read on.", Again: "Try again",
	RankOf: "Place %d in the vote", When: "We see it when", Unless: "We do not see it when",
	Publish:          "In the public library",
	PublishLead:      "Everybody can read what is below, without signing in. You decide, session by session, and can withdraw it at any time.",
	NothingToPublish: "There is nothing to publish: this session has not ended, or left no value in words.",
	IsPublic:         "Public since %s.", SeePublic: "See what everybody sees", Withdraw: "Withdraw it", IsWithdrawn: "Withdrawn. Nobody can read it here any more.",
	PublicTitle: "Title for the public", PublicTitleHint: "It may be another one than that of the session: leave out a company or a customer.",
	PublishYes: "Publish this", PublishAgain: "Change the title", PreviewTitle: "Exactly this becomes public",
	PreviewNow: "Exactly this is public, under the title above", PreviewList: "And so it stands in the list", ShowTitle: "See the title below", NoTitle: "(no title yet)",
	PreviewText: "No cards, no groups, no numbers of people, no steps. Read the sentences once more: is nobody recognisable in them?",
	TitleEmpty:  "Give it a title first.", TitleLong: "The title is too long: at most %d characters.", NotPublished: "It was not published. Try again in a moment.",

	Compare:     "Two sessions side by side",
	CompareLead: "Which values stayed, rose or fell between two sessions, and how present they were found then and now.",
	Before:      "Before", After: "After", ChooseOne: "Choose a session", CompareYes: "Lay them side by side",
	CompareTwo:    "There is something to compare once two sessions have ended.",
	CompareSame:   "These are the same session. Choose two different ones.",
	SideOf:        "%s, %d people, %d ballots",
	OtherPeople:   "Those who answered may be others each time. This shows what two rooms said, not how anybody changed their mind.",
	CompareLegend: "“May be chance”: the places in which a value may lie overlap, or there were too few ballots to say. Numbers that fewer than 5 people gave are not told.",
	NoValues:      "Neither of these sessions left any values.",
	Values:        "Values", Value: "Value", ChangeHead: "What became of it", PlaceThen: "Place then", PlaceNow: "Place now",
	Importance: "Importance, then → now", Presence: "Presence, then → now",
	Tensions: "Tensions, from 1 (left) to 7 (right)", Poles: "Tension", HowItIs: "As it is, then → now", Wanted: "As wanted, then → now", ToDesk: "To your sessions",
	NoPlace: "not voted on", PlaceOf: "%d, %d of %d people", MayBeChance: "may be chance",
	ByDeck: "then called “%s”: the same value of the deck", ByStem: "then called “%s”: the same stem",
	Moves: map[library.Move]string{library.Stayed: "stayed", library.Rose: "rose", library.Fell: "fell", library.Came: "new", library.Went: "gone"},
	Bands: map[session.Band]string{
		session.AlmostCertain: "almost certainly in the top", session.Likely: "likely in the top", session.Doubtful: "doubtful", session.Unlikely: "unlikely in the top",
	},

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
	TooBusy:      "A great many answers come from where you are just now. Yours are still here: send them again in a minute.",
}
