package simulate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// A sort is one sort of paper: what people write outside of cards and forms. Its marks begin with a sign of its own.
type sort int

// The sorts of paper, and who may read them: a story the host alone; a proposal too, until it is taken up; a draft and the tips
// for it one's own table and the host, the screen when it is shown, all when it is settled on; an intention nobody until sharing is
// over, then the host, then the room; a step the host, then the wall, phones when it is agreed on.
const (
	stories sort = iota
	proposals
	drafts
	intentions
	steps
	sorts
)

var (
	signs     = [sorts]string{"⁑", "⁜", "⁕", "⁘", "⁙"}
	sortNames = [sorts]string{"a story", "a proposal", "a draft", "an intention", "a step"}
)

// reader is whoever asks for the results.
const reader session.Role = "reader"

// paperMark gives the mark of the i-th paper of a sort that a phone writes.
func paperMark(of sort, phone, i int) string { return signed(signs[of], phone*cardsPerPerson+i) }

// A safe knows which papers may be read already, and by whom. It is told just before the host asks for it.
type safe struct {
	mu    sync.Mutex
	all   map[session.Role][sorts]bool         // a role may read all of a sort …
	some  map[session.Role][sorts]map[int]bool // … or those with these marks …
	taken [sorts]map[int]bool                  // … but not, except the host, those that are kept from the room
}

// let says that roles may read all papers of a sort from now on.
func (s *safe) let(of sort, roles ...session.Role) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all == nil {
		s.all = map[session.Role][sorts]bool{}
	}
	for _, role := range roles {
		may := s.all[role]
		may[of] = true
		s.all[role] = may
	}
}

// hand says that roles may read the papers with the marks in a text from now on.
func (s *safe) hand(of sort, text string, roles ...session.Role) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.some == nil {
		s.some = map[session.Role][sorts]map[int]bool{}
	}
	for _, role := range roles {
		may := s.some[role]
		if may[of] == nil {
			may[of] = map[int]bool{}
		}
		for _, mark := range marksIn([]byte(text), signs[of]) {
			may[of][mark] = true
		}
		s.some[role] = may
	}
}

// keep says that the host alone may read the papers with the marks in a text.
func (s *safe) keep(of sort, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.taken[of] == nil {
		s.taken[of] = map[int]bool{}
	}
	for _, mark := range marksIn([]byte(text), signs[of]) {
		s.taken[of][mark] = true
	}
}

// papers are the marks that some bytes hold, by sort.
type papers [sorts][]int

func papersIn(raw []byte) papers {
	var found papers
	for of, sign := range signs {
		if bytes.Contains(raw, []byte(sign)) {
			found[of] = marksIn(raw, sign)
		}
	}
	return found
}

// papersOf lists the papers in a frame; nil when there are none.
func papersOf(f *visitor.Frame) *papers {
	found := papersIn(f.Raw)
	for _, marks := range found {
		if len(marks) > 0 {
			return &found
		}
	}
	return nil
}

// early lists the sorts of which a role was sent something that it may not read, or not yet.
func (s *safe) early(role session.Role, found *papers) (faults []string) {
	if found == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for of, marks := range found {
		wrong := func(mark int) bool {
			if s.taken[of][mark] && role != session.Host {
				return true
			}
			return !s.all[role][of] && !s.some[role][of][mark]
		}
		if i := slices.IndexFunc(marks, wrong); i >= 0 {
			faults = append(faults, fmt.Sprintf("%s of phone %d", sortNames[of], phoneOf(marks[i])))
		}
	}
	return faults
}

// readsPapers lists what is wrong with results as anybody may read them.
func (s *safe) readsPapers(sum session.Summary) []string {
	raw, _ := json.Marshal(sum) // it came as JSON
	found := papersIn(raw)
	return s.early(reader, &found)
}

// strangers lists what is wrong with the papers in the own part of a phone: they must be its own, and drafts of its own table.
func (p *phone) strangers(raw []byte) (faults []string) {
	for of, marks := range papersIn(raw) {
		other := func(mark int) bool {
			by := phoneOf(mark)
			return by != p.number && (sort(of) != drafts || !p.sitsWith(by))
		}
		if i := slices.IndexFunc(marks, other); i >= 0 {
			faults = append(faults, fmt.Sprintf("%s of phone %d as its own", sortNames[of], phoneOf(marks[i])))
		}
	}
	return faults
}
