package session

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The laws that hold at every step of every session. Each specification is held against the first two as it goes.

// A picture is everything that anybody sees: per role and key, and per person, as JSON.
type picture map[string]string

var roles = []Role{Host, Participant, Screen}

func take(t rapid.TB, s *Session) picture {
	t.Helper()
	p := picture{}
	for _, role := range roles {
		for key, it := range s.View(Viewer{Role: role}).Items {
			p[string(role)+" "+key] = encoded(t, it)
		}
	}
	for _, id := range s.people.order {
		p["me "+string(id)] = encoded(t, s.Me(id))
	}
	return p
}

// decidingChangesNothing: the state changes when records are applied, and at no other time.
func (r *room) decidingChangesNothing(c Command) {
	r.t.Helper()
	if now := take(r.t, r.s); !maps.Equal(now, r.last) {
		r.t.Fatalf("deciding %#v changed what people see", c)
	}
	if t := r.s.touched; t.all || t.everybody || len(t.keys) > 0 || len(t.me) > 0 {
		r.t.Fatalf("deciding %#v touched %v", c, t)
	}
}

// changesAreAnnounced: what looks different after a step was touched by it.
func (r *room) changesAreAnnounced(c Command) {
	r.t.Helper()
	touched, now := r.s.Touched(), take(r.t, r.s)
	announced := map[string]bool{}
	for _, key := range touched.Keys {
		for _, role := range roles {
			announced[string(role)+" "+key] = true
		}
	}
	for _, id := range touched.Me {
		announced["me "+string(id)] = true
	}
	for _, what := range slices.Concat(slices.Collect(maps.Keys(r.last)), slices.Collect(maps.Keys(now))) {
		all := touched.All
		if strings.HasPrefix(what, "me ") {
			all = touched.Everybody
		}
		if r.last[what] != now[what] && !all && !announced[what] {
			r.t.Fatalf("%#v changed %q unannounced\nfrom %s\n  to %s", c, what, r.last[what], now[what])
		}
	}
	r.last = now
}

// replayed reads the session back from the bytes of its log, in batches of any size.
func (r *room) replayed(size int) *Session {
	r.t.Helper()
	s := New()
	for batch := range slices.Chunk(r.log, size) {
		stored, err := EncodeBatch(batch)
		if err != nil {
			r.t.Fatalf("encode: %v", err)
		}
		records, err := DecodeBatch(stored)
		if err != nil {
			r.t.Fatalf("decode: %v", err)
		}
		for _, record := range records {
			s.Apply(record)
		}
	}
	return s
}

// replayEqualsLive: a session read back from its log looks the same to everybody.
func (r *room) replayEqualsLive(size int) {
	r.t.Helper()
	again := r.replayed(size)
	live, replay := take(r.t, r.s), take(r.t, again)
	for what := range live {
		if live[what] != replay[what] {
			r.t.Fatalf("%s replayed\n is %s\nnot %s", what, replay[what], live[what])
		}
	}
	if len(live) != len(replay) {
		r.t.Fatalf("%d items replayed as %d", len(live), len(replay))
	}
	equal(r.t, again.Summary(), r.s.Summary())
	if again.Seq() != r.s.Seq() || !maps.Equal(again.seen, r.s.seen) {
		r.t.Fatalf("the numbers of the commands are lost")
	}
}

// everyCardLiesOnce: from being written to being removed, a card lies in exactly one cluster.
func (r *room) everyCardLiesOnce() {
	r.t.Helper()
	lies := map[string][]string{}
	for _, k := range r.s.clusters.order {
		for _, id := range k.cards {
			lies[id] = append(lies[id], k.id)
		}
	}
	for _, c := range r.s.cards.order {
		switch {
		case c.removed && len(lies[c.id]) > 0:
			r.t.Fatalf("%s was removed and lies in %v", c.id, lies[c.id])
		case !c.removed && (len(lies[c.id]) != 1 || lies[c.id][0] != c.cluster):
			r.t.Fatalf("%s says it lies in %q and lies in %v", c.id, c.cluster, lies[c.id])
		}
	}
}

// nobodyIsOverBudget: no ballot that counts breaks the rules it was cast under, on paper neither.
func (r *room) nobodyIsOverBudget() {
	r.t.Helper()
	for _, dots := range r.ballots() {
		ballot := must[BallotItem](r, Participant, "ballot")
		sum, n := 0, len(ballot.Options)
		most := map[Method]int{ByDots: PerOptionFor(n), ByScore: 5, ByRank: n}[ballot.Method]
		for option, n := range dots {
			if n < 1 || n > most {
				r.t.Fatalf("%d on %s", n, option)
			}
			sum += n
		}
		if sum == 0 || ballot.Method == ByDots && sum > DotsFor(n) {
			r.t.Fatalf("a ballot of %d dots counts", sum)
		}
		if most := map[Method]int{ByScore: 8, ByRank: 7}[ballot.Method]; most > 0 && n > most {
			r.t.Fatalf("%d options on a ballot by %s", n, ballot.Method)
		}
	}
}

// ballots lists those that count in the round that is held now, as people see their own and as they were typed in.
func (r *room) ballots() []map[string]int {
	var list []map[string]int
	for _, id := range r.s.people.order {
		me := r.s.Me(id)
		if me.Ballot != nil && me.Ballot.People > 0 { // of a table, whose round is closed
			list = append(list, r.together(id, me.Ballot)...)
			continue
		}
		if me.Ballot != nil {
			list = append(list, me.Ballot.Dots)
		}
		for _, other := range me.Ballots {
			list = append(list, other.Dots)
		}
	}
	for _, one := range r.s.vote.paper {
		list = append(list, one.Dots)
	}
	return list
}

// together gives the ballots of a phone that wrote for several; what it shows of them is their sum, of three and more.
func (r *room) together(id PersonID, shown *OwnBallot) []map[string]int {
	r.t.Helper()
	var list []map[string]int
	sum := map[string]int{}
	for seat, dots := range r.s.vote.ballots {
		if phoneOf(seat) == id {
			list = append(list, dots)
			for option, n := range dots {
				sum[option] += n
			}
		}
	}
	if r.s.vote.frozen.method() != ByDots || len(list) < 3 { // of two, each knows what the other gave
		sum = map[string]int{}
	}
	if len(list) != shown.People || !maps.Equal(sum, shown.Dots) {
		r.t.Fatalf("%d ballots with %v are shown as %+v", len(list), sum, shown)
	}
	return list
}

// totalsAreTheSumOfBallots: what the host sees of a closed round is what people see of their own ballots, added up.
func (r *room) totalsAreTheSumOfBallots() {
	r.t.Helper()
	result, ok := sees[Result](r, Host, "result")
	if !ok || r.s.Sealed() {
		return
	}
	sums, voters, placed := map[string]int{}, map[string]int{}, 0
	ballots := r.ballots()
	for _, ballot := range ballots {
		for option, n := range ballot {
			sums[option] += n
			voters[option]++
			placed += n
		}
	}
	if result.Ballots != len(ballots) || result.Ballots > result.Joined || result.Method == "" && result.DotsPlaced != placed {
		r.t.Fatalf("%d ballots with %d dots are counted as %d with %d", len(ballots), placed, result.Ballots, result.DotsPlaced)
	}
	for _, o := range result.Options {
		if o.Voters != voters[o.ID] {
			r.t.Fatalf("%s: %d people are counted as %d", o.Name, voters[o.ID], o.Voters)
		}
		switch result.Method {
		case ByScore:
			if o.Voters > 0 && o.Mean != rounded(float64(sums[o.ID])/float64(o.Voters)) {
				r.t.Fatalf("%s: %d points of %d people have the mean %f", o.Name, sums[o.ID], o.Voters, o.Mean)
			}
		case ByRank:
			for _, d := range o.Beats {
				if d.For <= d.Against || d.For+d.Against > len(ballots) {
					r.t.Fatalf("%s wins with %d against %d of %d", o.Name, d.For, d.Against, len(ballots))
				}
			}
		default:
			if o.Dots != sums[o.ID] {
				r.t.Fatalf("%s: %d dots are counted as %d", o.Name, sums[o.ID], o.Dots)
			}
		}
	}
}

// summaryAddsUp: each number of a summary is the sum of what it stands for.
func (r *room) summaryAddsUp() {
	r.t.Helper()
	sum := r.s.Summary()
	cards := 0
	for _, k := range sum.Clusters {
		words := 0
		for _, w := range k.Words {
			words += w.Count
		}
		if words != k.Cards || words == 0 {
			r.t.Fatalf("the words of %q add up to %d, not %d", k.Name, words, k.Cards)
		}
		cards += k.Cards
	}
	if c := sum.Counts; cards != c.Cards || c.Wrote > c.Joined || c.Voted > c.Joined+c.Paper || len(sum.Ballots) != c.Voted {
		r.t.Fatalf("%+v does not fit %d cards and %d ballots", c, cards, len(sum.Ballots))
	}
	if v := sum.Vote; v != nil && v.Method == "" {
		for j, o := range sum.Ballot {
			dots := 0
			for _, row := range sum.Ballots {
				dots += row[j]
			}
			at := slices.IndexFunc(v.Options, func(r OptionResult) bool { return r.ID == o.ID })
			if at < 0 || v.Options[at].Dots != dots {
				r.t.Fatalf("the ballots give %q %d dots, the result does not", o.Name, dots)
			}
		}
	}
}

func (r *room) everythingHolds() {
	r.t.Helper()
	r.everyCardLiesOnce()
	r.nobodyIsOverBudget()
	r.totalsAreTheSumOfBallots()
	r.summaryAddsUp()
}

func TestLaws(t *testing.T) {
	t.Run("whatever people send, deciding changes nothing, changes are announced, sums are right and replay equals live",
		func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				w := newWorld(t)
				for range rapid.IntRange(1, 80).Draw(t, "steps") {
					w.step(t)
					w.everythingHolds()
				}
				w.replayEqualsLive(rapid.IntRange(1, 9).Draw(t, "batch"))
				if record, ok := w.s.Seal(); ok {
					equal(t, sealedBy(t, record).Summary(), w.s.Summary())
				}
			})
		})
	t.Run("undoing everything gives the first arrangement, words and names included", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w := newWorld(t)
			w.opened(Write)
			for range rapid.IntRange(1, 16).Draw(t, "cards") {
				w.do(w.somebody(t), AddCard{ID: w.newCard(), Text: w.words(t)})
			}
			w.opened(Cluster)
			first := w.board()
			for range rapid.IntRange(1, 20).Draw(t, "arrangements") {
				w.do(host, w.arrangement(t))
			}
			for range must[ClusteringItem](w.room, Host, "clustering").Undo {
				w.do(host, UndoClustering{}).done()
			}
			equal(t, w.board(), first)
			w.do(host, UndoClustering{}).refused(Closed, NothingToUndo)
		})
	})
}
