package logtest

import (
	"testing"

	"verbindend/session"
)

// histories is about two writers whose numbers agree and whose records do not: the store came back with less than it had
// acknowledged, and one of them went on from there before the other noticed.
func (s *suite) histories(t *testing.T) {
	// refused tries to write after a mark that is not the log's end, though its number is.
	refused := func(h handle, other session.Mark, holds ...stored) {
		h.Helper()
		if err := h.log.Append(h.ctx, h.id, other, other.Seq+1, []byte("on another history")); !isConflict(err) {
			h.Errorf("append answered %v", err)
		}
		if err := h.log.Replace(h.ctx, h.id, other, []byte("of another history")); !isConflict(err) {
			h.Errorf("replace answered %v", err)
		}
		h.holds(holds...)
	}
	t.Run("a writer whose last batch is another than the log's gets conflict and stores nothing", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "a")
		h.append(4, 5, "theirs")
		refused(h, markOf(4, 5, "ours"), stored{1, 3, "a"}, stored{4, 5, "theirs"})
		h.append(6, 6, "c")
		h.holds(stored{1, 3, "a"}, stored{4, 5, "theirs"}, stored{6, 6, "c"})
	})
	t.Run("the same bytes in another place are another batch", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 2, "a")
		h.append(3, 5, "b")
		refused(h, markOf(4, 5, "b"), stored{1, 2, "a"}, stored{3, 5, "b"})
	})
	t.Run("after a replacement, a writer who holds what was replaced gets conflict and stores nothing", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "a")
		h.append(4, 5, "b")
		h.replace(5, "results")
		refused(h, markOf(4, 5, "b"), stored{1, 5, "results"})
		refused(h, markOf(1, 5, "other results"), stored{1, 5, "results"})
		h.replace(5, "fewer results")
		refused(h, markOf(1, 5, "results"), stored{1, 5, "fewer results"})
		h.append(6, 6, "c")
		h.holds(stored{1, 5, "fewer results"}, stored{6, 6, "c"})
	})
	t.Run("after a deletion, a writer who holds what was deleted gets conflict as soon as the log is that long again", func(t *testing.T) {
		_, h := s.start(t)
		h.append(1, 3, "a")
		h.delete()
		if err := h.log.Append(h.ctx, h.id, markOf(1, 3, "a"), 4, []byte("x")); !isLost(err) {
			t.Errorf("on the empty log append answered %v", err)
		}
		h.append(1, 3, "anew")
		refused(h, markOf(1, 3, "a"), stored{1, 3, "anew"})
	})
	t.Run("after a refusal the writer reads the end, and writes there", func(t *testing.T) {
		ctx, h := s.start(t)
		h.append(1, 1, "theirs")
		refused(h, markOf(1, 1, "ours"), stored{1, 1, "theirs"})
		if err := h.log.Append(ctx, h.id, endOf(ctx, t, h.log, h.id, session.Mark{}), 2, []byte("b")); err != nil {
			t.Fatal(err)
		}
		h.holds(stored{1, 1, "theirs"}, stored{2, 2, "b"})
	})
}
