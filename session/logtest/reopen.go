package logtest

import (
	"fmt"
	"sync"
	"testing"

	"verbindend/session"
)

func (s *suite) reopen(t *testing.T) {
	t.Run("what was stored is there when the log is opened again, and it goes on", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "a")
		h.append(4, 4, "b")
		h.log = s.again(t, h.log)
		h.holds(stored{1, 3, "a"}, stored{4, 4, "b"})
		h.appendFails(4, 4, session.ErrConflict)
		h.appendFails(6, 6, session.ErrLost)
		h.append(5, 5, "c")
		h.log = s.again(t, h.log)
		h.holds(stored{1, 3, "a"}, stored{4, 4, "b"}, stored{5, 5, "c"})
	})
	t.Run("what was replaced or deleted stays so", func(t *testing.T) {
		_, h := s.start(t)
		gone := h
		gone.id = newID()
		h.append(1, 3, "a")
		h.append(4, 4, "b")
		h.replace(4, "sum")
		gone.append(1, 1, "c")
		gone.delete()
		h.log = s.again(t, h.log)
		gone.log = h.log
		h.holds(stored{1, 4, "sum"})
		gone.holds()
		h.append(5, 5, "c")
		gone.append(1, 1, "d")
	})
	t.Run("all that was acknowledged before the close is there after it", func(t *testing.T) {
		ctx, h := s.start(t)
		ids, acked := make([]string, 8), make([]uint64, 8)
		var started, all sync.WaitGroup
		before := h.log
		for i := range ids {
			ids[i] = newID()
			started.Add(1)
			all.Go(func() {
				after := session.Mark{}
				for seq := uint64(1); before.Append(ctx, ids[i], after, seq, fmt.Append(nil, seq)) == nil; seq++ {
					acked[i], after = seq, markOf(seq, seq, fmt.Sprint(seq))
					if seq == 1 {
						started.Done()
					}
				}
			})
		}
		started.Wait()
		h.log = s.again(t, h.log)
		all.Wait()
		for i, id := range ids {
			// One more may have been stored whose answer did not come.
			if end := endOf(ctx, t, h.log, id, session.Mark{}).Seq; end < acked[i] || end > acked[i]+1 {
				t.Errorf("log %d: %d acknowledged, %d there", i, acked[i], end)
			}
		}
	})
}
