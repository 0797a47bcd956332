package history

import (
	"slices"
	"testing"

	"verbindend/session"
)

// finds fails unless a finding of the class is among them.
func finds(t *testing.T, found []Finding, class Class) {
	t.Helper()
	if !slices.ContainsFunc(found, func(f Finding) bool { return f.Class == class }) {
		t.Errorf("found %v, and nothing that is %s", found, class)
	}
}

func nothing(t *testing.T, found []Finding) {
	t.Helper()
	for _, f := range found {
		t.Error(f)
	}
}

func TestResults(t *testing.T) {
	t.Run("honest results are found in order", func(t *testing.T) {
		r := rehearse(t)
		if len(r.sum.Clusters) != 6 || len(r.sum.Ballots) != 3 || r.refused == nil {
			t.Fatalf("the rehearsal came to too little: %+v", r.sum)
		}
		nothing(t, r.h.Results(r.sum))
	})
	t.Run("a call without an answer may have happened or not", func(t *testing.T) {
		r := rehearse(t)
		r.phones[0].call(8).Outcome = Unknown // the last ballot
		r.phones[1].call(4).Outcome = Unknown // the new words of a card
		nothing(t, r.h.Results(r.sum))
		r = rehearse(t)
		r.phones[0].Invoke(session.CastBallot{Round: 1, Dots: map[string]int{"c99": 1}})
		r.phones[1].Invoke(session.AddCard{ID: "k9", Text: Text(2, 9)})
		nothing(t, r.h.Results(r.sum))
	})
	for _, c := range []struct {
		name  string
		class Class
		wrong func(r *rehearsal)
	}{
		{"a lost card is found", Lost, func(r *rehearsal) { r.sum.Clusters = r.sum.Clusters[1:] }},
		{"the words before an edit in the place of those after it are found", Disorder, func(r *rehearsal) {
			r.swap(Text(1, 7), Text(1, 0))
		}},
		{"a card that was taken away and is there is found", Disorder, func(r *rehearsal) {
			r.sum.Clusters[0].Words = append(r.sum.Clusters[0].Words, session.Wording{Text: Text(1, 2), Count: 1})
		}},
		{"a card that is there twice is found", Doubled, func(r *rehearsal) { r.sum.Clusters[0].Words[0].Count = 2 }},
		{"a card that is there in its old and new words is found", Doubled, func(r *rehearsal) {
			r.sum.Clusters[0].Words = append(r.sum.Clusters[0].Words, session.Wording{Text: Text(1, 0), Count: 1})
		}},
		{"a card that nobody wrote is found", Nowhere, func(r *rehearsal) { r.swap(Text(2, 7), Text(2, 99)) }},
		{"a card that was refused and is there is found", Nowhere, func(r *rehearsal) {
			r.sum.Clusters[0].Words = append(r.sum.Clusters[0].Words, session.Wording{Text: Text(1, 9), Count: 1})
		}},
		{"an undo that was done twice is found", Disorder, func(r *rehearsal) {
			for i := range r.sum.Clusters {
				if r.sum.Clusters[i].Name == Text(0, 1) {
					r.sum.Clusters[i].Name = Text(0, 2)
				}
			}
		}},
		{"a name that was lost is found", Lost, func(r *rehearsal) {
			for i := range r.sum.Clusters {
				if r.sum.Clusters[i].Name == Text(0, 1) {
					r.sum.Clusters[i].Name = "Anders"
				}
			}
		}},
		{"a parking that was lost is found", Lost, func(r *rehearsal) {
			for i := range r.sum.Clusters {
				r.sum.Clusters[i].Parked = false
			}
		}},
		{"a lost ballot is found", Lost, func(r *rehearsal) { r.sum.Ballots = r.sum.Ballots[1:] }},
		{"a ballot that counts twice is found", Doubled, func(r *rehearsal) { r.sum.Ballots = append(r.sum.Ballots, r.sum.Ballots[0]) }},
		{"an older ballot in the place of the last is found", Lost, func(r *rehearsal) {
			for i, n := range r.sum.Ballots[0] {
				if n > 0 {
					r.sum.Ballots[0][i] = 0
					return
				}
			}
		}},
		{"dots that do not add up are found", Inexact, func(r *rehearsal) { r.sum.Vote.Options[0].Dots++ }},
		{"voters that do not add up are found", Inexact, func(r *rehearsal) { r.sum.Counts.Voted++ }},
		{"somebody who is not counted is found", Lost, func(r *rehearsal) { r.sum.Counts.Joined-- }},
		{"somebody who counts twice is found", Doubled, func(r *rehearsal) { r.sum.Counts.Joined++ }},
		{"results that stay provisional are found", Lost, func(r *rehearsal) { r.sum.Final = false }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rehearse(t)
			c.wrong(r)
			finds(t, r.h.Results(r.sum), c.class)
		})
	}
}

// swap changes the words on a card in the results.
func (r *rehearsal) swap(from, to string) {
	for i := range r.sum.Clusters {
		for j := range r.sum.Clusters[i].Words {
			if w := &r.sum.Clusters[i].Words[j]; w.Text == from {
				w.Text = to
				return
			}
		}
	}
	r.t.Fatalf("no card %q in the results", from)
}

func TestUnmatched(t *testing.T) {
	t.Run("who can have only one partner gets it, also when somebody else asked first", func(t *testing.T) {
		may := [][]int{{0, 1}, {0}, {1, 2}}
		left := unmatched(3, 3, func(i, j int) bool { return slices.Contains(may[i], j) })
		if len(left) > 0 {
			t.Errorf("%v are left", left)
		}
	})
	t.Run("of two who want the same one is left", func(t *testing.T) {
		if left := unmatched(2, 3, func(_, j int) bool { return j == 1 }); len(left) != 1 {
			t.Errorf("%v are left", left)
		}
	})
}
