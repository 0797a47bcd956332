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
	r.do(r.host, session.OpenActivity{Activity: "a2"})
	for i, p := range r.phones {
		for n := range 3 {
			r.do(p, session.AddCard{ID: fmt.Sprintf("k%dx%d", i, n), Text: Text(i+1, n)})
		}
		r.do(p, session.EditCard{ID: fmt.Sprintf("k%dx0", i), Text: Text(i+1, 7)})
		r.do(p, session.RemoveCard{ID: fmt.Sprintf("k%dx2", i)})
		r.frame(p, 1)
	}
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
	r.h.Tell(ResultToHost)
	r.do(r.host, session.CloseActivity{})
	r.frame(r.host, 0)
	r.h.Tell(ResultToAll)
	r.do(r.host, session.OpenActivity{Activity: "a5"})
	for _, p := range r.phones {
		r.frame(p, 3)
	}
	r.h.Tell(End)
	r.do(r.host, session.EndSession{})
	r.sum = r.s.Summary()
	return r
}

// call gives the n-th call of a tab.
func (t *Tab) call(n int) *Call { return t.calls[n-1] }
