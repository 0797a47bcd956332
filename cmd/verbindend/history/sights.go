package history

import (
	"fmt"
	"maps"

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
		for n < s.asked && !maps.Equal(after[n], got) {
			n++
		}
		if !maps.Equal(after[n], got) {
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
	if me.Ballot != nil && dots(me.Ballot.Dots) != "" {
		state[fmt.Sprint("ballot/", person)] = dots(me.Ballot.Dots)
	}
	return state
}

// discretion checks that nobody was told what they may not know, or not yet.
func (h *History) discretion(f *findings, t *Tab) {
	here := map[int]bool{}
	for _, other := range h.tabs {
		here[other.Person] = true
	}
	for _, s := range t.sights {
		for _, writer := range s.writers {
			switch {
			case !here[writer]:
				f.add(Disclosed, "%s was sent the words of %d, who is in another session", t.Client, writer)
			case s.me != nil && writer == t.Person:
			case s.me != nil:
				f.add(Disclosed, "%s was sent the words of %d as its own", t.Client, writer)
			case t.Role != session.Host && !h.toldBy(Cards, s.at):
				f.add(Disclosed, "%s (%s) was sent the words of %d while people wrote", t.Client, t.Role, writer)
			}
		}
		secret := ResultToAll
		if t.Role == session.Host {
			secret = ResultToHost
		}
		if s.result && !h.toldBy(secret, s.at) {
			f.add(Disclosed, "%s (%s) was sent the result before its time", t.Client, t.Role)
		}
	}
}

// results checks what was read before the end: it may hold what was told before the answer, and nothing else.
func (h *History) results(f *findings, r reading) {
	if len(r.sum.Clusters) > 0 && !h.toldBy(Cards, r.answered) {
		f.add(Disclosed, "the results had cards while people wrote")
	}
	if (r.sum.Vote != nil || len(r.sum.Ballots) > 0 || r.sum.Counts.Voted > 0) && !h.toldBy(ResultToAll, r.answered) {
		f.add(Disclosed, "the results had the vote before its time")
	}
}
