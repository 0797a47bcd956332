package session

import (
	"fmt"
	"slices"
)

// DefaultCardLimit is how many cards a person may have unless the activity says otherwise.
const DefaultCardLimit = 4

// A Template is an agenda to start from. Its Minutes are the sum of its steps.
type Template struct {
	Key     string     `json:"key"`
	Minutes int        `json:"minutes"`
	Steps   []Activity `json:"steps"` // without ids
}

// templates are the agendas of the method, the shortest first. The short two are for when only the values themselves are wanted.
func templates() []Template {
	return []Template{
		{"values-30", 30, []Activity{
			{Kind: Welcome, Minutes: 4}, writing(7), {Kind: Cluster, Minutes: 9}, {Kind: Vote, Minutes: 4}, {Kind: Reveal, Minutes: 6},
		}},
		{"values-45", 45, []Activity{
			{Kind: Welcome, Minutes: 6}, writing(10), {Kind: Cluster, Minutes: 14}, {Kind: Vote, Minutes: 5}, {Kind: Reveal, Minutes: 10},
		}},
		{"values-60", 60, []Activity{
			{Kind: Welcome, Minutes: 5}, {Kind: CheckIn, Minutes: 1}, {Kind: Tensions, Minutes: 3}, writing(6),
			{Kind: Rounds, Minutes: 6}, {Kind: Cluster, Minutes: 8}, {Kind: Clarify, Minutes: 4}, {Kind: Vote, Minutes: 4},
			{Kind: Reveal, Minutes: 4}, {Kind: Formulate, Minutes: 10}, {Kind: Rate, Minutes: 3}, {Kind: Commit, Minutes: 4},
			{Kind: CheckOut, Minutes: 2},
		}},
		{"values-90", 90, []Activity{
			{Kind: Welcome, Minutes: 7}, {Kind: CheckIn, Minutes: 2}, {Kind: Tensions, Minutes: 4}, writing(8),
			{Kind: Rounds, Minutes: 12}, {Kind: Cluster, Minutes: 10}, {Kind: Clarify, Minutes: 5}, {Kind: Vote, Minutes: 5},
			{Kind: Reveal, Minutes: 6}, {Kind: Formulate, Minutes: 15}, {Kind: Rate, Minutes: 5}, {Kind: Commit, Minutes: 8},
			{Kind: CheckOut, Minutes: 3},
		}},
		{"values-120", 120, []Activity{
			{Kind: Welcome, Minutes: 8}, {Kind: CheckIn, Minutes: 3}, {Kind: Tensions, Minutes: 5}, writing(8),
			{Kind: Rounds, Minutes: 14}, {Kind: Cluster, Minutes: 12}, {Kind: Clarify, Minutes: 6}, {Kind: Vote, Minutes: 5},
			{Kind: Reveal, Minutes: 7}, {Kind: Pause, Minutes: 10}, {Kind: Formulate, Minutes: 20}, {Kind: Consent, Minutes: 6},
			{Kind: Rate, Minutes: 5}, {Kind: Commit, Minutes: 8}, {Kind: CheckOut, Minutes: 3},
		}},
	}
}

func writing(minutes int) Activity {
	return Activity{Kind: Write, Minutes: minutes, Limit: DefaultCardLimit}
}

// Templates lists the agendas on offer, the shortest first: those of which every step is a Kind that exists.
func Templates() []Template {
	return slices.DeleteFunc(templates(), func(t Template) bool {
		return slices.ContainsFunc(t.Steps, func(a Activity) bool { return !slices.Contains(Kinds(), a.Kind) })
	})
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

// steps gives the activities of a template with ids of their own.
func (t Template) steps() []PlannedStep {
	list := make([]PlannedStep, len(t.Steps))
	for i, step := range t.Steps {
		step.ID = fmt.Sprintf("a%d", i+1)
		list[i] = PlannedStep{Activity: step}
	}
	return list
}
