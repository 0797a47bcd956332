package history

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// Rules say what was possible while the history was made.
type Rules struct {
	// TailLost: the log itself came back with less than it had acknowledged. Until a room has put that back, people may be
	// shown less than before, and what was put back may stand behind what came later from others.
	TailLost bool
}

// Sights checks what everybody was sent: nobody is shown less than before, everybody sees their own acknowledged acts, and
// nobody is told anything before its time.
func (h *History) Sights(rules Rules) []Finding {
	h.mu.Lock()
	defer h.mu.Unlock()
	var f findings
	for _, t := range h.tabs {
		if !rules.TailLost {
			t.forward(&f)
			h.own(&f, t)
		}
		t.joins(&f)
		h.discretion(&f, t)
	}
	for _, r := range h.read {
		h.results(&f, r)
	}
	return f
}

// joins checks that each frame fits on what the tab had.
func (t *Tab) joins(f *findings) {
	var rev uint64
	for _, s := range t.sights {
		if s.kind != wire.TFrame {
			continue
		}
		switch {
		case s.since > rev:
			f.add(Lost, "%s was sent a frame since %d on top of %d", t.Client, s.since, rev)
		case s.since > 0 && s.rev < rev:
			f.add(WentBack, "%s was sent revision %d on top of %d", t.Client, s.rev, rev)
		}
		rev = s.rev
	}
}

// forward checks that what a tab is shown only grows.
func (t *Tab) forward(f *findings) {
	people, phase := 0, 0
	for _, s := range t.sights {
		if s.kind != wire.TFrame {
			continue
		}
		if s.people >= 0 {
			if s.people < people {
				f.add(WentBack, "%s saw %d people, and then %d", t.Client, people, s.people)
			}
			people = s.people
		}
		if s.phase >= 0 {
			if s.phase < phase {
				f.add(WentBack, "%s saw a session that had begun or ended as if it had not", t.Client)
			}
			phase = s.phase
		}
	}
}

// own checks every own part that a phone was sent: it is what the phone's calls had made at that moment, of which at least
// all that were answered count and at most all that were asked.
func (h *History) own(f *findings, t *Tab) {
	if t.Role != session.Participant {
		return
	}
	after := t.states()
	for _, s := range t.sights {
		if s.forgotten && !h.toldBy(End, s.at) {
			f.add(Lost, "%s was not known any more before the end", t.Client)
		}
		if s.me == nil {
			continue
		}
		got := ownState(s.me, t.Person)
		n := s.answered
		same := func() bool { return maps.Equal(h.visible(after[n], s, t.Person), got) }
		for n < s.asked && !same() {
			n++
		}
		if !same() {
			f.add(WentBack, "%s had answers up to %d, had asked %d, and was shown %v; after its answers it was %v, after all %v",
				t.Client, s.answered, s.asked, got, after[s.answered], after[s.asked])
		}
	}
}

// states gives what is so after each number of calls that were done. Calls without an answer are the last of a tab: whether
// they happened makes no other states than those after fewer or more calls.
func (t *Tab) states() []map[string]string {
	all := []map[string]string{{}}
	for _, c := range t.calls {
		state := all[len(all)-1]
		if c.Outcome != Refused {
			state = maps.Clone(state)
			state[c.Effect.Register] = c.Effect.Value
			if c.Effect.Value == "" {
				delete(state, c.Effect.Register)
			}
		}
		all = append(all, state)
	}
	return all
}

func ownState(me *session.Me, person int) map[string]string {
	state := map[string]string{}
	for _, card := range me.Cards {
		state["card/"+card.ID] = card.Text
	}
	if me.Group != "" {
		state[fmt.Sprint("group/", person)] = me.Group
	}
	for activity, answers := range me.Sheets {
		if text := sheet(answers); text != "" {
			state[sheetOf(activity, person)] = text
		}
	}
	for _, step := range me.Steps {
		state["step/"+step.ID] = step.What
	}
	if me.Shared != nil {
		state[fmt.Sprint("intention/", person)] = me.Shared.Then
	}
	if me.People > 1 {
		state[fmt.Sprint("people/", person)] = heads(me.People)
	}
	if me.Choice != nil {
		state[choiceOf(me.Choice.Round, person)] = strconv.Itoa(me.Choice.Table)
	}
	ballots := me.Ballots
	if me.Ballot != nil {
		ballots = append([]session.OwnBallot{*me.Ballot}, ballots...)
	}
	for _, b := range ballots {
		switch {
		case b.People > 0:
			state[tableOf(b.Round, person)] = fmt.Sprint(b.People, " of ", dots(b.Dots))
		case dots(b.Dots) != "":
			state[ballotOf(b.Round, person, b.Seat)] = dots(b.Dots)
		}
	}
	return state
}

// tableOf names what the people at a phone gave together in a round that is over.
func tableOf(round, person int) string { return fmt.Sprintf("table/%d/%d", round, person) }

// visible gives what a phone shows of what its calls have made: ballots of the round at hand alone, and of a table's ballots that are
// counted no more than what they are together.
func (h *History) visible(state map[string]string, s sight, person int) map[string]string {
	state = maps.Clone(state)
	counted := 0 // the round of which the phone shows its table's ballots together
	if s.me.Ballot != nil && s.me.Ballot.People > 0 {
		counted = s.me.Ballot.Round
	}
	sum, n := map[string]int{}, 0
	for name, value := range maps.Clone(state) {
		var round, by, seat int
		if _, err := fmt.Sscanf(name, "ballot/%d/%d/%d", &round, &by, &seat); err != nil {
			continue
		}
		switch {
		case round == counted:
			n++
			for _, one := range strings.Fields(value) {
				id, number, _ := strings.Cut(one, ":")
				given, _ := strconv.Atoi(number)
				sum[id] += given
			}
			delete(state, name)
		case h.toldBy(RoundOpens(round+1), s.at) && !shows(s.me, round):
			delete(state, name)
		}
	}
	if n > 0 {
		if len(s.me.Ballot.Dots) == 0 { // scores and places are not added up
			clear(sum)
		}
		state[tableOf(counted, person)] = fmt.Sprint(n, " of ", dots(sum))
	}
	return state
}

// shows tells whether an own part has a ballot of a round.
func shows(me *session.Me, round int) bool {
	return me.Ballot != nil && me.Ballot.Round == round || slices.ContainsFunc(me.Ballots, func(b session.OwnBallot) bool { return b.Round == round })
}

// discretion checks that nobody was told what they may not know, or not yet.
func (h *History) discretion(f *findings, t *Tab) {
	here := map[int]bool{}
	for _, other := range h.tabs {
		here[other.Person] = true
	}
	for _, s := range t.sights {
		for _, one := range s.words {
			switch {
			case !here[one.person]:
				f.add(Disclosed, "%s was sent the words of %d, who is in another session", t.Client, one.person)
			case s.me != nil && one.person == t.Person:
			case s.me != nil:
				f.add(Disclosed, "%s was sent the words of %d as its own", t.Client, one.person)
			case !h.mayRead(t.Role, one, s.at):
				f.add(Disclosed, "%s (%s) was sent words of %d (%s) that it may not read yet", t.Client, t.Role, one.person, one.token)
			}
		}
		secret := ResultToAll
		if t.Role == session.Host {
			secret = ResultToHost
		}
		if s.result && !h.toldBy(secret.OfRound(s.round), s.at) {
			f.add(Disclosed, "%s (%s) was sent the result of round %d before its time", t.Client, t.Role, s.round)
		}
		if s.room && !h.toldBy(RoomsChoice, s.at) {
			f.add(Disclosed, "%s (%s) was sent what the room chooses between drafts", t.Client, t.Role)
		}
	}
}

// mayRead tells whether words that are no own part may be known to a role at a moment.
func (h *History) mayRead(role session.Role, one written, at time.Time) bool {
	host := role == session.Host
	switch one.on {
	case OnSheet:
		return host && h.toldBy(Answers, at) || h.toldBy(AnswersToAll, at)
	case OnStep:
		return host || h.toldBy(Steps, at)
	case OnIntention:
		return host && h.toldBy(Shared, at) || h.toldBy(SharedToAll, at)
	}
	return host || h.toldBy(Cards, at) || h.open(one.token, at)
}

// open tells whether the writer of a card with these words had said by then that others may see them while people write.
func (h *History) open(token string, at time.Time) bool {
	return slices.ContainsFunc(h.calls, func(c *Call) bool {
		if c.Invoked.After(at) {
			return false
		}
		switch c := c.Command.(type) {
		case session.AddCard:
			return c.Sight == session.Seen && strings.HasSuffix(c.Text, token)
		case session.EditCard:
			return c.Sight == session.Seen && strings.HasSuffix(c.Text, token)
		}
		return false
	})
}

// results checks what was read before the end: it may hold what was told before the answer, and nothing else.
func (h *History) results(f *findings, r reading) {
	if len(r.sum.Clusters) > 0 && !h.toldBy(Cards, r.answered) {
		f.add(Disclosed, "the results had cards while people wrote")
	}
	round := 1
	if r.sum.Vote != nil {
		round = r.sum.Vote.Round
	}
	if (r.sum.Vote != nil || len(r.sum.Ballots) > 0 || r.sum.Counts.Voted > 0) && !h.toldBy(ResultToAll.OfRound(round), r.answered) {
		f.add(Disclosed, "the results had the vote before its time")
	}
	raw, _ := json.Marshal(r.sum) // it came as JSON
	for _, one := range writtenIn(raw) {
		if !h.mayRead(session.Participant, one, r.answered) {
			f.add(Disclosed, "the results had words of %d (%s) before their time", one.person, one.token)
		}
	}
}
