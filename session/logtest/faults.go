package logtest

import (
	"bytes"
	"slices"

	"verbindend/session"
)

// Fail makes every call but Watch and Close answer err and change nothing, as with a full disk or a server that is gone,
// until Fail(nil).
func (m *Memory) Fail(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fail = err
}

// FailAfterAppend makes the next append that is stored answer err all the same, once: the answer was lost on its way.
func (m *Memory) FailAfterAppend(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.unheard = err
}

// Stall makes writers and Ping wait, with nothing stored, until the release is called, their context ends or the log is
// closed. Reading goes on. Releasing twice is harmless.
func (m *Memory) Stall() (release func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	stalled := m.stalled
	if stalled == nil {
		stalled = make(chan struct{})
		m.stalled = stalled
	}
	return func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.stalled == stalled {
			m.stalled = nil
			close(stalled)
		}
	}
}

// Lose drops the batches that hold records after the given one, as a server does that came back with less than it
// acknowledged. Whoever watches gets the empty Notice, as after a reconnection.
func (m *Memory) Lose(id string, after uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.logs[id] = slices.DeleteFunc(slices.Clone(m.logs[id]), func(b session.Batch) bool { return b.Last > after })
	m.watchers.Tell(session.Notice{})
}

// Batches gives a copy of what a log holds now, whatever the log was told to do.
func (m *Memory) Batches(id string) []session.Batch {
	m.mu.Lock()
	defer m.mu.Unlock()
	held := slices.Clone(m.logs[id])
	for i := range held {
		held[i].Bytes = bytes.Clone(held[i].Bytes)
	}
	return held
}
