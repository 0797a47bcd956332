package session

import (
	"fmt"
	"slices"
)

// Limits on tensions: how many pairs one activity asks about, and the length of a pole in characters.
const (
	MaxPoles = 8
	MaxPole  = 40
)

// Poles are the two sides of a tension. Neither is wrong.
type Poles struct {
	Left  string `json:"left"`
	Right string `json:"right"`
}

// StandardPoles gives the four tensions of the method in a language.
func StandardPoles(lang Lang) []Poles {
	if lang == English {
		return []Poles{
			{"Goals", "Values"}, {"Control", "Trust"}, {"Giving direction", "Letting go"}, {"Business results", "Engaged people"},
		}
	}
	return []Poles{
		{"Doelen", "Waarden"}, {"Controle", "Vertrouwen"}, {"Richting geven", "Loslaten"}, {"Zakelijk resultaat", "Betrokken mensen"},
	}
}

// tensionChecked cleans the poles of an activity, and checks that what it asks again has been asked before.
func (a Activity) tensionChecked(before []Activity) (Activity, error) {
	if a.Of != "" {
		if !slices.ContainsFunc(before, func(b Activity) bool { return b.ID == a.Of && b.Kind == Tensions }) {
			return a, refuse(NotFound, "of", Unknown)
		}
		a.Poles = nil
		return a, nil
	}
	if len(a.Poles) > MaxPoles {
		return a, &Problem{Code: Invalid, Field: "poles", Reason: TooMany, Limit: MaxPoles}
	}
	var poles []Poles
	for _, p := range a.Poles {
		left, err := line("poles", p.Left, MaxPole)
		if err != nil {
			return a, err
		}
		right, err := line("poles", p.Right, MaxPole)
		if err != nil {
			return a, err
		}
		poles = append(poles, Poles{left, right})
	}
	a.Poles = poles
	return a, nil
}

// tensionForm asks where the room stands between the poles, now and wanted, from 1 (left) to 7 (right). An activity that asks
// again asks what the earlier one asked.
func (s *Session) tensionForm(act Activity) Form {
	if earlier := s.sheets[act.Of]; earlier != nil {
		return earlier.form
	}
	poles := act.Poles
	if len(poles) == 0 {
		poles = StandardPoles(s.started.Lang)
	}
	var f Form
	for i, p := range poles {
		now, wanted := fmt.Sprintf("p%d/now", i+1), fmt.Sprintf("p%d/wanted", i+1)
		f.Questions = append(f.Questions,
			Question{Key: now, Low: p.Left, High: p.Right, Min: 1, Max: 7},
			Question{Key: wanted, Low: p.Left, High: p.Right, Min: 1, Max: 7})
		f.Pairs = append(f.Pairs, KeyPair{From: now, To: wanted})
	}
	return f
}
