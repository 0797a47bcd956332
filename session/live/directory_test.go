package live

import (
	"testing"
	"time"

	"verbindend/session/logtest"
)

func TestDirectoryEnd(t *testing.T) {
	t.Run("who says late that a session has ended does not unsay that it is sealed", func(t *testing.T) {
		d, err := openDirectory(t.Context(), logtest.NewMemory())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.open(t.Context(), Entry{ID: "a"}); err != nil {
			t.Fatal(err)
		}
		ended := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
		for _, sealed := range []bool{true, false} {
			if err := d.end(t.Context(), "a", ended, sealed); err != nil {
				t.Fatal(err)
			}
		}
		if e, _ := d.Get("a"); !e.Sealed || !e.EndedAt.Equal(ended) {
			t.Errorf("the directory says %+v", e)
		}
	})
}
