package logtest

import (
	"bytes"
	"context"
	"iter"
	"slices"
	"sync"

	"verbindend/session"
	"verbindend/session/contract"
)

// Memory is a Log in memory for tests. It keeps the whole contract, durability aside, until it is told to misbehave
// (see Fail, FailAfterAppend, Lose and Stall). It starts no goroutine. Make one with NewMemory.
type Memory struct {
	mu       sync.Mutex
	logs     map[string][]session.Batch
	fail     error         // answers every call while it is set
	unheard  error         // answers the next append that is stored
	stalled  chan struct{} // writers wait until it is closed; nil when nothing is stalled
	closed   chan struct{}
	watchers contract.Watchers
}

var _ session.Log = (*Memory)(nil)

// NewMemory gives an empty log. In a testing/synctest bubble, call it inside the bubble.
func NewMemory() *Memory {
	return &Memory{logs: make(map[string][]session.Batch), closed: make(chan struct{})}
}

// Append implements session.Log.
func (m *Memory) Append(ctx context.Context, id string, after session.Mark, last uint64, batch []byte) error {
	if err := contract.CheckAppend(id, after, last, batch); err != nil {
		return err
	}
	if err := m.begin(ctx, true); err != nil {
		return err
	}
	defer m.mu.Unlock()
	if err := contract.CheckEnd(id, m.end(id), after); err != nil {
		return err
	}
	m.logs[id] = append(m.logs[id], session.Batch{First: after.Seq + 1, Last: last, Bytes: bytes.Clone(batch)})
	m.watchers.Tell(session.Notice{ID: id, Seq: last})
	unheard := m.unheard
	m.unheard = nil
	return unheard
}

// Read implements session.Log. It yields what the log held when the reading began.
func (m *Memory) Read(ctx context.Context, id string, from uint64) iter.Seq2[session.Batch, error] {
	return func(yield func(session.Batch, error) bool) {
		err := contract.CheckID(id)
		if err == nil {
			err = m.begin(ctx, false)
		}
		if err != nil {
			yield(session.Batch{}, err)
			return
		}
		held := slices.Clone(m.logs[id])
		m.mu.Unlock()
		for _, b := range held {
			if b.Last < from {
				continue
			}
			if err := ctx.Err(); err != nil {
				yield(session.Batch{}, err)
				return
			}
			b.Bytes = bytes.Clone(b.Bytes)
			if !yield(b, nil) {
				return
			}
		}
	}
}

// Replace implements session.Log.
func (m *Memory) Replace(ctx context.Context, id string, at session.Mark, batch []byte) error {
	if err := contract.CheckReplace(id, at, batch); err != nil {
		return err
	}
	if err := m.begin(ctx, true); err != nil {
		return err
	}
	defer m.mu.Unlock()
	if err := contract.CheckEnd(id, m.end(id), at); err != nil {
		return err
	}
	m.logs[id] = []session.Batch{{First: 1, Last: at.Seq, Bytes: bytes.Clone(batch)}}
	m.watchers.Tell(session.Notice{ID: id, Seq: at.Seq})
	return nil
}

// Delete implements session.Log.
func (m *Memory) Delete(ctx context.Context, id string) error {
	if err := contract.CheckID(id); err != nil {
		return err
	}
	if err := m.begin(ctx, true); err != nil {
		return err
	}
	defer m.mu.Unlock()
	delete(m.logs, id)
	m.watchers.Tell(session.Notice{ID: id})
	return nil
}

// Watch implements session.Log.
func (m *Memory) Watch(ctx context.Context) (<-chan session.Notice, error) {
	return m.watchers.Add(ctx)
}

// Ping implements session.Log.
func (m *Memory) Ping(ctx context.Context) error {
	if err := m.begin(ctx, true); err != nil {
		return err
	}
	m.mu.Unlock()
	return nil
}

// Close implements session.Log. It also ends those who are stalled.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	select {
	case <-m.closed:
	default:
		close(m.closed)
		m.watchers.Close()
	}
	return nil
}

// begin is how every call starts: it waits while writers are stalled, and comes back holding the lock, or with an error.
func (m *Memory) begin(ctx context.Context, writes bool) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		m.mu.Lock()
		select {
		case <-m.closed:
			m.mu.Unlock()
			return contract.ErrClosed
		default:
		}
		if m.fail != nil {
			defer m.mu.Unlock()
			return m.fail
		}
		stalled := m.stalled
		if stalled == nil || !writes {
			return nil
		}
		m.mu.Unlock()
		select {
		case <-stalled:
		case <-m.closed:
		case <-ctx.Done():
		}
	}
}

// end is where a log ends. The caller holds the lock.
func (m *Memory) end(id string) session.Mark {
	held := m.logs[id]
	if len(held) == 0 {
		return session.Mark{}
	}
	return held[len(held)-1].Mark()
}
