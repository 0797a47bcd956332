package session

import "testing"

func TestHandout(t *testing.T) {
	names := func(h Handout) (list []string) {
		for _, o := range h.Ballot.Options {
			list = append(list, o.Name)
		}
		return list
	}
	none := func(t *testing.T, r *room) {
		t.Helper()
		if h, err := r.s.Handout(); AsProblem(err) == nil {
			t.Errorf("there is a ballot to print: %v", names(h))
		}
	}
	t.Run("there is none before phones may see the ballot", func(t *testing.T) {
		r := lobby(t).with(anna)
		none(t, r)
		r.opened(Write).wrote(anna, "Lef")
		none(t, r)
		r.opened(Cluster)
		none(t, r)
	})
	t.Run("while the ballot is made clear it is the one to be, and says so", func(t *testing.T) {
		h, err := clarified(t).s.Handout()
		if err != nil {
			t.Fatal(err)
		}
		equal(t, names(h), []string{"Lef", "Rust", "Zorg"})
		equal(t, h.Draft, true)
		equal(t, []int{h.Ballot.Dots, h.Ballot.PerOption}, []int{DotsFor(3), PerOptionFor(3)})
		equal(t, h.Groups, []string{"Ondernemer", "HR-specialist"})
	})
	t.Run("a ballot to be is filled in as the vote that follows is held", func(t *testing.T) {
		r := clarified(t)
		r.planned(Activity{ID: "scored", Kind: Vote, Ballot: ByScore})
		h, err := r.s.Handout()
		if err != nil {
			t.Fatal(err)
		}
		equal(t, h.Ballot.Ballot, ByScore)
		equal(t, []int{h.Ballot.Dots, h.Ballot.PerOption}, []int{0, 0})
	})
	t.Run("in the vote it is the frozen one", func(t *testing.T) {
		r := clarified(t).opened(Vote)
		h, err := r.s.Handout()
		if err != nil {
			t.Fatal(err)
		}
		equal(t, names(h), []string{"Lef", "Rust", "Zorg"})
		equal(t, h.Draft, false)
		equal(t, h.Ballot.Round, 1)
	})
}
