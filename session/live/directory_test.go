package live

import (
	"testing"
	"time"

	"verbindend/session"
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
			var marks []string
			if sealed {
				marks = []string{"5ea1"}
			}
			if err := d.end(t.Context(), "a", ended, marks); err != nil {
				t.Fatal(err)
			}
		}
		if e, _ := d.Get("a"); !e.Sealed || !e.EndedAt.Equal(ended) {
			t.Errorf("the directory says %+v", e)
		}
	})
}

func TestDirectoryRestored(t *testing.T) {
	t.Run("by a server that knew one record less than another keeps what the other knew", func(t *testing.T) {
		log := logtest.NewMemory()
		one, other := opened(t, log), opened(t, log)
		if _, err := one.open(t.Context(), Entry{ID: "a"}); err != nil {
			t.Fatal(err)
		}
		if err := other.end(t.Context(), "a", time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC), []string{"5ea1"}); err != nil {
			t.Fatal(err)
		}
		if _, err := other.open(t.Context(), Entry{ID: "b"}); err != nil {
			t.Fatal(err)
		}
		if err := one.catchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
		c, err := other.open(t.Context(), Entry{ID: "c"}) // which one has not heard of when everything goes
		if err != nil {
			t.Fatal(err)
		}
		log.Lose(directoryID, 0)
		for _, d := range []*Directory{one, other, one} {
			if err := d.catchUp(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		for name, d := range map[string]*Directory{"the one": one, "the other": other, "a new one": opened(t, log)} {
			if len(d.List()) != 3 {
				t.Errorf("%s lists %+v", name, d.List())
			}
			if found, _ := d.Find(c.Pin); found.ID != "c" {
				t.Errorf("%s does not find the pin", name)
			}
		}
	})
	t.Run("once, when others have gone on to the same record and further", func(t *testing.T) {
		log := logtest.NewMemory()
		one, other := opened(t, log), opened(t, log)
		if _, err := one.open(t.Context(), Entry{ID: "a"}); err != nil {
			t.Fatal(err)
		}
		if _, err := one.open(t.Context(), Entry{ID: "b"}); err != nil {
			t.Fatal(err)
		}
		log.Lose(directoryID, 1)
		for _, id := range []string{"c", "d"} {
			if _, err := other.open(t.Context(), Entry{ID: id}); err != nil {
				t.Fatal(err)
			}
		}
		for _, d := range []*Directory{one, other, one} {
			if err := d.catchUp(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if len(one.List()) != 4 || len(other.List()) != 4 || one.known != other.known {
			t.Errorf("the one lists %+v, the other %+v", one.List(), other.List())
		}
		if held := log.Batches(directoryID); len(held) != 4 { // a, c, d and the list
			t.Errorf("the log holds %d batches", len(held))
		}
	})
	t.Run("does not bring back what was erased at that very record", func(t *testing.T) {
		log := logtest.NewMemory()
		one, other := opened(t, log), opened(t, log)
		if _, err := one.open(t.Context(), Entry{ID: "a"}); err != nil {
			t.Fatal(err)
		}
		if _, err := one.withdraw(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
		if err := other.catchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := one.drop(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
		if err := other.catchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
		if held := log.Batches(directoryID); len(held) != 1 || held[0].Last != 2 || len(other.all()) != 0 {
			t.Errorf("the other knows %+v, and the log holds %d batches", other.all(), len(held))
		}
	})
}

func TestDirectoryLinks(t *testing.T) {
	t.Run("a link that was withdrawn stays so when a log comes back that has lost that, from whoever knows it", func(t *testing.T) {
		log := logtest.NewMemory()
		one, other := opened(t, log), opened(t, log)
		made := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
		open, withdrawn := newLink("", false, made, time.Time{}), newLink("", false, made, time.Time{})
		if _, err := one.open(t.Context(), Entry{ID: "a", Links: []Link{open, withdrawn}}); err != nil {
			t.Fatal(err)
		}
		if err := other.catchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
		err := one.keep(t.Context(), func() (entryKept, bool, error) {
			e := one.byID["a"]
			e.Links = []Link{open, withdrawn}
			e.Links[1].Revoked = made.Add(time.Hour)
			return entryKept{Entry: e}, true, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		log.Lose(directoryID, 1)
		if _, err := other.open(t.Context(), Entry{ID: "b"}); err != nil { // which goes on from before it
			t.Fatal(err)
		}
		for _, d := range []*Directory{one, other} {
			if err := d.catchUp(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		for name, d := range map[string]*Directory{"the one": one, "the other": other, "a new one": opened(t, log)} {
			for token, want := range map[string]LinkState{open.Token: LinkOpen, withdrawn.Token: LinkRevoked} {
				if e, l, err := d.SeekLink(t.Context(), token); err != nil || e.LinkState(l, made) != want || len(e.Links) != 2 {
					t.Errorf("%s: %+v of %+v, %v", name, l, e.Links, err)
				}
			}
		}
	})
}

func opened(t *testing.T, log session.Log) *Directory {
	t.Helper()
	d, err := openDirectory(t.Context(), log)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
