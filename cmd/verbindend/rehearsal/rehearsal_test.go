package rehearsal

import (
	"context"
	"log/slog"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
)

// A stage is a server's rooms and its troupe, in a bubble with a clock of its own.
type stage struct {
	t      *testing.T
	log    *logtest.Memory
	rooms  *live.Rooms
	troupe *Troupe
	entry  live.Entry
}

// onStage runs a test with a rehearsal of some players over these activities.
func onStage(t *testing.T, phones int, kinds []session.Kind, test func(s *stage)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := &stage{t: t, log: logtest.NewMemory()}
		var err error
		if s.rooms, err = live.Open(t.Context(), s.log, live.Options{Logger: slog.New(slog.DiscardHandler)}); err != nil {
			t.Fatal(err)
		}
		s.troupe = New(s.rooms, slog.New(slog.DiscardHandler))
		t.Cleanup(func() {
			for _, closing := range []func(context.Context) error{s.troupe.Close, s.rooms.Close} {
				if err := closing(context.Background()); err != nil {
					t.Error(err)
				}
			}
		})
		if s.entry, err = s.troupe.Rehearse(t.Context(), s.start(kinds), phones); err != nil {
			t.Fatal(err)
		}
		test(s)
	})
}

func (s *stage) start(kinds []session.Kind) session.StartSession {
	c := session.StartSession{Title: "Oefenen", Lang: session.Dutch, Groups: []string{"Ondernemer", "HR"}, Rehearsal: true}
	for _, kind := range kinds {
		act := session.Activity{ID: string(kind), Kind: kind, Minutes: 5}
		if kind == session.Write || kind == session.Rounds {
			act.Limit = 4
		}
		if kind == session.Rounds {
			act.Turns = []session.Turn{{With: session.InPair, Minutes: 5}}
		}
		c.Steps = append(c.Steps, session.PlannedStep{Activity: act})
	}
	return c
}

func (s *stage) do(c session.Command) {
	s.t.Helper()
	host := session.Actor{Role: session.Host, Person: session.HostID}
	if err := s.rooms.Do(s.t.Context(), s.entry.ID, host, c); err != nil {
		s.t.Fatalf("%T: %v", c, err)
	}
}

// pass lets time go by, in which players do what they do.
func (s *stage) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func (s *stage) summary() session.Summary {
	s.t.Helper()
	sum, err := s.rooms.Summary(s.t.Context(), s.entry.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return sum
}

func (s *stage) has(what string, got, least int) {
	s.t.Helper()
	if got < least {
		s.t.Errorf("%s: %d, want %d at least", what, got, least)
	}
}

func TestPlayers(t *testing.T) {
	kinds := []session.Kind{
		session.Welcome, session.CheckIn, session.Tensions, session.Write, session.Rounds, session.Cluster, session.Clarify, session.Vote,
		session.Reveal, session.Formulate, session.Consent, session.Rate, session.Commit, session.CheckOut,
	}
	t.Run("players take part in whatever the facilitator opens, and the session says that it is a rehearsal", func(t *testing.T) {
		onStage(t, 16, kinds, func(s *stage) {
			open := func(kind session.Kind, minutes int) {
				s.t.Helper()
				s.do(session.OpenActivity{Activity: string(kind)})
				s.pass(time.Duration(minutes) * time.Minute)
			}
			open(session.Welcome, 1)
			for _, kind := range kinds[1:8] {
				open(kind, 4)
			}
			open(session.Reveal, 1)
			open(session.Formulate, 5)
			s.do(session.CloseActivity{})
			final := session.SettleText{Phrasing: session.Phrasing{Sentence: "Wij doen het."}}
			for _, o := range s.summary().Vote.Options[:1] {
				final.Value = o.ID
			}
			s.do(final)
			open(session.Consent, 2)
			open(session.Rate, 2)
			open(session.Commit, 3)
			s.do(session.ShowSteps{Shown: true})
			s.do(session.ShowIntentions{Shown: true})
			open(session.CheckOut, 2)
			s.do(session.CloseActivity{})

			sum := s.summary()
			if !sum.Rehearsal || !sum.Fictional || sum.Counts.Joined != 16 {
				t.Errorf("the results say %+v, rehearsal %v", sum.Counts, sum.Rehearsal)
			}
			s.has("wrote", sum.Counts.Wrote, 16)
			s.has("cards of the talks", sum.Counts.Talked+sum.Counts.Stronger, 3)
			s.has("voted", sum.Counts.Voted, 16)
			s.has("steps", len(sum.Steps), 2)
			s.has("shared steps", len(sum.Shared), 1)
			groups := 0
			for _, g := range sum.Groups {
				groups += g.Joined
			}
			s.has("in groups", groups, 12)
			for _, kind := range []session.Kind{session.CheckIn, session.Tensions, session.Consent, session.Rate, session.CheckOut} {
				i := slices.IndexFunc(sum.Outcomes, func(o session.Outcome) bool { return o.Kind == kind })
				if i < 0 {
					t.Errorf("nobody answered in %s", kind)
					continue
				}
				s.has("answered in "+string(kind), sum.Outcomes[i].Sheets, 14)
			}
		})
	})
	t.Run("tables sit down, write line by line, and the room chooses between their drafts", func(t *testing.T) {
		onStage(t, 12, []session.Kind{session.Write, session.Cluster, session.Formulate}, func(s *stage) {
			host, err := s.rooms.Join(s.t.Context(), s.entry.ID, session.Viewer{Role: session.Host, Person: session.HostID}, "laptop-1", live.Seen{})
			if err != nil {
				t.Fatal(err)
			}
			defer host.Leave()
			s.do(session.OpenActivity{Activity: "write"})
			s.pass(3 * time.Minute)
			s.do(session.OpenActivity{Activity: "cluster"})
			s.pass(time.Second)
			values := s.summary().Clusters
			s.do(session.OpenActivity{Activity: "formulate"})
			s.do(session.ArrangeTables{Tables: 3, Values: []session.ValueTables{{ID: values[0].ID, Tables: []int{1, 2, 3}}}})
			s.pass(6 * time.Minute)
			s.do(session.CloseActivity{})
			s.do(session.OpenChoice{Value: values[0].ID})
			s.pass(time.Minute)
			s.do(session.CloseChoice{})
			s.do(session.SettleText{Value: values[0].ID, Phrasing: session.Phrasing{Sentence: "Zo."}})
			room := s.summary().Formulations[0].Room
			if room == nil || len(room.Drafts) != 3 || room.Chosen != 12 {
				t.Errorf("the room chose %+v", room)
			}
		})
	})
	t.Run("a real phone takes part beside them", func(t *testing.T) {
		onStage(t, 4, []session.Kind{session.Write}, func(s *stage) {
			s.pass(time.Minute)
			anna := session.Viewer{Role: session.Participant, Person: "anna"}
			member, err := s.rooms.Join(s.t.Context(), s.entry.ID, anna, "tab-of-anna", live.Seen{})
			if err != nil {
				t.Fatal(err)
			}
			defer member.Leave()
			if joined := s.summary().Counts.Joined; joined != 5 {
				t.Errorf("%d joined", joined)
			}
		})
	})
}

func TestNothingIsKept(t *testing.T) {
	gone := func(s *stage) {
		s.t.Helper()
		if _, known := s.rooms.Directory().Get(s.entry.ID); known {
			s.t.Error("it is still listed")
		}
		if n := len(s.log.Batches(s.entry.ID)); n != 0 {
			s.t.Errorf("its log has %d batches", n)
		}
		s.troupe.mu.Lock()
		defer s.troupe.mu.Unlock()
		if s.troupe.players != 0 || s.troupe.rehearsals != 0 {
			s.t.Errorf("%d players of %d rehearsals still play", s.troupe.players, s.troupe.rehearsals)
		}
	}
	t.Run("when the facilitator ends it, it is erased, and the players go home", func(t *testing.T) {
		onStage(t, 8, []session.Kind{session.Write}, func(s *stage) {
			s.do(session.OpenActivity{Activity: "write"})
			s.pass(2 * time.Minute)
			s.do(session.EndSession{})
			s.pass(10 * time.Second)
			gone(s)
		})
	})
	t.Run("when nobody ends it, it is erased after some hours", func(t *testing.T) {
		onStage(t, 4, []session.Kind{session.Write}, func(s *stage) {
			s.pass(live.RehearsedFor - 2*time.Hour)
			if _, known := s.rooms.Directory().Get(s.entry.ID); !known {
				t.Fatal("it is gone too early")
			}
			s.pass(3*time.Hour + time.Minute)
			gone(s)
		})
	})
	t.Run("when the server stops its players stop, and whoever opens the log next erases it in time", func(t *testing.T) {
		onStage(t, 4, []session.Kind{session.Write}, func(s *stage) {
			s.pass(time.Minute)
			if err := s.troupe.Close(s.t.Context()); err != nil {
				t.Fatal(err)
			}
			if _, err := s.troupe.Rehearse(s.t.Context(), s.start([]session.Kind{session.Write}), 4); session.AsProblem(err) == nil {
				t.Errorf("a troupe that has stopped plays on: %v", err)
			}
			s.pass(live.RehearsedFor + time.Hour)
			gone(s)
		})
	})
}

func TestLimits(t *testing.T) {
	t.Run("a server plays a few rehearsals at once, and so many players", func(t *testing.T) {
		onStage(t, 4, []session.Kind{session.Write}, func(s *stage) {
			kinds := []session.Kind{session.Write}
			if _, err := s.troupe.Rehearse(s.t.Context(), s.start(kinds), MaxPlayers-3); session.AsProblem(err) == nil || session.AsProblem(err).Limit != MaxPlayers {
				t.Errorf("too many players: %v", err)
			}
			for range MaxAtOnce - 1 {
				if _, err := s.troupe.Rehearse(s.t.Context(), s.start(kinds), 4); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := s.troupe.Rehearse(s.t.Context(), s.start(kinds), 4); session.AsProblem(err) == nil || session.AsProblem(err).Code != session.Busy {
				t.Errorf("one too many: %v", err)
			}
			s.do(session.EndSession{})
			s.pass(30 * time.Second)
			if _, err := s.troupe.Rehearse(s.t.Context(), s.start(kinds), 4); err != nil {
				t.Errorf("after one has ended: %v", err)
			}
		})
	})
	t.Run("what cannot be started takes no place", func(t *testing.T) {
		onStage(t, 4, []session.Kind{session.Write}, func(s *stage) {
			for range 2 * MaxAtOnce {
				if _, err := s.troupe.Rehearse(s.t.Context(), session.StartSession{Lang: session.Dutch}, 4); session.AsProblem(err) == nil {
					t.Fatal(err)
				}
			}
			if s.troupe.players != 4 {
				t.Errorf("%d players", s.troupe.players)
			}
		})
	})
}
