package reports

import "verbindend/session"

var english = texts{
	report: "Report", provisional: "Provisional", fictional: "Fictional data", rehearsal: "Rehearsal: simulated participants, does not count",
	page: "%d of %d", untitled: "Untitled session", unnamed: "(no name)", author: "Verbindend",
	boxes: "□ stands for characters that cannot be printed here.", boxesAt: "They are online: %s",

	people: noun{"person", "people"}, joined: noun{"participant", "participants"}, wrote: noun{"person wrote", "people wrote"},
	voted: noun{"person voted", "people voted"}, cards: noun{"card", "cards"}, values: noun{"value", "values"},
	dots: noun{"dot", "dots"}, ballots: noun{"ballot", "ballots"}, minutes: noun{"minute", "minutes"},
	wordings: noun{"other way", "other ways"},

	carries: "What this room carries", soFar: "Where we are", namedMost: "The values we named most",
	nothingYet:   "No cards are on the table yet. What comes here is for the participants to write.",
	nobodyYet:    "Nobody has joined yet.",
	nobodyVoted:  "Nobody voted, so there is no ranking.",
	noVote:       "There was no vote, so there is no ranking.",
	dotsOfPeople: "%s from %s", sharedPlace: "shared place", moreValues: "And %s more. The full ranking follows.",
	alsoSaid: "Also said: %s",
	together: "What people chose together", togetherBest: "%s and %s went together most: %s gave both a dot.",
	togetherTied: "%s and %s, and also %s and %s, went together most: each time %s gave both a dot.",
	arcs:         "Each arc joins two values that the same people chose. The thicker the arc, the more people.",
	stones:       "Each stone is a participant: %s in all.", stonesEach: "Each stone stands for %s: %s in all.",
	stonesWrote: "The dark stones wrote a card: %s.",
	plan:        "The plan",

	story:      "How this came about",
	storyIntro: "From the first cards to the result: what we did, and how many of us.",
	agenda:     "What we did", planned: "planned: %s", reallyOpen: "open from %s to %s", openedAt: "open from %s", stillOpen: "open since %s",
	groups: "Who was there", groupsNote: "Nobody had to choose a group. Groups of fewer than 5 people are not shown.",
	talked: "Of these, from the rounds of conversation: %s.", stronger: "Made stronger in those rounds, because more people stood behind them: %s.", proposed: "Proposed when the ballot was made clear: %s.",
	wordPaper:  "(%s on paper)",
	paperCards: "Of these, written on paper and typed in by the facilitator: %s. Who wrote them is not counted.",
	sums:       "%s, put together into %s.",
	hidden:     "The facilitator set %s aside. They do not count here.",
	dotsSum:    "%s in all, from %s.",
	ballotSum:  "The ballot had %s. Each person had %s, with at most %s on one value.",
	cancelled:  "Round %s was done again. %s had been cast by then.",
	method:     "How it works",
	methodLines: [3]string{
		"First everybody writes in silence. Only then do we look at each other's cards.",
		"Words that mean the same are put together. What each person wrote stays visible.",
		"The vote is blind: nobody sees a running score, not even the facilitator.",
	},
	kinds: map[session.Kind]string{
		session.Welcome: "Welcome", session.Write: "Writing in silence", session.Rounds: "In conversation: alone, in twos, in fours, all", session.Clarify: "Making the ballot clear", session.Cluster: "Putting together and naming",
		session.Vote: "Blind vote with dots", session.Reveal: "The reveal",
		session.CheckIn: "Check-in", session.Tensions: "Tensions: now and wanted", session.Pause: "Break",
		session.Rate: "Importance and presence", session.Commit: "Next steps", session.CheckOut: "Check-out",
		session.Formulate: "Values in words", session.Consent: "Consent on the texts",
	},
	writtenOpenly:   "People wrote in the open: those who wanted let others read along. In this way %s could be seen while people wrote.",
	writtenInspired: "First everybody wrote by themselves, with the values of the deck at hand. Only then did we look at each other's cards.",
	writing:         "Writing: %s", then: ", then ",
	modes:    map[session.Mode]string{session.Silent: "in silence", session.Inspired: "with the value deck", session.InOpen: "in the open"},
	statuses: map[session.ActivityStatus]string{session.Planned: "not begun yet", session.Open: "going on", session.ClosedNow: "done"},

	words:      "From words to values",
	wordsIntro: "The name a value was given, and under it the words on the cards. The number says how many cards had those words.",
	parked:     "Kept, not on the ballot", parkedIntro: "These cards were not part of the vote. They do belong to the harvest.",
	moreWords: "and %s to say it", moreClusters: "Another %s, with %s, are not in this report. They are in the results online.",
	continued: "continued",
	forgot:    "The words on the cards were kept for 30 days and then erased. The names of the values and the counts remain.",
	noCards:   "There are no cards to show.",

	ranking:      "The ranking",
	rankingIntro: "The length of a bar is the number of dots. The dark bars belong to the top. The line on the right: between which places a value may lie, with place 1 on the left.",
	cutAll:       "Up to here: the top %s",
	cutTies:      "Up to here: the top %s. Because of a tie there are %s.",
	cutFewer:     "Up to here: the top. No more than %s got a dot.",
	rest:         "The other values", noDots: "no dots",
	places: "place %s to %s", place: "place %s",
	sure: "How sure is this?",
	sureText: "Suppose a few other people had come. We imitated that %s times, each time with %s drawn by lot from the real ones; " +
		"the same ballot could be drawn more than once. This shows which places are settled and which may be chance. " +
		"“Place 1 to 3” means that the value came in one of those places 90 times out of 100.",
	sureFew:   "There are fewer than %s ballots. Too few to speak of chances: only the counts are given.",
	sureLater: "How sure this order is has not been worked out yet.",
	seed:      "The draw started from the number %s. Anybody who starts there finds the same.",
	bands: map[session.Band]string{
		session.AlmostCertain: "almost certainly in the top", session.Likely: "probably in the top",
		session.Doubtful: "could go either way", session.Unlikely: "probably not in the top",
	},
	bandsLong: map[session.Band]string{
		session.AlmostCertain: "90 or more times out of 100", session.Likely: "70 to 90 times out of 100",
		session.Doubtful: "30 to 70 times out of 100", session.Unlikely: "fewer than 30 times out of 100",
	},

	compare:      "The groups beside each other",
	compareIntro: "How many people of each group gave a dot? The values that all groups carry come first: they connect.",
	bridge:       "What connects us?",
	value:        "Value", votedOf: "%s voted", connects: "connects", ofGroup: "%s of %s", hardly: "hardly anybody", nearly: "nearly everybody",
	percent: "%s %", and: " and ", decimal: ".",
	discuss:    "Differences to talk about",
	alike:      "No difference stands out.",
	difference: "%s: more with %s than with %s.", between: "The difference is probably between %s and %s percentage points.",
	firm:   "This is probably not chance.",
	chance: "This may be chance.",
	pairs:  "Often chosen together",
	pair:   "%s and %s: %s chose both, %s times as often as you would expect.",
	noCompare: map[session.NoComparison]string{
		session.NoGroups:     "There are no two groups, so there is nothing to compare.",
		session.FewBallots:   "Fewer than 8 people voted. That is too few to compare groups.",
		session.SmallGroups:  "Too few people voted in each group. We do not compare, so that nobody’s vote can be recognised.",
		session.RankedBallot: "This round was about the order. A place says what comes before what, not who supports a value.",
		session.SmallRest:    "A few people are in a small group or in none. We do not compare: that would give away what they chose.",
	},

	asked: englishAsked, commit: englishCommitments, formulated: englishFormulated, pulse: englishPulse, traced: englishTraced,
	rounds: englishRounds,

	about:   "About this report",
	privacy: "Privacy",
	privacyText: "This report names no participants. During the session the server knew which device sent what, so that you could still change it. " +
		"When the session ended, that link was erased. The words on the cards are as people wrote them: somebody who was there may recognise some.",
	privacyOpen: "This report names no participants. The session has not ended: the server still knows which device sent what, so that you can " +
		"change it. At the end that link is erased.",
	made: "Made", madeAt: "%s at %s, with Verbindend.",
	mark: "Fingerprint", markText: "SHA-256 of the results as JSON. Change one character and this number changes.",
	online: "Online", onlineText: "All results, also to work on with. Point your camera at the code or open the link.",

	months:   [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	weekdays: [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	thousand: ",",

	sheets: englishSheets,
}
