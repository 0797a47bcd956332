package session

import (
	"strings"
	"testing"
	"time"
)

func TestExactlyOnce(t *testing.T) {
	tab := func(who PersonID, client string, n uint64) Actor {
		return Actor{Role: roleOf(who), Person: who, Client: client, N: n}
	}
	writing := func(t *testing.T) *room { t.Helper(); return lobby(t).with(anna, bert).opened(Write, Cluster, Write) }

	t.Run("a command sent twice is done once and acknowledged twice", func(t *testing.T) {
		r := writing(t)
		r.send(tab(host, "desk", 1), ExtendTimer{60}).done()
		r.send(tab(host, "desk", 1), ExtendTimer{60}).changesNothing()
		equal(t, must[TimerItem](r, Host, "timer").Total, 480_000)
	})
	t.Run("a late lower number is not done again, also for commands that name nothing", func(t *testing.T) {
		r := clustering(t, "Moed", "Lef", "Rust")
		r.send(tab(host, "desk", 1), MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef")}}).done()
		r.send(tab(host, "desk", 2), MergeClusters{r.cluster("Moed"), []string{r.cluster("Rust")}}).done()
		r.send(tab(host, "desk", 3), UndoClustering{}).done()
		r.send(tab(host, "desk", 4), ExtendTimer{60}).done()
		for n := uint64(1); n <= 4; n++ {
			r.send(tab(host, "desk", n), UndoClustering{}).changesNothing()
			r.send(tab(host, "desk", n), ExtendTimer{60}).changesNothing()
		}
		equal(t, r.board(), []string{"Moed: Moed×1 Lef×1", "Rust: Rust×1"})
	})
	t.Run("a ballot of a dead connection that arrives late does not replace the newer one", func(t *testing.T) {
		r, _ := ballotOf(t, 0, "a", "b")
		r.with(anna)
		a, b := r.option("a"), r.option("b")
		r.send(tab(anna, "phone", 8), CastBallot{Round: 1, Dots: map[string]int{b: 1}}).done()
		r.send(tab(anna, "phone", 7), CastBallot{Round: 1, Dots: map[string]int{a: 1}}).changesNothing()
		equal(t, r.s.Me(anna).Ballot.Dots, map[string]int{b: 1})
	})
	t.Run("two tabs of one person count for themselves", func(t *testing.T) {
		r := writing(t)
		r.send(tab(anna, "one", 1), AddCard{ID: "k1", Text: "Moed"}).done()
		r.send(tab(anna, "two", 1), AddCard{ID: "k2", Text: "Lef"}).done()
	})
	t.Run("another person cannot spoil the numbers, not even with the same tab's name", func(t *testing.T) {
		r := writing(t)
		r.send(tab(bert, "phone", 1<<64-1), AddCard{ID: "k1", Text: "Moed"}).done()
		r.send(tab(anna, "phone", 1), AddCard{ID: "k2", Text: "Lef"}).done()
		r.send(tab(host, "phone", 1), ExtendTimer{60}).done()
	})
	t.Run("a refused command leaves no trace: its number can be used again", func(t *testing.T) {
		r := writing(t)
		r.send(tab(anna, "phone", 5), AddCard{ID: "k1", Text: ""}).refused(Invalid, Empty)
		r.send(tab(anna, "phone", 5), AddCard{ID: "k1", Text: "Moed"}).done()
		equal(t, r.s.LastN(anna, "phone"), 5)
	})
	t.Run("the server itself does not number", func(t *testing.T) {
		r := writing(t)
		server := Actor{Role: Participant, Person: carla}
		r.send(server, Join{}).done().send(server, Join{}).changesNothing()
		equal(t, r.s.LastN(carla, ""), 0)
	})
	t.Run("a command repeated after a restart, or after the end, is still the same command", func(t *testing.T) {
		r := writing(t)
		r.send(tab(anna, "phone", 3), AddCard{ID: "k1", Text: "Moed"}).done().do(host, EndSession{}).done()
		again := r.replayed(1)
		if records, err := again.Decide(AddCard{ID: "k1", Text: "Moed"}, tab(anna, "phone", 3), r.now); records != nil || err != nil {
			t.Fatal(records, err)
		}
	})
	t.Run("all records of one command carry its number; a record that comes twice is applied once", func(t *testing.T) {
		r := writing(t)
		a := r.send(tab(host, "desk", 9), OpenActivity{"a3"})
		for i, record := range a.records {
			if record.N != 9 || record.Client != "desk" || record.By != HostID || record.Seq != r.s.Seq()-uint64(len(a.records)-1-i) {
				t.Errorf("%+v", record)
			}
		}
		before := take(t, r.s)
		for _, record := range r.log {
			r.s.Apply(record)
		}
		for what, now := range take(t, r.s) {
			if before[what] != now {
				t.Errorf("%s changed", what)
			}
		}
	})
}

func TestParseCommand(t *testing.T) {
	t.Run("every command of the wire is read back as what it was", func(t *testing.T) {
		for name, c := range CommandTypes() {
			got, err := ParseCommand(name, []byte(encoded(t, c)))
			if err != nil || CommandType(got) != name {
				t.Errorf("%s: %v", name, err)
			}
		}
		got, err := ParseCommand("cast_ballot", []byte(`{"round":2,"dots":{"c4":1}}`))
		if err != nil {
			t.Fatal(err)
		}
		equal[Command](t, got, CastBallot{Round: 2, Dots: map[string]int{"c4": 1}})
	})
	t.Run("a command without fields may come without JSON", func(t *testing.T) {
		for _, data := range []string{"", " ", "{}"} {
			if _, err := ParseCommand("pause_timer", []byte(data)); err != nil {
				t.Error(err)
			}
		}
	})
	t.Run("what is unknown, misspelt, of the wrong kind or followed by something is a problem", func(t *testing.T) {
		for _, c := range []struct {
			kind, data string
			reason     Reason
		}{
			{"", "{}", Unknown}, {"start_session", "{}", Unknown}, {"join", "{}", Unknown}, {"record_certainty", "{}", Unknown},
			{"card_added", "{}", Unknown}, {"session_sealed", "{}", Unknown},
			{"add_card", `{"id":"k1","text":"x","by":"bert"}`, Malformed}, {"add_card", `{"id":1}`, Malformed},
			{"add_card", `[]`, Malformed}, {"add_card", `{`, Malformed}, {"add_card", `{}{}`, Malformed}, {"add_card", `{}}`, Malformed},
			{"add_card", `{}]`, Malformed}, {"add_card", `{} x`, Malformed}, {"cast_ballot", `{"dots":{"a":1.5}}`, Malformed},
			{"cast_ballot", `{"dots":{"a":1e99}}`, Malformed}, {"extend_timer", `{"seconds":"60"}`, Malformed},
			{"merge_clusters", strings.Repeat(`[`, 20_000), Malformed},
		} {
			_, err := ParseCommand(c.kind, []byte(c.data))
			if p := AsProblem(err); p == nil || p.Code != Invalid || p.Reason != c.reason {
				t.Errorf("%s %.40s: %v", c.kind, c.data, err)
			}
		}
	})
}

// busy is a session in which something of every kind is there, as a state that commands can be decided against.
func busy(t testing.TB, kind Kind) *Session {
	t.Helper()
	r := lobby(t)
	r.lawless = true
	r.with(anna, bert).opened(Write).wrote(anna, "Moed", "Lef", "Rust").wrote(bert, "moed").opened(Cluster)
	r.do(host, MergeClusters{r.cluster("Moed"), []string{r.cluster("Lef")}}).done().do(host, HideCard{"k3"}).done()
	r.opened(Vote).open(kind)
	return r.s
}

func FuzzParseCommand(f *testing.F) {
	for name, c := range CommandTypes() {
		f.Add(name, []byte(encoded(f, c)))
	}
	f.Add("cast_ballot", []byte(`{"round":1,"dots":{"c5":1}}`))
	f.Add("cast_ballot", []byte(`{"round":2,"dots":{"c5":-1}}`))
	f.Add("move_cards", []byte(`{"cards":["k1","k3","k1"],"to":"new"}`))
	f.Add("merge_clusters", []byte(`{"into":"c5","from":["c7","c7"]}`))
	f.Add("edit_card", []byte(`{"id":"k1","text":"\u200b\ud800x"}`))
	f.Add("open_activity", []byte(`{"activity":"a4"}`))
	f.Add("extend_timer", []byte(`{"seconds":-99999999999}`))
	f.Fuzz(func(t *testing.T, kind string, data []byte) {
		c, err := ParseCommand(kind, data)
		if err != nil {
			if AsProblem(err) == nil {
				t.Fatalf("%q %q failed: %v", kind, data, err)
			}
			return
		}
		for _, now := range []Kind{Write, Cluster, Vote, Reveal} {
			for _, who := range []PersonID{host, anna, stranger, screen} {
				s := busy(t, now)
				records, err := s.Decide(c, Actor{Role: roleOf(who), Person: who, Client: "fuzz", N: 1}, noon.Add(time.Hour))
				if err != nil && AsProblem(err) == nil {
					t.Fatalf("%#v failed: %v", c, err)
				}
				stored, err := EncodeBatch(records)
				if err != nil {
					t.Fatalf("%#v cannot be kept: %v", c, err)
				}
				if records, err = DecodeBatch(stored); err != nil {
					t.Fatalf("%#v cannot be read back: %v", c, err)
				}
				for _, record := range records {
					s.Apply(record)
				}
				take(t, s)
				encoded(t, s.Summary())
			}
		}
	})
}
