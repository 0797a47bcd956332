package reports

import (
	"fmt"
	"strconv"
	"time"

	"verbindend/session"
)

// A noun has its two numbers.
type noun struct{ one, many string }

// texts are the report's own words in one language. The Dutch is written first; the English says the same in its own way.
type texts struct {
	report, provisional, fictional, rehearsal string
	page, untitled, unnamed                   string // page: of, in all
	author                                    string
	boxes, boxesAt                            string // □ stands for …; with the address

	people, joined, wrote, voted, cards, values, dots, ballots, minutes, wordings, phones, phonesWrote noun

	// page one
	carries, soFar, namedMost, nothingYet, nobodyYet, nobodyVoted, noVote, dotsOfPeople, sharedPlace, moreValues string
	alsoSaid, together, togetherBest, togetherTied, arcs, stones, stonesEach, stonesWrote, stonesWeb, plan       string

	// how this came about
	story, storyIntro, agenda, planned, reallyOpen, openedAt, stillOpen, groups, groupsNote, sums, talked, stronger, proposed, hidden, dotsSum, ballotSum, cancelled string
	method                                                                                                                                                           string
	methodLines                                                                                                                                                      [3]string
	writtenOpenly, writtenInspired, writing, then, paperCards, wordPaper, shared                                                                                     string
	modes                                                                                                                                                            map[session.Mode]string
	kinds                                                                                                                                                            map[session.Kind]string
	statuses                                                                                                                                                         map[session.ActivityStatus]string

	// from words to values
	words, wordsIntro, parked, parkedIntro, moreWords, moreClusters, continued, noCards, forgot string

	// the ranking
	ranking, rankingIntro, rankingWeb, cutAll, cutTies, cutFewer, rest, noDots, places, place, sure, sureText, sureFew, sureLater, seed string
	bands                                                                                                                               map[session.Band]string
	bandsLong                                                                                                                           map[session.Band]string

	// the groups
	compare, compareIntro, bridge, value, votedOf, connects, ofGroup, hardly, nearly, percent, and string
	discuss, alike, difference, between, firm, chance, pairs, pair, decimal                        string
	noCompare                                                                                      map[session.NoComparison]string

	asked  askedTexts
	commit commitmentTexts
	pulse  pulseTexts

	formulated formulatedTexts
	traced     tracedTexts
	rounds     roundTexts
	sheets     sheetTexts

	// back
	about, privacy, privacyText, privacyOpen, made, madeAt, mark, markText, check, checkText, checkHere, online, onlineText string

	months   [12]string
	weekdays [7]string
	thousand string
}

func textsIn(lang session.Lang) *texts {
	if lang == session.English {
		return &english
	}
	return &dutch
}

// number writes 12345 as people in this language do.
func (t *texts) number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + t.thousand + s[i:]
	}
	return s
}

// count writes a number with its noun.
func (t *texts) count(n int, of noun) string { return t.number(n) + " " + of.of(n) }

func (n noun) of(count int) string {
	if count == 1 {
		return n.one
	}
	return n.many
}

// day writes a date in full; "" when there is none.
func (t *texts) day(at time.Time, in *time.Location) string {
	if at.IsZero() {
		return ""
	}
	at = at.In(in)
	return fmt.Sprintf("%s %d %s %d", t.weekdays[at.Weekday()], at.Day(), t.months[at.Month()-1], at.Year())
}

func clock(at time.Time, in *time.Location) string { return at.In(in).Format("15:04") }

func textOf(n int) string { return strconv.Itoa(n) }
