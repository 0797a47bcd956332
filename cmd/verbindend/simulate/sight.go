package simulate

import (
	"encoding/json"
	"slices"
	"sync"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// sight is what the screen saw of the vote: when it was first shown that k people have voted.
type sight struct {
	mu     sync.Mutex
	voting bool
	seen   []time.Time // seen[k-1]
}

func (s *sight) watch(m visitor.Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var now session.NowItem
	if raw, there := m.Set["now"]; there && json.Unmarshal(raw, &now) == nil {
		s.voting = now.Kind == session.Vote
	}
	var progress session.ProgressItem
	if raw, there := m.Set["progress"]; there && s.voting && json.Unmarshal(raw, &progress) == nil {
		for len(s.seen) < progress.Done {
			s.seen = append(s.seen, m.Now)
		}
	}
}

// delays compares with when first ballots were sent: the k-th sent with the k-th seen.
func (s *sight) delays(sent []time.Time) []time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	slices.SortFunc(sent, time.Time.Compare)
	var delays []time.Duration
	for k := range min(len(sent), len(s.seen)) {
		delays = append(delays, s.seen[k].Sub(sent[k]))
	}
	return delays
}
