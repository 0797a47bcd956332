package simulate

import (
	"encoding/json"
	"fmt"
	"testing"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

func message(t *testing.T, m any) visitor.Message {
	t.Helper()
	raw, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	read, err := visitor.Read(raw, visitor.ReadFrame)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func items(t *testing.T, set map[string]any) visitor.Message {
	t.Helper()
	f := wire.Frame{T: wire.TFrame, Mark: "r", Rev: 1, Set: map[string]json.RawMessage{}}
	for key, item := range set {
		raw, err := json.Marshal(item)
		if err != nil {
			t.Fatal(err)
		}
		f.Set[key] = raw
	}
	return message(t, f)
}

func TestMark(t *testing.T) {
	t.Run("a mark says whose card it is, and normalising takes it away", func(t *testing.T) {
		for _, phone := range []int{0, 1, 77, 299, 4095} {
			text := "Vertrouwen " + mark(phone, 7)
			if got := markedBy([]byte(text)); len(got) != 1 || got[0] != phone {
				t.Errorf("%q is by %v, not by %d", text, got, phone)
			}
			if norm := session.Normalise(text); norm != "vertrouwen" {
				t.Errorf("%q becomes %q", text, norm)
			}
			if clean := session.Clean(text); clean != text {
				t.Errorf("%q is kept as %q", text, clean)
			}
		}
	})
	t.Run("a mark survives JSON, and a mark that is cut off is seen", func(t *testing.T) {
		raw, _ := json.Marshal([]string{mark(3, 0), mark(9, 1), mark(4, 0)[:8]})
		if got := fmt.Sprint(markedBy(raw)); got != "[3 9 -1]" {
			t.Errorf("marked by %s", got)
		}
	})
}

func TestSentry(t *testing.T) {
	words := map[string]any{"cluster/c1": session.ClusterItem{ID: "c1", Name: "Moed " + mark(2, 0), Size: 1}}
	result := map[string]any{"result": session.Result{Options: []session.OptionResult{}}}
	smuggled := map[string]any{"vote": map[string]any{"round": 1, "voters": 3}}
	groups := map[string]any{"comparison": session.Comparison{Values: []session.ComparedValue{{Shares: []session.Support{{Weight: .5}}}}}}
	connects := map[string]any{"comparison": session.Comparison{Values: []session.ComparedValue{{Connects: true}}}}
	ballot := map[string]any{"ballot": session.BallotItem{Round: 1, Dots: 5}, "progress": session.ProgressItem{Done: 3, Of: 9}}

	open := map[string]any{"glimpse/1": session.GlimpseItem{Words: []string{"Moed " + mark(2, openMarks)}}}
	later := map[string]any{"result": session.Result{Round: 2, Options: []session.OptionResult{}}}
	rated := map[string]any{"outcome/r": session.Outcome{Activity: "r", Rating: &session.Rating{Values: []session.RatedValue{{Apart: &session.RatedApart{}}}}}}

	for _, c := range []struct {
		name   string
		role   session.Role
		set    map[string]any
		before func(*sentry)
		found  int
	}{
		{"words on the screen while people write", session.Screen, words, nil, 1},
		{"words on a phone while people write", session.Participant, words, nil, 1},
		{"words for the host while people write are hers to see", session.Host, words, nil, 0},
		{"words on the screen after the writing", session.Screen, words, func(s *sentry) { s.cardsPublic.Store(true) }, 0},
		{"a result during the vote, for the host too", session.Host, result, nil, 1},
		{"a score hidden in another item", session.Screen, smuggled, nil, 1},
		{"a ballot to fill in and a count of who is done", session.Participant, ballot, nil, 0},
		{"a result for the host after the vote", session.Host, result, func(s *sentry) { s.resultToHost.Store(true) }, 0},
		{"a result for the screen before the reveal", session.Screen, result, func(s *sentry) { s.resultToHost.Store(true) }, 1},
		{"a result for a phone at the reveal", session.Participant, result, func(s *sentry) { s.resultToAll.Store(true) }, 0},
		{"how groups voted, on the screen before the reveal", session.Screen, groups, func(s *sentry) { s.resultToHost.Store(true) }, 1},
		{"how groups voted, on the screen at the reveal", session.Screen, groups, func(s *sentry) { s.resultToAll.Store(true) }, 0},
		{"how groups voted, on a phone, whenever", session.Participant, groups, func(s *sentry) { s.resultToAll.Store(true) }, 1},
		{"what connects, on a phone at the reveal", session.Participant, connects, func(s *sentry) { s.resultToAll.Store(true) }, 0},
		{"a card on a phone, whenever", session.Participant, map[string]any{"card/x": 1}, func(s *sentry) { s.cardsPublic.Store(true) }, 1},
		{"a card in the open that may be seen", session.Screen, open, func(s *sentry) { s.seen.show("Moed " + mark(2, openMarks)) }, 0},
		{"a card in the open that may not be seen", session.Participant, open, nil, 1},
		{"a card in the open beside one that may be seen", session.Participant, map[string]any{"glimpse/1": session.GlimpseItem{Words: []string{
			"Moed " + mark(2, openMarks), "Lef " + mark(3, openMarks),
		}}}, func(s *sentry) { s.seen.show("Moed " + mark(2, openMarks)) }, 1},
		{"older words of a card that may be seen are no others", session.Screen, open, func(s *sentry) { s.seen.show("Lef " + mark(2, openMarks+1)) }, 1},
		{"the result of a later round before its time, for the host too", session.Host, later, func(s *sentry) {
			s.resultToAll.Store(true)
			s.secretFromHost.Store(2)
		}, 1},
		{"the result of the round before while the next is open", session.Screen, map[string]any{"result": session.Result{Round: 1, Options: []session.OptionResult{}}}, func(s *sentry) {
			s.resultToAll.Store(true)
			s.secretFromAll.Store(2)
		}, 0},
		{"scores of a later round in another item", session.Host, map[string]any{"progress": map[string]any{"done": 3, "beats": []int{1}}}, func(s *sentry) {
			s.resultToAll.Store(true)
			s.secretFromHost.Store(2)
		}, 1},
		{"what the room chooses while it chooses, for the host too", session.Host, map[string]any{"choice": session.ChoiceItem{Room: &session.RoomChoice{Best: []int{1}}}}, nil, 1},
		{"drafts to choose from", session.Participant, map[string]any{"choice": session.ChoiceItem{Open: true}}, nil, 0},
		{"what the room chose", session.Participant, map[string]any{"choice": session.ChoiceItem{Room: &session.RoomChoice{Best: []int{1}}}}, func(s *sentry) {
			s.roomHasSaid.Store(true)
		}, 0},
		{"how groups rated a value, on a phone", session.Participant, rated, func(s *sentry) { s.guard("r", 0); s.closed("r") }, 1},
		{"how groups rated a value, on the screen", session.Screen, rated, func(s *sentry) { s.guard("r", 0); s.closed("r") }, 0},
		{"who is in which group, on the screen", session.Screen, map[string]any{"people": session.PeopleItem{Joined: 1, Groups: map[string]int{"g1": 1}}}, nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &sentry{}
			if c.before != nil {
				c.before(s)
			}
			s.watchRole(c.role, items(t, c.set))
			if n, notes := s.disclosures(); n != c.found {
				t.Errorf("%d disclosures, not %d: %v", n, c.found, notes)
			}
		})
	}

	t.Run("a host's link in a phone's welcome", func(t *testing.T) {
		s := &sentry{}
		s.watchRole(session.Participant, message(t, wire.Welcome{T: wire.TWelcome, Links: wire.Links{Host: "http://x/host"}}))
		if n, _ := s.disclosures(); n != 1 {
			t.Errorf("%d disclosures", n)
		}
	})
	t.Run("somebody else's card or ballot as one's own", func(t *testing.T) {
		s, p := &sentry{}, &phone{number: 2}
		p.ballots = []*visitor.Sent{{Command: session.CastBallot{Round: 1, Dots: map[string]int{"c1": 2}}}}
		me := func(card int, dots map[string]int) wire.MeMessage {
			raw, _ := json.Marshal(session.Me{
				Cards: []session.OwnCard{{ID: "x", Text: "Moed " + mark(card, 0)}}, Ballot: &session.OwnBallot{Round: 1, Dots: dots},
			})
			return wire.MeMessage{T: wire.TMe, Me: raw}
		}
		s.watchPhone(p, message(t, me(2, map[string]int{"c1": 2})))
		if n, notes := s.disclosures(); n != 0 {
			t.Fatalf("its own: %v", notes)
		}
		s.watchPhone(p, message(t, me(3, map[string]int{"c1": 1})))
		if n, _ := s.disclosures(); n != 2 {
			t.Errorf("%d disclosures, not 2", n)
		}
	})
	t.Run("a table's phone sees its open ballots, and when they are counted no more than all together", func(t *testing.T) {
		cast := func(c session.CastBallot) *visitor.Sent { return &visitor.Sent{Command: c, Acked: noon} }
		p := &phone{number: 2, people: 3, ballots: []*visitor.Sent{
			cast(session.CastBallot{Round: 1, Dots: map[string]int{"c1": 1}}),
			cast(session.CastBallot{Round: 1, Dots: map[string]int{"c1": 1, "c2": 1}, Seat: 2}),
			cast(session.CastBallot{Round: 1, Dots: map[string]int{"c2": 1}, Seat: 3}),
			cast(session.CastBallot{Round: 2, Dots: map[string]int{"c1": 1}}),
			cast(session.CastBallot{Round: 2, Dots: map[string]int{"c2": 1}, Seat: 2}),
		}}
		for _, c := range []struct {
			name  string
			own   session.Me
			found int
		}{
			{"open", session.Me{
				Ballot: &session.OwnBallot{Round: 1, Dots: map[string]int{"c1": 1}}, Ballots: []session.OwnBallot{{Round: 1, Seat: 2, Dots: map[string]int{"c1": 1, "c2": 1}}},
			}, 0},
			{"one's ballot as another's", session.Me{Ballots: []session.OwnBallot{{Round: 1, Seat: 3, Dots: map[string]int{"c1": 1, "c2": 1}}}}, 1},
			{"a ballot of another round", session.Me{Ballot: &session.OwnBallot{Round: 3, Dots: map[string]int{"c1": 1}}}, 1},
			{"counted, of two people: that they are", session.Me{Ballot: &session.OwnBallot{Round: 2, Dots: map[string]int{}, People: 2}}, 0},
			{"counted, of two people: what they chose", session.Me{Ballot: &session.OwnBallot{Round: 2, Dots: map[string]int{"c1": 1, "c2": 1}, People: 2}}, 1},
			{"counted", session.Me{Ballot: &session.OwnBallot{Round: 1, Dots: map[string]int{"c1": 2, "c2": 2}, People: 3}}, 0},
			{"a ballot of the table that is lost", session.Me{Ballot: &session.OwnBallot{Round: 1, Dots: map[string]int{"c1": 1}, People: 1}}, 1},
			{"a ballot of the table that counts twice", session.Me{Ballot: &session.OwnBallot{Round: 1, Dots: map[string]int{"c1": 3, "c2": 2}, People: 3}}, 1},
			{"a choice that it never made", session.Me{Choice: &session.OwnChoice{Round: 1, Table: 2}}, 1},
		} {
			raw, _ := json.Marshal(c.own)
			s := &sentry{}
			s.watchPhone(p, message(t, wire.MeMessage{T: wire.TMe, Me: raw}))
			if n, notes := s.disclosures(); n != c.found {
				t.Errorf("%s: %d disclosures, not %d: %v", c.name, n, c.found, notes)
			}
		}
	})
}
