package session

import (
	"cmp"
	"slices"
	"time"
)

// SummaryVersion is the version of the JSON that a Summary becomes; it goes up when a field changes its meaning.
const SummaryVersion = 1

// A Summary is what remains when everybody has gone home: the results, with nobody in them. Before the end it is
// provisional, and holds only what the room may know already.
type Summary struct {
	Version    int               `json:"version"`
	ID         string            `json:"id"`
	Title      string            `json:"title"`
	Lang       Lang              `json:"lang"`
	Fictional  bool              `json:"fictional"`           // demo data
	Pulse      *PulseOf          `json:"pulse,omitempty"`     // on what it looks back; absent: it is no pulse
	Final      bool              `json:"final"`               // false: provisional
	Forgot     bool              `json:"forgot"`              // the words on people's cards were kept for 30 days, and are gone
	Rehearsal  bool              `json:"rehearsal,omitempty"` // of a session with simulated participants
	StartedAt  time.Time         `json:"startedAt"`
	EndedAt    time.Time         `json:"endedAt,omitzero"`
	Counts     Counts            `json:"counts"`
	Groups     []GroupCount      `json:"groups"`            // only groups large enough to be shown; none before the reveal
	Activities []ActivitySummary `json:"activities"`        // the agenda, with when each was really open
	Minutes    int               `json:"minutes,omitempty"` // how long it was planned for; 0: as long as the agenda is
	Clusters   []ClusterSummary  `json:"clusters"`          // the largest first; empty while cards are hidden
	Vote       *Result           `json:"vote"`              // null until the result may be known
	Comparison *Comparison       `json:"comparison"`        // null as long as Vote, and until it is calculated
	Ballots    [][]int           `json:"ballots"`           // dots, scores or places per option of Ballot, sorted: nobody's place says who they are
	Ballot     []Option          `json:"ballot"`            // the options as they were frozen
	Cancelled  []CancelledRound  `json:"cancelled"`
	Rounds     []HeldRound       `json:"rounds,omitempty"`   // those that counted then: each was followed by another round
	Outcomes   []Outcome         `json:"outcomes,omitempty"` // what was answered to the forms of activities that are closed
	Steps      []StepSummary     `json:"steps,omitempty"`    // for the organisation: those agreed on first, then by date
	Shared     []Intention       `json:"shared,omitempty"`   // personal steps that were shared and shown, shuffled

	Before string `json:"before,omitempty"` // when the words are gone: the fingerprint of the results that still had them

	Formulations []Formulation `json:"formulations,omitempty"` // the values in their final words
}

// Counts tell how many took part in what.
type Counts struct {
	Joined int `json:"joined"`
	Wrote  int `json:"wrote"`  // people with at least one card; where tables share a phone: phones
	Cards  int `json:"cards"`  // cards shown; the sum over the clusters
	Hidden int `json:"hidden"` // cards the facilitator kept from the room
	Voted  int `json:"voted"`  // people whose ballot counts, on paper too

	Paper    int `json:"paper,omitempty"`    // of those who voted: on paper; they are not among who joined
	Talked   int `json:"talked,omitempty"`   // of the cards shown: laid down in rounds of talking
	Stronger int `json:"stronger,omitempty"` // of the cards shown: made stronger there
	Proposed int `json:"proposed,omitempty"` // of the cards shown: proposed when the ballot was made clear
	Phones   int `json:"phones,omitempty"`   // phones that joined, where tables shared one; absent when everybody had their own
	// Of the cards shown: on paper, typed in by the facilitator. Who wrote them is not among who wrote.
	PaperCards int `json:"paperCards,omitempty"`
	Seen       int `json:"seen,omitempty"` // of the cards shown: seen by others while people wrote
}

// GroupCount is how many people chose a group.
type GroupCount struct {
	Name   string `json:"name"`
	Joined int    `json:"joined"`
}

// ActivitySummary is one step of the agenda and when it was really open.
type ActivitySummary struct {
	Activity
	Status ActivityStatus `json:"status"`
	Opened time.Time      `json:"opened,omitzero"`
	Closed time.Time      `json:"closed,omitzero"`
	Modes  []Mode         `json:"modes,omitempty"` // write: those it was held in, in that order; none when it was silent all the time
}

// ClusterSummary is a value with the words it came from.
type ClusterSummary struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Parked bool      `json:"parked"`
	Cards  int       `json:"cards"`
	Words  []Wording `json:"words"` // the original wordings, the most frequent first
}

// Summary gives what the room may know at this moment. After the end that is everything there is.
func (s *Session) Summary() Summary {
	if s.sealed != nil {
		return *s.sealed
	}
	sum := Summary{
		Version: SummaryVersion, ID: s.started.ID, Title: s.started.Title, Lang: s.started.Lang, Fictional: s.started.Fictional,
		Rehearsal: s.started.Rehearsal, Pulse: s.started.Pulse, Final: s.status == Over, StartedAt: s.startedAt, EndedAt: s.endedAt,
		Groups: []GroupCount{}, Clusters: []ClusterSummary{}, Cancelled: orEmpty(slices.Clone(s.vote.cancelled)), Rounds: s.summariseRounds(),
		Activities: []ActivitySummary{}, Ballots: [][]int{}, Ballot: []Option{},
		Outcomes: s.outcomes(), Formulations: s.formulations(), Steps: s.summariseSteps(), Shared: s.summariseIntentions(),
	}
	for _, act := range s.agenda.list {
		a := ActivitySummary{Activity: act, Status: s.agenda.status[act.ID]}
		if sp := s.agenda.spans[act.ID]; sp != nil {
			a.Opened, a.Closed, a.Modes = sp.opened, sp.closed, sp.heldIn()
		}
		sum.Activities = append(sum.Activities, a)
	}
	if s.agenda.length != total(s.agenda.list) {
		sum.Minutes = s.agenda.length
	}
	sum.Counts.Joined, sum.Counts.Phones = s.people.heads(), s.people.phones()
	if sh := s.sheets[PulseActivity]; sh != nil && s.started.Pulse != nil { // who answered nothing took no part in it
		sum.Counts.Joined, sum.Counts.Phones = len(sh.by), 0
	}
	for _, p := range s.people.byID {
		if len(p.cards) > 0 {
			sum.Counts.Wrote++
		}
	}
	if s.vote.revealed || s.status == Over { // asked again and again before, it would tell which group the last one chose
		sum.Groups = s.groupCounts()
	}
	if s.cardsPublic() || s.status == Over {
		s.summariseClusters(&sum)
	}
	if s.vote.status == RoundIsClosed && (s.vote.revealed || s.status == Over) {
		sum.Vote = s.result()
		sum.Counts.Voted, sum.Counts.Paper = sum.Vote.Ballots, sum.Vote.Paper
		sum.Comparison = s.comparison()
		sum.Ballots, sum.Ballot = matrix(s.vote.frozen.Options, s.vote.cast()), s.worded(s.vote.frozen.Options)
	}
	return sum
}

func (s *Session) summariseClusters(sum *Summary) {
	for _, c := range s.cards.order {
		if c.hidden && !c.removed {
			sum.Counts.Hidden++
		}
		if !c.shown() {
			continue
		}
		if c.inTalk() {
			sum.Counts.Talked++
		}
		if c.company == Late {
			sum.Counts.Proposed++
		}
		if c.paper {
			sum.Counts.PaperCards++
		}
		if c.sight == Seen {
			sum.Counts.Seen++
		}
		if c.stronger != "" {
			sum.Counts.Stronger++
		}
	}
	for _, k := range s.clusters.order {
		looks := s.shapeOf(k)
		if looks.size == 0 {
			continue
		}
		c := ClusterSummary{ID: k.id, Name: looks.name, Parked: k.parked, Cards: looks.size, Words: slices.Clone(looks.words)}
		sum.Counts.Cards += c.Cards
		sum.Clusters = append(sum.Clusters, c)
	}
	sortByWords(sum.Clusters, func(c ClusterSummary) string { return c.Name }, func(a, b ClusterSummary) int { return cmp.Compare(b.Cards, a.Cards) })
}
