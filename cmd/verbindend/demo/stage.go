package demo

import (
	"context"

	"verbindend/session"
)

// Stage is where the session has come.
type Stage string

// The stages, in order.
const (
	Gathering   Stage = "gathering"
	CheckingIn  Stage = "checking in"
	Tensions    Stage = "tensions"
	Writing     Stage = "writing"
	Talking     Stage = "talking"
	Clustering  Stage = "clustering"
	Clarifying  Stage = "clarifying"
	Voting      Stage = "voting"
	Revealing   Stage = "revealing"
	Pausing     Stage = "pausing"
	Formulating Stage = "formulating"
	Consenting  Stage = "consenting"
	Rating      Stage = "rating"
	Committing  Stage = "committing"
	CheckingOut Stage = "checking out"
	Ended       Stage = "ended"
)

// Stages lists them.
func Stages() []Stage {
	return []Stage{
		Gathering, CheckingIn, Tensions, Writing, Talking, Clustering, Clarifying, Voting, Revealing, Pausing, Formulating, Consenting, Rating,
		Committing, CheckingOut, Ended,
	}
}

// A part is what happens in an activity of a kind: while it is open, and, when it has been closed, what the room is shown of it.
type part struct {
	stage Stage
	do    func(*group, context.Context, session.Activity) error
	after func(*group, context.Context, session.Activity) error // nil: nothing
}

var parts = map[session.Kind]part{
	session.Welcome:   {Gathering, (*group).gather, nil},
	session.CheckIn:   {CheckingIn, (*group).ask, (*group).tell},
	session.Tensions:  {Tensions, (*group).ask, (*group).tell},
	session.Write:     {Writing, (*group).write, nil},
	session.Rounds:    {Talking, (*group).talk, nil},
	session.Cluster:   {Clustering, (*group).cluster, nil},
	session.Clarify:   {Clarifying, (*group).clarify, nil},
	session.Vote:      {Voting, (*group).vote, nil},
	session.Reveal:    {Revealing, (*group).reveal, nil},
	session.Pause:     {Pausing, (*group).pause, nil},
	session.Formulate: {Formulating, (*group).formulate, (*group).settle},
	session.Consent:   {Consenting, (*group).ask, (*group).tell},
	session.Rate:      {Rating, (*group).ask, (*group).tell},
	session.Commit:    {Committing, (*group).commit, (*group).showShared},
	session.CheckOut:  {CheckingOut, (*group).ask, (*group).tell},
}
