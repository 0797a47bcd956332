package history

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"verbindend/session"
)

// A rehearsal is an honest session without any server: its history, its log and what remains of it.
type rehearsal struct {
	t       *testing.T
	h       *History
	host    *Tab
	phones  []*Tab
	s       *session.Session
	records []session.Record
	refused *Call
	sum     session.Summary
}

// do lets a tab call, and the session answer.
func (r *rehearsal) do(tab *Tab, c session.Command, effect ...Effect) *Call {
	r.t.Helper()
	call := tab.Invoke(c, effect...)
	by := session.Actor{Role: tab.Role, Person: session.PersonID(tab.Client), Client: tab.Client, N: call.N}
	if tab.Role == session.Host {
		by.Person = session.HostID
	}
	records, err := r.s.Decide(c, by, time.Now())
	if err != nil {
		call.Refuse(time.Now(), session.AsProblem(err))
		if r.refused != nil {
			r.t.Fatalf("%s and %s: %v", r.refused, call, err)
		}
		r.refused = call
		return call
	}
	if len(records) == 0 {
		r.t.Fatalf("%s changed nothing", call)
	}
	r.apply(records)
	if tab.Role == session.Participant {
		me, _ := json.Marshal(r.s.Me(by.Person))
		tab.Watch(fmt.Appendf(nil, `{"t":"ack","n":%d,"me":%s}`, call.N, me))
	} else {
		tab.Watch(fmt.Appendf(nil, `{"t":"ack","n":%d}`, call.N))
	}
	call.OK(time.Now())
	return call
}

func (r *rehearsal) apply(records []session.Record) {
	for _, record := range records {
		r.s.Apply(record)
	}
	r.records = append(r.records, records...)
}

// frame shows a tab a frame from since on.
func (r *rehearsal) frame(tab *Tab, since uint64) {
	view := r.s.View(session.Viewer{Role: tab.Role})
	set, err := json.Marshal(view.Items)
	if err != nil {
		r.t.Fatal(err)
	}
	tab.Watch(fmt.Appendf(nil, `{"t":"frame","mark":"m","rev":%d,"since":%d,"set":%s}`, len(r.records), since, set))
}

func rehearse(t *testing.T) *rehearsal {
	t.Helper()
	r := &rehearsal{t: t, h: New(), s: session.New()}
	server := session.Actor{Role: session.Host, Person: session.HostID}
	started, err := r.s.Decide(session.StartSession{ID: "s1", Title: "Proef", Lang: session.Dutch, Groups: []string{"Noord", "Zuid"}}, server, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	r.apply(started)
	r.host = r.h.Tab(session.Host, "host", 0)
	for i := range 3 {
		tab := r.h.Tab(session.Participant, fmt.Sprint("phone", i+1), i+1)
		joined, err := r.s.Decide(session.Join{}, session.Actor{Role: session.Participant, Person: session.PersonID(tab.Client)}, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		r.apply(joined)
		tab.Watch([]byte(`{"t":"welcome","lastN":0}`))
		r.frame(tab, 0)
		r.phones = append(r.phones, tab)
	}
	r.do(r.phones[2], session.SharePhone{People: 3})
	r.do(r.phones[2], session.SharePhone{People: 2})
	r.do(r.host, session.OpenActivity{Activity: "a2"})
	for i, p := range r.phones {
		for n := range 3 {
			r.do(p, session.AddCard{ID: fmt.Sprintf("k%dx%d", i, n), Text: Text(i+1, n)})
		}
		r.do(p, session.EditCard{ID: fmt.Sprintf("k%dx0", i), Text: Text(i+1, 7)})
		r.do(p, session.RemoveCard{ID: fmt.Sprintf("k%dx2", i)})
		r.frame(p, 1)
	}
	r.do(r.host, session.EditActivity{Activity: session.Activity{ID: "a2", Kind: session.Write, Limit: session.DefaultCardLimit, Mode: session.InOpen}})
	r.do(r.phones[0], session.AddCard{ID: "open", Text: Text(1, 5), Sight: session.Seen})
	r.do(r.host, session.AddPaperCard{ID: "paper", Text: Text(0, 5)})
	r.frame(r.phones[1], 1)
	r.h.Read(time.Now(), r.s.Summary())
	r.h.Tell(Cards)
	r.do(r.host, session.OpenActivity{Activity: "a3"})
	r.do(r.phones[0], session.AddCard{ID: "late", Text: Text(1, 9)}) // refused
	var clusters []string
	for _, k := range r.s.Summary().Clusters {
		clusters = append(clusters, k.ID)
	}
	r.do(r.host, session.RenameCluster{Cluster: clusters[0], Name: Text(0, 1)})
	r.do(r.host, session.RenameCluster{Cluster: clusters[0], Name: Text(0, 2)})
	r.do(r.host, session.UndoClustering{}, NamedAs(clusters[0], Text(0, 1)))
	r.do(r.host, session.ParkCluster{Cluster: clusters[5], Parked: true})
	r.do(r.host, session.OpenActivity{Activity: "a4"})
	for i, p := range r.phones {
		r.do(p, session.CastBallot{Round: 1, Dots: map[string]int{clusters[i]: 1}})
		r.do(p, session.CastBallot{Round: 1, Dots: map[string]int{clusters[i]: 1, clusters[i+1]: 1}})
		r.frame(p, 2)
	}
	r.do(r.phones[2], session.CastBallot{Round: 1, Dots: map[string]int{clusters[4]: 1}, Seat: 2})
	r.do(r.host, session.EnterPaper{Round: 1, PaperBallot: session.PaperBallot{ID: "x", Dots: map[string]int{clusters[0]: 1}}})
	r.do(r.host, session.EnterPaper{Round: 1, PaperBallot: session.PaperBallot{ID: "y", Dots: map[string]int{clusters[0]: 1}}})
	r.do(r.host, session.RemovePaper{Round: 1, ID: "y"})
	r.h.Tell(ResultToHost)
	r.do(r.host, session.CloseActivity{})
	r.frame(r.host, 0)
	r.h.Tell(ResultToAll)
	r.do(r.host, session.OpenActivity{Activity: "a5"})
	for _, p := range r.phones {
		r.frame(p, 3)
	}
	r.scores()
	r.words()
	r.answers()
	r.steps()
	r.h.Tell(End)
	r.do(r.host, session.EndSession{})
	r.sum = r.s.Summary()
	return r
}

// own sends a phone its own part.
func (r *rehearsal) own(tab *Tab) {
	me, _ := json.Marshal(r.s.Me(session.PersonID(tab.Client)))
	tab.Watch(fmt.Appendf(nil, `{"t":"me","me":%s}`, me))
}

// begin puts an activity at the end of the agenda and opens it.
func (r *rehearsal) begin(act session.Activity) {
	r.t.Helper()
	r.do(r.host, session.PlanActivity{Activity: act, At: session.MaxActivities})
	r.do(r.host, session.OpenActivity{Activity: act.ID})
}

// scores holds a second round.
func (r *rehearsal) scores() {
	r.t.Helper()
	for _, p := range r.phones {
		r.own(p) // what a table gave is no more than all together now
	}
	r.h.Tell(RoundOpens(2))
	r.begin(session.Activity{ID: "again", Kind: session.Vote, Ballot: session.ByScore, Among: session.AmongTop})
	options := r.s.Item(session.Participant, "ballot").(session.BallotItem).Options
	for i, p := range r.phones {
		r.own(p)
		r.do(p, session.CastBallot{Round: 2, Dots: map[string]int{options[0].ID: 1 + i}})
		r.do(p, session.CastBallot{Round: 2, Dots: map[string]int{options[0].ID: 5 - i, options[1].ID: 2}})
	}
	r.do(r.phones[2], session.CastBallot{Round: 2, Dots: map[string]int{options[1].ID: 4}, Seat: 2})
	r.h.Tell(ResultToHost.OfRound(2))
	r.do(r.host, session.CloseActivity{})
	r.frame(r.host, 0)
	r.h.Tell(ResultToAll.OfRound(2))
	r.do(r.host, session.OpenActivity{Activity: "a5"})
	for _, p := range r.phones {
		r.own(p)
		r.frame(p, 3)
	}
}

// words settles on a text for a value of which the room has chosen the draft.
func (r *rehearsal) words() {
	r.t.Helper()
	r.begin(session.Activity{ID: "words", Kind: session.Formulate})
	tables := r.s.Item(session.Host, "tables").(session.TablesItem)
	value := tables.Values[0].ID
	r.do(r.host, session.ArrangeTables{Tables: 2, Values: []session.ValueTables{{ID: value, Tables: []int{1, 2}}}})
	for i := range 2 {
		r.do(r.phones[i], session.TakeSeat{Table: i + 1})
		r.do(r.phones[i], session.TakePen{})
		r.do(r.phones[i], session.WriteDraft{Value: value, Phrasing: session.Phrasing{Sentence: fmt.Sprint("Zin ", i)}})
	}
	r.do(r.host, session.CloseActivity{})
	r.do(r.host, session.OpenChoice{Value: value})
	r.do(r.phones[0], session.ChooseDraft{Round: 1, Table: 1})
	r.do(r.phones[0], session.ChooseDraft{Round: 1, Table: 2})
	r.do(r.phones[1], session.ChooseDraft{Round: 1, Table: 2})
	r.h.Tell(RoomsChoice)
	r.do(r.host, session.CloseChoice{})
	r.frame(r.phones[2], 3)
	r.do(r.host, session.SettleText{Value: value, Phrasing: session.Phrasing{Sentence: "Zin 0"}, Table: 1})
	r.do(r.host, session.SettleText{Value: value, Phrasing: session.Phrasing{Sentence: "Zin 1"}, Table: 2})
}

// answers lets people say how they leave, and the room read it.
func (r *rehearsal) answers() {
	r.t.Helper()
	r.begin(session.Activity{ID: "out", Kind: session.CheckOut})
	for i, p := range r.phones {
		for n := range 2 {
			r.do(p, session.FillSheet{Activity: "out", Sheet: session.Sheet{
				Numbers: map[string]int{"usefulness": 3 + n}, Texts: map[string]string{"word": Words(OnSheet, i+1, n)},
			}})
		}
	}
	r.h.Read(time.Now(), r.s.Summary())
	r.h.Tell(Answers)
	r.do(r.host, session.CloseActivity{})
	r.frame(r.host, 0)
	r.h.Tell(AnswersToAll)
	r.do(r.host, session.ShowTexts{Activity: "out", Shown: true})
	r.frame(r.phones[0], 3)
}

// steps lets people write steps for the organisation, and share their own.
func (r *rehearsal) steps() {
	r.t.Helper()
	r.begin(session.Activity{ID: "steps", Kind: session.Commit})
	for i, p := range r.phones {
		id := fmt.Sprint("s", i)
		r.do(p, session.WriteStep{ID: id, Step: session.Step{What: Words(OnStep, i+1, 0)}})
		r.do(p, session.WriteStep{ID: id, Step: session.Step{What: Words(OnStep, i+1, 1)}})
		r.do(p, session.ShareIntention{Intention: session.Intention{When: "het stil is", Then: Words(OnIntention, i+1, 0)}})
	}
	r.do(r.phones[0], session.RemoveStep{ID: "s0"})
	r.do(r.phones[1], session.WithdrawIntention{})
	r.frame(r.host, 0)
	r.h.Tell(Steps)
	r.do(r.host, session.ShowSteps{Shown: true})
	r.frame(r.phones[0], 3)
	r.h.Tell(Shared)
	r.do(r.host, session.CloseActivity{})
	r.frame(r.host, 0)
	r.h.Tell(SharedToAll)
	r.do(r.host, session.ShowIntentions{Shown: true})
	r.frame(r.phones[0], 3)
}

// call gives the n-th call of a tab.
func (t *Tab) call(n int) *Call { return t.calls[n-1] }
