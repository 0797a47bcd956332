package live_test

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

// add makes a link to the report of the house's session.
func (h *house) add(n live.NewLink) live.Link {
	h.t.Helper()
	_, l, err := h.rooms.AddLink(h.t.Context(), h.id, n)
	if err != nil {
		h.t.Fatal(err)
	}
	return l
}

// stands asks a server what a link is worth.
func (h *house) stands(rooms *live.Rooms, token string) live.LinkState {
	h.t.Helper()
	e, l, err := rooms.Directory().SeekLink(h.t.Context(), token)
	if err != nil {
		h.t.Fatalf("a link is not found: %v", err)
	}
	return e.LinkState(l, time.Now())
}

func (h *house) unknown(rooms *live.Rooms, token string) {
	h.t.Helper()
	_, _, err := rooms.Directory().SeekLink(h.t.Context(), token)
	if p := session.AsProblem(err); p == nil || *p != (session.Problem{Code: session.NotFound, Field: "link", Reason: session.Unknown}) {
		h.t.Errorf("the token %q is answered with %v", token, err)
	}
}

func TestLink(t *testing.T) {
	t.Run("leads to its session, and says nothing of it", func(t *testing.T) {
		inHouse(t, func(h *house) {
			l := h.add(live.NewLink{Label: " Directie\u202e "})
			if !regexp.MustCompile(`^[a-z2-7]{26}$`).MatchString(l.Token) || strings.Contains(l.Token, h.id) || l.Label != "Directie" || l.Room {
				t.Errorf("made %+v", l)
			}
			e, found, err := h.rooms.Directory().SeekLink(t.Context(), l.Token)
			if err != nil || e.ID != h.id || found.Token != l.Token || found.Label != l.Label || !found.Made.Equal(l.Made) {
				t.Errorf("found %+v in %+v, %v", found, e, err)
			}
			if other := h.add(live.NewLink{}); other.Token == l.Token {
				t.Error("two links are one")
			}
		})
	})
	t.Run("that nobody made is not found, and neither is a session's id or an empty one", func(t *testing.T) {
		inHouse(t, func(h *house) {
			for _, token := range []string{"", h.id, strings.Repeat("a", 26), strings.Repeat("x", 5000)} {
				h.unknown(h.rooms, token)
			}
		})
	})
	t.Run("is looked for in the log before it is said that there is none, and a log that does not answer is no proof of that", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.serverOver(deaf{Memory: h.log})
			l := h.add(live.NewLink{})
			if got := h.stands(elsewhere, l.Token); got != live.LinkOpen {
				t.Errorf("it is %s", got)
			}
			h.log.Fail(errors.New("no line"))
			if _, _, err := elsewhere.Directory().SeekLink(t.Context(), strings.Repeat("a", 26)); err == nil || session.AsProblem(err) != nil {
				t.Errorf("answered without asking: %v", err)
			}
		})
	})
	t.Run("that was withdrawn stays so, on every server and after a restart, and the others go on", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.server()
			l, other := h.add(live.NewLink{}), h.add(live.NewLink{})
			synctest.Wait()
			for range 2 { // twice is no error
				if err := h.rooms.RevokeLink(t.Context(), h.id, l.Token); err != nil {
					t.Fatal(err)
				}
			}
			synctest.Wait()
			for what, rooms := range map[string]*live.Rooms{"here": h.rooms, "elsewhere": elsewhere, "after a restart": h.server()} {
				if got := h.stands(rooms, l.Token); got != live.LinkRevoked {
					t.Errorf("%s it is %s", what, got)
				}
				if got := h.stands(rooms, other.Token); got != live.LinkOpen {
					t.Errorf("%s the other is %s", what, got)
				}
			}
			if p := session.AsProblem(h.rooms.RevokeLink(t.Context(), h.id, "nobody-made-this-one")); p == nil || p.Code != session.NotFound {
				t.Errorf("withdrawing what is not there: %v", p)
			}
		})
	})
	t.Run("works for as many days as were asked for", func(t *testing.T) {
		inHouse(t, func(h *house) {
			l := h.add(live.NewLink{Days: 2})
			time.Sleep(48*time.Hour - time.Second)
			if got := h.stands(h.rooms, l.Token); got != live.LinkOpen {
				t.Errorf("before it is %s", got)
			}
			time.Sleep(3 * time.Second)
			if got := h.stands(h.rooms, l.Token); got != live.LinkExpired {
				t.Errorf("after it is %s", got)
			}
		})
	})
	t.Run("works no longer than there are results, and is unknown when the session has been erased", func(t *testing.T) {
		inHouse(t, func(h *house) {
			l, long := h.add(live.NewLink{}), h.add(live.NewLink{Days: 366})
			h.host().done(session.EndSession{})
			synctest.Wait()
			e, _, err := h.rooms.Directory().SeekLink(t.Context(), l.Token)
			if want := e.EndedAt.Add(live.EraseAfter); err != nil || e.EndedAt.IsZero() || !e.LinkUntil(l).Equal(want) || e.LinkUntil(long).After(want) {
				t.Errorf("until %v and %v, %v", e.LinkUntil(l), e.LinkUntil(long), err)
			}
			if e.LinkState(l, e.EndedAt.Add(live.EraseAfter)) != live.LinkExpired {
				t.Error("it outlives the results")
			}
			time.Sleep(live.EraseAfter + 2*time.Hour)
			synctest.Wait()
			h.unknown(h.rooms, l.Token)
			if h.remains("directory", l.Token) {
				t.Error("the token is still in the log")
			}
		})
	})
	t.Run("goes with its session, when somebody erases that", func(t *testing.T) {
		inHouse(t, func(h *house) {
			elsewhere := h.server()
			l := h.add(live.NewLink{Label: "Directie"})
			synctest.Wait()
			if err := h.rooms.Erase(t.Context(), h.id); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
			h.unknown(h.rooms, l.Token)
			h.unknown(elsewhere, l.Token)
			if h.remains("directory", l.Token) || h.remains("directory", "Directie") {
				t.Error("it is still in the log")
			}
		})
	})
	t.Run("is refused with the rule", func(t *testing.T) {
		inHouse(t, func(h *house) {
			for _, c := range []struct {
				link live.NewLink
				want session.Problem
			}{
				{live.NewLink{Label: strings.Repeat("x", live.MaxLinkLabel+1)}, session.Problem{Code: session.Invalid, Field: "label", Reason: session.TooLong, Limit: live.MaxLinkLabel}},
				{live.NewLink{Days: -1}, session.Problem{Code: session.Invalid, Field: "days", Reason: session.OutOfRange, Limit: live.MaxLinkDays}},
				{live.NewLink{Days: 367}, session.Problem{Code: session.Invalid, Field: "days", Reason: session.OutOfRange, Limit: live.MaxLinkDays}},
			} {
				_, _, err := h.rooms.AddLink(t.Context(), h.id, c.link)
				if p := session.AsProblem(err); p == nil || *p != c.want {
					t.Errorf("%+v is answered with %v", c.link, err)
				}
			}
			for range live.MaxLinks {
				h.add(live.NewLink{})
			}
			_, _, err := h.rooms.AddLink(t.Context(), h.id, live.NewLink{})
			if p := session.AsProblem(err); p == nil || p.Reason != session.TooMany || p.Limit != live.MaxLinks {
				t.Errorf("one more is answered with %v", err)
			}
			if _, _, err := h.rooms.AddLink(t.Context(), "nobody-began-this-one", live.NewLink{}); session.AsProblem(err) == nil {
				t.Errorf("a link to nothing: %v", err)
			}
		})
	})
}

func TestRoomLink(t *testing.T) {
	none := session.Problem{Code: session.NotFound, Field: "link", Reason: session.Unknown}

	t.Run("is made by itself at the end, once", func(t *testing.T) {
		inHouse(t, func(h *house) {
			if _, _, err := h.rooms.RoomLink(h.t.Context(), h.id); session.AsProblem(err) == nil || *session.AsProblem(err) != none {
				t.Errorf("while it is running: %v", err)
			}
			elsewhere := h.server()
			h.enter(elsewhere, session.Screen, "") // another room, that sees the end too
			h.host().done(session.EndSession{})
			synctest.Wait()
			e, _ := h.rooms.Directory().Get(h.id)
			if len(e.Links) != 1 || !e.Links[0].Room || !e.Links[0].Expires.IsZero() {
				t.Fatalf("the links are %+v", e.Links)
			}
			for _, rooms := range []*live.Rooms{h.rooms, elsewhere} {
				if _, l, err := rooms.RoomLink(h.t.Context(), h.id); err != nil || l != e.Links[0] {
					t.Errorf("gives %+v, %v", l, err)
				}
			}
		})
	})
	t.Run("is there for whoever has just been told of the end, before the directory has", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.host().done(session.EndSession{}) // and nobody waits for what follows on it
			if _, l, err := h.rooms.RoomLink(h.t.Context(), h.id); err != nil || !l.Room {
				t.Errorf("gives %+v, %v", l, err)
			}
			synctest.Wait()
			if e, _ := h.rooms.Directory().Get(h.id); len(e.Links) != 1 || !e.Sealed {
				t.Errorf("the entry became %+v", e)
			}
		})
	})
	t.Run("is in the list for whoever has just been told of the end, also while the directory does not know", func(t *testing.T) {
		inHouse(t, func(h *house) {
			late := h.serverOver(lateDirectory{h.log, new(atomic.Bool)})
			h.enter(late, session.Host, string(session.HostID)).done(session.EndSession{})
			if e, err := late.Links(h.t.Context(), h.id); err != nil || len(e.Links) != 1 || !e.Links[0].Room {
				t.Errorf("the list is %+v, %v", e.Links, err)
			}
		})
	})
	t.Run("that the facilitator made before stays it", func(t *testing.T) {
		inHouse(t, func(h *house) {
			l := h.add(live.NewLink{Room: true, Days: 7})
			h.host().done(session.EndSession{})
			synctest.Wait()
			if e, _ := h.rooms.Directory().Get(h.id); len(e.Links) != 1 || e.Links[0].Token != l.Token {
				t.Errorf("the links are %+v", e.Links)
			}
		})
	})
	t.Run("that was withdrawn does not come back by itself, but the facilitator can make another", func(t *testing.T) {
		inHouse(t, func(h *house) {
			h.host().done(session.EndSession{})
			synctest.Wait()
			_, l, err := h.rooms.RoomLink(h.t.Context(), h.id)
			if err != nil {
				t.Fatal(err)
			}
			if err := h.rooms.RevokeLink(h.t.Context(), h.id, l.Token); err != nil {
				t.Fatal(err)
			}
			if e, again, err := h.rooms.RoomLink(h.t.Context(), h.id); err != nil || again.Token != l.Token || e.LinkState(again, time.Now()) != live.LinkRevoked {
				t.Errorf("gives %+v, %v", again, err)
			}
			next := h.add(live.NewLink{Room: true})
			if _, got, err := h.rooms.RoomLink(h.t.Context(), h.id); err != nil || got.Token != next.Token {
				t.Errorf("gives %+v, %v", got, err)
			}
		})
	})
}

// lateDirectory is a log in which the directory is told nothing at its first attempt.
type lateDirectory struct {
	session.Log
	tried *atomic.Bool
}

func (l lateDirectory) Append(ctx context.Context, id string, after session.Mark, last uint64, batch []byte) error {
	if id == "directory" && !l.tried.Swap(true) {
		return errors.New("not yet")
	}
	return l.Log.Append(ctx, id, after, last, batch)
}
