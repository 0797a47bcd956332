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
		if len(r.sum.Clusters) != 8 || len(r.sum.Ballots) != 4 || len(r.sum.Rounds) != 1 || r.refused == nil ||
			len(r.sum.Outcomes) != 1 || len(r.sum.Steps) != 2 || len(r.sum.Shared) != 2 || len(r.sum.Formulations) != 1 || r.sum.Formulations[0].Room == nil {
			t.Fatalf("the rehearsal came to too little: %+v", r.sum)
		}
		nothing(t, r.h.Results(r.sum))
	})
	t.Run("a call without an answer may have happened or not", func(t *testing.T) {
		r := rehearse(t)
		r.phones[0].call(9).Outcome = Unknown // the last ballot of the first round
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
		{"dots that do not add up are found", Inexact, func(r *rehearsal) { r.sum.Rounds[0].Vote.Options[0].Dots++ }},
		{"a lost ballot of an earlier round is found", Lost, func(r *rehearsal) { r.sum.Rounds[0].Ballots = r.sum.Rounds[0].Ballots[1:] }},
		{"a ballot of an earlier round that counts twice is found", Doubled, func(r *rehearsal) {
			r.sum.Rounds[0].Ballots = append(r.sum.Rounds[0].Ballots, r.sum.Rounds[0].Ballots[0])
		}},
		{"a lost round is found", Lost, func(r *rehearsal) { r.sum.Rounds = nil }},
		{"a round that is there twice is found", Doubled, func(r *rehearsal) { r.sum.Rounds = append(r.sum.Rounds, r.sum.Rounds[0]) }},
		{"two rounds in each other's place are found", Lost, func(r *rehearsal) {
			r.sum.Vote.Round, r.sum.Rounds[0].Vote.Round = 1, 2
		}},
		{"scores that do not add up are found", Inexact, func(r *rehearsal) { slices.Reverse(r.sum.Vote.Options[0].Counts) }},
		{"a table's ballot that is lost is found", Lost, func(r *rehearsal) { r.row([]int{0, 4}, nil) }},
		{"a ballot on paper that was taken away and is there is found", Doubled, func(r *rehearsal) {
			round := &r.sum.Rounds[0]
			for _, row := range round.Ballots {
				if sum(row) == 1 && row[0] == 1 {
					round.Ballots = append(round.Ballots, row)
					return
				}
			}
			r.t.Fatal("no ballot on paper")
		}},
		{"a table that counts as one person is found", Lost, func(r *rehearsal) { r.sum.Counts.Joined = 3 }},
		{"a table that counts as before it was corrected is found", Doubled, func(r *rehearsal) { r.sum.Counts.Joined = 5 }},
		{"a phone too many is found", Inexact, func(r *rehearsal) { r.sum.Counts.Phones++ }},
		{"a card on paper that is lost is found", Lost, func(r *rehearsal) { r.without(Text(0, 5)) }},
		{"a card in the open that is lost is found", Lost, func(r *rehearsal) { r.without(Text(1, 5)) }},
		{"a lost sheet is found", Lost, func(r *rehearsal) { r.sum.Outcomes[0].Sheets-- }},
		{"a sheet that counts twice is found", Doubled, func(r *rehearsal) { r.sum.Outcomes[0].Sheets++ }},
		{"an answer of before the last sheet is found", Doubled, func(r *rehearsal) { r.question("usefulness").Counts[2]++ }},
		{"a lost answer is found", Lost, func(r *rehearsal) { r.question("usefulness").Counts[3]-- }},
		{"a lost word is found", Lost, func(r *rehearsal) { r.question("word").Texts = r.question("word").Texts[1:] }},
		{"a word of before the last sheet is found", Disorder, func(r *rehearsal) {
			for i := range r.question("word").Texts {
				if r.question("word").Texts[i].Text == Words(OnSheet, 1, 1) {
					r.question("word").Texts[i].Text = Words(OnSheet, 1, 0)
				}
			}
		}},
		{"a word that is there twice is found", Doubled, func(r *rehearsal) { r.question("word").Texts[0].Count++ }},
		{"a word that nobody wrote is found", Nowhere, func(r *rehearsal) {
			r.question("word").Texts = append(r.question("word").Texts, session.ReadText{Text: "Spook", Count: 1})
		}},
		{"answers that are gone are found", Lost, func(r *rehearsal) { r.sum.Outcomes = nil }},
		{"a lost step is found", Lost, func(r *rehearsal) { r.sum.Steps = r.sum.Steps[1:] }},
		{"a step that is there twice is found", Doubled, func(r *rehearsal) { r.sum.Steps = append(r.sum.Steps, r.sum.Steps[0]) }},
		{"a step in older words is found", Disorder, func(r *rehearsal) { r.sum.Steps[0].What = r.olderStep() }},
		{"a step that was taken away and is there is found", Disorder, func(r *rehearsal) {
			r.sum.Steps = append(r.sum.Steps, session.StepSummary{Step: session.Step{What: Words(OnStep, 1, 1)}})
		}},
		{"a personal step that was taken back and is there is found", Disorder, func(r *rehearsal) {
			r.sum.Shared = append(r.sum.Shared, session.Intention{Then: Words(OnIntention, 2, 0)})
		}},
		{"a lost personal step is found", Lost, func(r *rehearsal) { r.sum.Shared = r.sum.Shared[1:] }},
		{"an older final text is found", Disorder, func(r *rehearsal) { r.sum.Formulations[0].Sentence = "Zin 0" }},
		{"a lost final text is found", Lost, func(r *rehearsal) { r.sum.Formulations = nil }},
		{"a final text that is there twice is found", Doubled, func(r *rehearsal) {
			r.sum.Formulations = append(r.sum.Formulations, r.sum.Formulations[0])
		}},
		{"a lost choice between drafts is found", Lost, func(r *rehearsal) { r.sum.Formulations[0].Room.Drafts[1].N-- }},
		{"a choice of before the last one is found", Doubled, func(r *rehearsal) { r.sum.Formulations[0].Room.Drafts[0].N++ }},
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

// row replaces a ballot of the last round, or takes it away.
func (r *rehearsal) row(ballot, with []int) {
	r.t.Helper()
	at := slices.IndexFunc(r.sum.Ballots, func(row []int) bool { return slices.Equal(row[:len(ballot)], ballot) })
	if at < 0 {
		r.t.Fatalf("no ballot %v in %v", ballot, r.sum.Ballots)
	}
	r.sum.Ballots = slices.Delete(r.sum.Ballots, at, at+1)
	if with != nil {
		r.sum.Ballots = append(r.sum.Ballots, with)
	}
}

func sum(row []int) (all int) {
	for _, n := range row {
		all += n
	}
	return all
}

// without takes a card out of the results.
func (r *rehearsal) without(text string) {
	r.t.Helper()
	for i := range r.sum.Clusters {
		before := len(r.sum.Clusters[i].Words)
		r.sum.Clusters[i].Words = slices.DeleteFunc(r.sum.Clusters[i].Words, func(w session.Wording) bool { return w.Text == text })
		if len(r.sum.Clusters[i].Words) < before {
			return
		}
	}
	r.t.Fatalf("no card %q in the results", text)
}

func (r *rehearsal) question(key string) *session.Answered {
	r.t.Helper()
	questions := r.sum.Outcomes[0].Questions
	at := slices.IndexFunc(questions, func(q session.Answered) bool { return q.Key == key })
	if at < 0 {
		r.t.Fatalf("no question %q", key)
	}
	return &questions[at]
}

// olderStep gives the words that the first step in the results had before.
func (r *rehearsal) olderStep() string {
	for person := 1; person <= 3; person++ {
		if r.sum.Steps[0].What == Words(OnStep, person, 1) {
			return Words(OnStep, person, 0)
		}
	}
	r.t.Fatalf("whose step is %q?", r.sum.Steps[0].What)
	return ""
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
