package web

import (
	"fmt"
	"testing"

	"verbindend/session"
)

// TestGoldenFrames plays a whole session as host, screen and one of the phones are told of it. The screen is slow and skips
// some revisions; half-way the server is started anew. A change in what is sent shows here and in the browser's tests.
func TestGoldenFrames(t *testing.T) {
	inTheatre(t, func(th *theatre) {
		seats := map[string]*seat{
			"host": th.seat(session.Host, session.HostID), "screen": th.seat(session.Screen, ""), "participant": th.seat(session.Participant, "anna"),
		}
		th.perform(func(act int) {
			if act == 15 {
				th.close()
				th.open()
				for _, name := range []string{"host", "screen", "participant"} {
					seats[name].sit()
				}
			}
			seats["host"].take()
			seats["participant"].take()
			if act%4 == 0 {
				seats["screen"].take()
			}
		})
		seats["screen"].take()
		for name, s := range seats {
			s.golden().holds(t, name)
		}
	})
}

// perform plays a session of nine people from the lobby to the end, with a pause after each act.
func (th *theatre) perform(pause func(act int)) {
	act := 0
	does := func(person session.PersonID, commands ...session.Command) {
		th.does(person, commands...)
		act++
		pause(act)
	}
	host := session.HostID
	does("anna", session.ChooseGroup{Group: "g1"})
	does("bert", session.ChooseGroup{Group: "g2"})
	does("carla", session.ChooseGroup{})
	does(host, session.OpenActivity{Activity: "a1"})
	does(host, session.OpenActivity{Activity: write})
	does(host, session.ShowDeck{Shown: true})
	does("anna", session.AddCard{ID: "k1", Text: "Vertrouwen"}, session.AddCard{ID: "k2", Text: "moed"})
	does("bert", session.AddCard{ID: "k3", Text: "vertrouwen!"}, session.AddCard{ID: "k4", Text: "Eerlijkheid 🎉"})
	does("carla", session.AddCard{ID: "k5", Text: "\"Lef\" <b>&amp;</b>"}, session.AddCard{ID: "k6", Text: "weg"})
	does("carla", session.EditCard{ID: "k5", Text: "Lef"}, session.RemoveCard{ID: "k6"})
	does(host, session.HideCard{ID: "k4"})
	does(host, session.ExtendTimer{Seconds: 60}, session.PauseTimer{})
	does(host, session.ResumeTimer{})
	does(host, session.OpenActivity{Activity: cluster})
	does(host, session.RestoreCard{ID: "k4"})
	does(host, session.MergeClusters{Into: clusterOf(th, "k2"), From: []string{clusterOf(th, "k5")}})
	does(host, session.RenameCluster{Cluster: clusterOf(th, "k2"), Name: "Moed en lef"})
	does(host, session.UndoClustering{})
	does(host, session.ParkCluster{Cluster: clusterOf(th, "k4"), Parked: true})
	does(host, session.SplitCluster{Cluster: clusterOf(th, "k2")})
	does(host, session.OpenActivity{Activity: vote})
	trust, courage := clusterOf(th, "k1"), clusterOf(th, "k2")
	for i := range 9 {
		person := session.PersonID(fmt.Sprintf("voter%d", i))
		dots := map[string]int{trust: 1}
		if i%3 == 0 {
			dots[courage] = 1
		}
		does(person, session.ChooseGroup{Group: "g1"}, session.CastBallot{Round: 1, Dots: dots})
	}
	does(host, session.CloseActivity{})
	does(host, session.OpenActivity{Activity: reveal})
	does(host, session.OpenActivity{Activity: cluster}) // the round is cancelled, in plain sight
	does(host, session.OpenActivity{Activity: vote})
	does("anna", session.CastBallot{Round: 2, Dots: map[string]int{courage: 1}})
	does(host, session.OpenActivity{Activity: reveal})
	does(host, session.EndSession{})
}

// clusterOf tells where a card lies.
func clusterOf(th *theatre, card string) string {
	th.t.Helper()
	s := th.seat(session.Host, session.HostID)
	defer s.member.Leave()
	item, ok := s.frames[0].Set["card/"+card]
	if !ok {
		th.t.Fatalf("there is no card %s", card)
	}
	var c session.CardItem
	if err := strict(item, &c); err != nil {
		th.t.Fatal(err)
	}
	return c.Cluster
}
