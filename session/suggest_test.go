package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// suggested tells what the host is suggested: "reason word: names", in order.
func (r *room) suggested() []string {
	r.t.Helper()
	list := []string{}
	for _, one := range must[SuggestionsItem](r, Host, "suggestions").List {
		list = append(list, strings.TrimSpace(string(one.Reason)+" "+one.Word)+": "+strings.Join(r.names(one.Clusters), ", "))
	}
	return list
}

func (r *room) names(clusters []string) (names []string) {
	for _, id := range clusters {
		names = append(names, must[ClusterItem](r, Host, "cluster/"+id).Name)
	}
	return names
}

// named gives the clusters that are called so, as a suggestion is named.
func (r *room) named(names ...string) [][]string {
	r.t.Helper()
	var ids []string
	for _, name := range names {
		ids = append(ids, r.cluster(name))
	}
	return [][]string{ids}
}

func TestSuggestions(t *testing.T) {
	t.Run("say which clusters may be one value, and why: the deck, the stem, a slip of the pen", func(t *testing.T) {
		r := clustering(t, "Vertrouwen", "Zorgzaam", "Durven doen", "elkaar vertrouwen", "zorgzame", "durven deon", "Rust")
		equal(t, r.suggested(), []string{
			"value Vertrouwen: Vertrouwen, elkaar vertrouwen", "stem zorgzam: Zorgzaam, zorgzame", "spelling: Durven doen, durven deon",
		})
	})
	t.Run("nothing merges before the facilitator says so", func(t *testing.T) {
		if r := clustering(t, "Eerlijk", "Eerlijkheid"); len(r.board()) != 2 {
			t.Fatal(r.board())
		}
	})
	t.Run("neighbours in the deck are never suggested, however alike; they are told as related", func(t *testing.T) {
		r := clustering(t, "Eigenaarschap", "Verantwoordelijkheid", "Vertrouwen", "Rust")
		equal(t, r.suggested(), []string{})
		related := must[SuggestionsItem](r, Host, "suggestions").Related
		if len(related) != 1 || !slices.Equal(r.names(related[0].Clusters), []string{"Eigenaarschap", "Verantwoordelijkheid"}) {
			t.Fatal(related)
		}
		r.do(host, CloseActivity{}).done()
		if item := must[SuggestionsItem](r, Host, "suggestions"); len(item.Related) != 1 || len(item.List) != 0 {
			t.Fatal("before the vote opens the hint is still there, and there is nothing to accept any more")
		}
	})
	t.Run("short words, other first letters, other numbers and opposites are no slips of the pen", func(t *testing.T) {
		r := clustering(t, "lef", "lex", "leren", "keren", "regel 1 volgen", "regel 2 volgen", "zeker", "onzeker", "verantwoord", "onverantwoord")
		equal(t, r.suggested(), []string{})
	})
	t.Run("accepting is a merge under the name that was given, or else that of the largest, and can be undone in one step", func(t *testing.T) {
		r := clustering(t, "eerlijk", "Eerlijkheid", "EERLIJKHEID", "Moedig", "moedige")
		before := r.board()
		r.do(host, RenameCluster{r.cluster("moedige"), "Lef"}).done()
		all := append(r.named("Eerlijkheid", "eerlijk"), r.named("Lef", "Moedig")...)
		r.do(host, AcceptSuggestions{all}).brought("ClustersArranged")
		equal(t, r.board(), []string{"Eerlijkheid: Eerlijkheid×2 eerlijk×1", "Lef: moedige×1 Moedig×1"})
		r.do(host, UndoClustering{}).done().do(host, UndoClustering{}).done()
		equal(t, r.board(), before)
		if len(r.suggested()) != 2 {
			t.Fatal("what was taken back can be suggested again")
		}
	})
	t.Run("what is refused stays away, also when a card joins, and after the session is read back", func(t *testing.T) {
		r := clustering(t, "eerlijk", "Eerlijkheid", "Rust")
		r.do(host, RefuseSuggestions{r.named("eerlijk", "Eerlijkheid")}).brought("SuggestionsRefused")
		equal(t, r.suggested(), []string{})
		r.do(host, MergeClusters{r.cluster("Rust"), []string{r.cluster("eerlijk")}}).done()
		equal(t, r.suggested(), []string{})
		r.opened(Write).wrote(carla, "Eerlijk!").opened(Cluster)
		equal(t, r.suggested(), []string{})
		r.s = r.replayed(3)
		equal(t, r.suggested(), []string{})
	})
	t.Run("a word that is new is suggested with the first of those that stay apart", func(t *testing.T) {
		r := clustering(t, "eerlijk", "Eerlijkheid")
		r.do(host, RefuseSuggestions{r.named("eerlijk", "Eerlijkheid")}).done()
		r.opened(Write).wrote(carla, "eerlijke").opened(Cluster)
		equal(t, r.suggested(), []string{"stem eerlijk: eerlijk, eerlijke"})
	})
	t.Run("accepting everything never joins what was laid apart, not even through a third", func(t *testing.T) {
		r := clustering(t, "zorgzaamheid", "zorgzaamheit", "zorgzaamheitje")
		r.do(host, MoveCards{Cards: []string{"k1"}, To: r.cluster("zorgzaamheitje")}).done()
		r.do(host, SplitCluster{r.cluster("zorgzaamheitje")}).done()
		var all [][]string
		for _, one := range must[SuggestionsItem](r, Host, "suggestions").List {
			all = append(all, one.Clusters)
		}
		if len(all) != 2 {
			t.Fatal(r.suggested())
		}
		r.do(host, AcceptSuggestions{all}).done()
		if len(r.board()) != 2 {
			t.Fatal(r.board())
		}
	})
	t.Run("what was split or moved apart by hand is not suggested again, until that is undone", func(t *testing.T) {
		for name, apart := range map[string]func(r *room) Command{
			"split": func(r *room) Command { return SplitCluster{r.cluster("eerlijk")} },
			"moved": func(*room) Command { return MoveCards{Cards: []string{"k2"}, To: "new1"} },
		} {
			r := clustering(t, "eerlijk", "Eerlijkheid")
			r.do(host, MergeClusters{r.cluster("eerlijk"), []string{r.cluster("Eerlijkheid")}}).done()
			r.do(host, apart(r)).done()
			if got := r.suggested(); len(got) != 0 {
				t.Fatal(name, got)
			}
			r.do(host, UndoClustering{}).done().do(host, UndoClustering{}).done()
			if got := r.suggested(); len(got) != 1 {
				t.Fatal(name, got)
			}
		}
	})
	t.Run("two clusters that both were given a name are not suggested together; parked and hidden ones not at all", func(t *testing.T) {
		r := clustering(t, "eerlijk", "Eerlijkheid", "moedig", "moedige", "zorgzaam", "zorgzame")
		r.do(host, RenameCluster{r.cluster("eerlijk"), "A"}).done().do(host, RenameCluster{r.cluster("Eerlijkheid"), "B"}).done()
		r.do(host, ParkCluster{r.cluster("moedig"), true}).done().do(host, HideCard{"k5"}).done()
		equal(t, r.suggested(), []string{})
	})
	t.Run("are the host's, while clustering is open, and as they were shown", func(t *testing.T) {
		r := clustering(t, "eerlijk", "Eerlijkheid", "Rust")
		pair := r.named("eerlijk", "Eerlijkheid")
		for _, c := range []Command{AcceptSuggestions{pair}, RefuseSuggestions{pair}} {
			r.do(anna, c).refused(Denied, "").do(screen, c).refused(Denied, "")
		}
		r.do(host, AcceptSuggestions{r.named("eerlijk", "Rust")}).refused(NotFound, Unknown)
		r.do(host, AcceptSuggestions{nil}).changesNothing().do(host, RefuseSuggestions{nil}).changesNothing()
		r.do(host, AcceptSuggestions{pair}).done().do(host, AcceptSuggestions{pair}).refused(NotFound, Unknown)
		r.do(host, CloseActivity{}).done().do(host, AcceptSuggestions{pair}).refused(Closed, NotOpen)
	})
	t.Run("a long list is shown in parts", func(t *testing.T) {
		r := lobby(t).with(anna)
		r.lawless = true
		r.opened(Write)
		for i := range 50 {
			who := PersonID(fmt.Sprintf("writer-%d", i))
			value := strings.Repeat(string(rune('a'+i%25)), 5) + string(rune('a'+i/25))
			r.with(who).wrote(who, value, "de "+value)
		}
		r.opened(Cluster)
		if item := must[SuggestionsItem](r, Host, "suggestions"); len(item.List) != MaxSuggestions || item.More < 10 {
			t.Fatal(len(item.List), item.More)
		}
	})
}

func TestStems(t *testing.T) {
	t.Run("are those of the published vocabularies", func(t *testing.T) {
		// From the samples at snowballstem.org/algorithms/dutch/stemmer.html and /english/stemmer.html.
		for word, stem := range map[string]string{
			"lichamelijk": "licham", "lichamelijkheden": "licham", "opgeheven": "opgehev", "opglimmende": "opglimm", "opgingen": "opging",
		} {
			equal(t, stemsOf(word)[0], stem)
		}
		for word, stem := range map[string]string{
			"consistency": "consist", "consolation": "consol", "knightly": "knight", "knots": "knot",
		} {
			equal(t, stemsOf(word)[1], stem)
		}
	})
	t.Run("leave fillers out, and say nothing of what is too short", func(t *testing.T) {
		equal(t, stemsOf("met elkaar in dialoog zijn")[0], "dialog")
		equal(t, stemsOf("wij zijn"), [2]string{})
	})
}

func TestDistance(t *testing.T) {
	t.Run("counts letters added, left out, replaced and swapped", func(t *testing.T) {
		for pair, want := range map[[2]string]int{
			{"vertrouwen", "vertrouwen"}: 0, {"vertrouwen", "vertouwen"}: 1, {"vertrouwen", "vetrrouwen"}: 1, {"plezier", "plezeir"}: 1,
			{"kitten", "sitting"}: 3, {"", "abc"}: 3, {"ca", "abc"}: 3,
		} {
			if got := distance([]rune(pair[0]), []rune(pair[1]), 9); got != want {
				t.Errorf("%v: %d, not %d", pair, got, want)
			}
			if got := distance([]rune(pair[1]), []rune(pair[0]), 1); got != min(want, 2) {
				t.Errorf("%v: %d, where more than one is too many", pair, got)
			}
		}
	})
}
