package web

import (
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"verbindend/session"
)

// Limits of who comes without a socket.
const (
	tabMemory   = time.Minute // a tab that asked nothing for as long begins anew
	postsAtOnce = 4           // requests with commands of one tab
)

// tabs are those who ask over HTTP: one for each client of each person, so that a tab gets no more done this way than through
// a socket. Its zero value is ready.
type tabs struct {
	mu      sync.Mutex
	open    map[tabName]*tab
	present atomic.Int64 // those who count as connected, as of the last sweep
}

type tabName struct {
	session string
	viewer  session.Viewer
	client  string
}

type tab struct {
	pace  *rate.Limiter
	newer chan struct{} // closed when a newer poll takes the place of the one that waits; nil when none waits
	posts int           // under way
	asked time.Time     // when its last request came or ended
	since time.Time     // when its last poll ended; zero before
}

func (t *tabs) get(name tabName) *tab {
	one := t.open[name]
	if one == nil {
		if t.open == nil {
			t.open = map[tabName]*tab{}
		}
		one = &tab{pace: pace(name.viewer.Role)}
		t.open[name] = one
	}
	one.asked = time.Now()
	return one
}

// poll begins a poll and ends the one before it. The channel is closed when its own turn has come to end.
func (t *tabs) poll(name tabName) (one *tab, newer chan struct{}) {
	t.mu.Lock()
	defer t.mu.Unlock()
	one = t.get(name)
	if one.newer != nil {
		close(one.newer)
	}
	one.newer = make(chan struct{})
	return one, one.newer
}

func (t *tabs) polled(one *tab, newer chan struct{}) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if one.newer == newer {
		one.newer = nil
	}
	one.asked = time.Now()
	one.since = one.asked
}

// post begins a request with commands; nil when the tab has too many under way.
func (t *tabs) post(name tabName) *tab {
	t.mu.Lock()
	defer t.mu.Unlock()
	one := t.get(name)
	if one.posts >= postsAtOnce {
		return nil
	}
	one.posts++
	return one
}

func (t *tabs) posted(one *tab) {
	t.mu.Lock()
	defer t.mu.Unlock()
	one.posts--
	one.asked = time.Now()
}

// sweep forgets tabs that are gone and counts those who are there.
func (t *tabs) sweep(now time.Time, linger time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	present := int64(0)
	for name, one := range t.open {
		switch {
		case one.newer != nil || now.Sub(one.since) < linger:
			present++
		case one.posts == 0 && now.Sub(one.asked) > tabMemory:
			delete(t.open, name)
		}
	}
	t.present.Store(present)
}
