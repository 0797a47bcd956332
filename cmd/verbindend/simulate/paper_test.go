package simulate

import (
	"maps"
	"testing"
	"time"

	"verbindend/cmd/verbindend/visitor"
)

func TestPaper(t *testing.T) {
	kept, refused := &visitor.Sent{Acked: time.Unix(1, 0)}, &visitor.Sent{}
	one, other := map[string]int{"a": 1}, map[string]int{"b": 2}
	t.Run("the last of each ballot that was acknowledged counts, in its own round", func(t *testing.T) {
		p := paper{ballots: []typed{
			{1, "x", one, kept}, {1, "y", one, kept}, {1, "z", one, kept}, {1, "w", one, refused}, {2, "x", other, kept},
			{1, "y", other, kept}, {1, "z", nil, kept}, {1, "x", other, refused},
		}}
		got := p.counted(1)
		if len(got) != 2 || !maps.Equal(got[0], one) || !maps.Equal(got[1], other) {
			t.Errorf("%v", got)
		}
		if got := p.counted(2); len(got) != 1 || !maps.Equal(got[0], other) {
			t.Errorf("%v", got)
		}
	})
	t.Run("a card that was taken away, or was never acknowledged, is not promised", func(t *testing.T) {
		p := paper{cards: []*written{
			{id: "1", changes: []change{{text: "Lef", sent: kept}, {text: "Durf", sent: kept}}}, {id: "2", changes: []change{{text: "Rust", sent: kept}, {sent: kept}}}, {id: "3", changes: []change{{text: "Zorg", sent: refused}}},
		}}
		if got := p.kept(); len(got) != 1 || got[0] != "Durf" {
			t.Errorf("%v", got)
		}
	})
}
