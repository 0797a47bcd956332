package live

import (
	"math/rand/v2"
	"time"

	"verbindend/session"
)

// Several servers may write one session. Each decides on what it knows and hopes to be first; who is not takes in what is new and
// decides again. That is cheap when both leave each other some time, in which commands gather, and when nobody has to read
// everything again.
const (
	rivalry   = time.Minute          // so long after another server wrote, a copy of the certain state is kept
	contested = time.Second          // so long after it did, appends are spread
	spread    = 4 * time.Millisecond // 2 to 6 ms lie between two appends then
)

// rivalled notes that another server has written.
func (r *room) rivalled(records int) {
	r.rivals = time.Now()
	r.meter.Behind(records)
}

// prepare keeps a copy of the state before something is decided on it, when somebody else may be first.
func (r *room) prepare() {
	switch contended := !r.rivals.IsZero() && time.Since(r.rivals) < rivalry; {
	case !contended:
		r.base = nil
	case r.base == nil:
		r.base = r.state.Clone()
	}
}

// settle takes what was decided into the copy, now that it is durable.
func (r *room) settle(records []session.Record) {
	if len(records) > 0 {
		r.rested = time.Now().Add(gathering(int(r.count.Load())))
	}
	if len(records) > 0 && !r.rivals.IsZero() && time.Since(r.rivals) < contested {
		if apart := time.Now().Add(spread/2 + rand.N(spread)); apart.After(r.rested) { //nolint:gosec // to be apart from others is all it is for
			r.rested = apart
		}
	}
	if r.base == nil {
		return
	}
	for _, record := range records {
		r.base.Apply(record)
	}
	r.base.Touched()
}

// rest leaves others time to write, and commands time to gather.
func (r *room) rest() {
	if wait := time.Until(r.rested); wait > 0 && len(r.inbox) < maxBatch {
		time.Sleep(wait)
	}
}

// takeBack forgets what was decided and not kept.
func (r *room) takeBack() error {
	if r.base == nil {
		certain, err := replay(r.held)
		if err != nil {
			return err
		}
		certain.Touched() // all of it was told when it became certain
		r.base = certain
	}
	r.state, r.base = r.base, nil
	return nil
}
