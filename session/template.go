package session

import "fmt"

// DefaultCardLimit is how many cards a person may have unless the activity says otherwise.
const DefaultCardLimit = 4

// A Template is an agenda to start from. Its Minutes are the sum of its steps.
type Template struct {
	Key     string     `json:"key"`
	Minutes int        `json:"minutes"`
	Steps   []Activity `json:"steps"` // without ids
}

// Templates lists the agendas on offer, the shortest first.
func Templates() []Template {
	return []Template{
		{"values-30", 30, []Activity{
			{Kind: Welcome, Minutes: 4}, {Kind: Write, Minutes: 7, Limit: DefaultCardLimit},
			{Kind: Cluster, Minutes: 9}, {Kind: Vote, Minutes: 4}, {Kind: Reveal, Minutes: 6},
		}},
		{"values-45", 45, []Activity{
			{Kind: Welcome, Minutes: 6}, {Kind: Write, Minutes: 10, Limit: DefaultCardLimit},
			{Kind: Cluster, Minutes: 14}, {Kind: Vote, Minutes: 5}, {Kind: Reveal, Minutes: 10},
		}},
	}
}

// FindTemplate gives the template with a key; "" is the first.
func FindTemplate(key string) (Template, bool) {
	all := Templates()
	if key == "" {
		return all[0], true
	}
	for _, t := range all {
		if t.Key == key {
			return t, true
		}
	}
	return Template{}, false
}

// Activities gives the steps with ids of their own.
func (t Template) Activities() []Activity {
	list := make([]Activity, len(t.Steps))
	for i, step := range t.Steps {
		step.ID = fmt.Sprintf("a%d", i+1)
		list[i] = step
	}
	return list
}
