package session

import (
	"errors"
	"fmt"
)

// Code says what kind of refusal a Problem is. The front end words it; the code is what programs compare.
type Code string

// The codes. Each says what the sender can do about it.
const (
	Invalid     Code = "invalid"     // the content is wrong; Field and Reason say what
	Denied      Code = "denied"      // this role may not do that
	Closed      Code = "closed"      // not now: the activity or the session does not take it
	NotFound    Code = "not_found"   // no such thing (any more)
	Taken       Code = "taken"       // the id or pin is in use
	Busy        Code = "busy"        // too much at once; try again
	Unavailable Code = "unavailable" // a failure on our side; try again
)

// A Problem is an expected refusal. It is an answer, not a failure: nothing changed, nothing is logged.
type Problem struct {
	Code   Code   `json:"code"`
	Field  string `json:"field,omitempty"`  // the JSON name of the field that is wrong
	Reason Reason `json:"reason,omitempty"` // which rule refused it
	Limit  int    `json:"limit,omitempty"`  // the number in that rule (characters, dots, cards)
	Retry  bool   `json:"retry,omitempty"`  // the same request may succeed later
}

// Reason names the rule that refused a request.
type Reason string

// The reasons, in the order of the session.
const (
	TooLong        Reason = "too_long"         // text over Limit characters
	Empty          Reason = "empty"            // nothing left after cleaning
	TooMany        Reason = "too_many"         // over Limit pieces
	Unknown        Reason = "unknown"          // an id, type or field that does not exist
	NotOpen        Reason = "not_open"         // the activity does not take input now
	WrongActivity  Reason = "wrong_activity"   // another activity is open
	Ended          Reason = "ended"            // the session is over
	NotYours       Reason = "not_yours"        // somebody else's card
	OverBudget     Reason = "over_budget"      // more than Limit dots in all
	OverOption     Reason = "over_option"      // more than Limit dots on one option
	NegativeDots   Reason = "negative_dots"    // fewer than no dots
	OldRound       Reason = "old_round"        // the ballot of a round that was cancelled
	NothingToVote  Reason = "nothing_to_vote"  // no cluster is on the ballot
	TooManyOptions Reason = "too_many_options" // more than Limit values are on this sort of ballot
	NoRoundBefore  Reason = "no_round_before"  // no round has an outcome that the room has seen, to go on from
	NoTie          Reason = "no_tie"           // nothing ties for the last places of the round before
	IsCurrent      Reason = "is_current"       // the room is at this activity; go on to another first
	HasAnswers     Reason = "has_answers"      // people have given something in it; ask, and say that it is sure
	NothingToRate  Reason = "nothing_to_rate"  // no value has been chosen yet
	Moved          Reason = "moved"            // somebody else has laid it elsewhere meanwhile
	NotMerged      Reason = "not_merged"       // the cluster holds one wording: nothing was laid together
	NothingToUndo  Reason = "nothing_to_undo"  // the clusters stand as they began
	VoteOpen       Reason = "vote_open"        // close the vote first
	NoTimer        Reason = "no_timer"         // no activity has been opened yet
	Malformed      Reason = "malformed"        // not the JSON that was expected
	NeedsCookie    Reason = "needs_cookie"     // the sender has no identity yet
	TooMuchAtOnce  Reason = "too_much_at_once" // a rate limit
	OutOfRange     Reason = "out_of_range"     // a number outside the range that Limit bounds
	NotEverywhere  Reason = "wrong_origin"     // a page of another site
	ServerStopping Reason = "server_stopping"  // the server is going down; another one will answer

	// Results that come from a file.
	NotFinal     Reason = "not_final"       // the session had not ended
	DoesNotAddUp Reason = "does_not_add_up" // not what the other numbers make of it
	NotSorted    Reason = "not_sorted"      // in an order that may tell something
	Twice        Reason = "twice"           // the same id is there before
	NotShown     Reason = "not_shown"       // the room was not shown this
	AlreadyThere Reason = "already_there"   // these results are on this server

	// While values are put into words.
	NothingToFormulate Reason = "nothing_to_formulate" // no value has been chosen, and there is no cluster to choose from
	NothingToConsent   Reason = "nothing_to_consent"   // no value has a final text yet
	NoSeat             Reason = "no_seat"              // the sender sits at no table
	NoPen              Reason = "no_pen"               // somebody else writes for this table
	PenHeld            Reason = "pen_held"             // somebody else has the pen; ask, and say that it is sure
	StillWriting       Reason = "still_writing"        // the tables are writing; close first
	OneDraft           Reason = "one_draft"            // there are no two drafts to choose between
	ConsentOpen        Reason = "consent_open"         // people are saying what they think of this very text; close first
)

func (p *Problem) Error() string {
	s := string(p.Code)
	if p.Field != "" {
		s += " " + p.Field
	}
	if p.Reason != "" {
		s += ": " + string(p.Reason)
	}
	if p.Limit != 0 {
		s += fmt.Sprintf(" (limit %d)", p.Limit)
	}
	return s
}

// AsProblem finds the Problem in err, or nil when err is a failure.
func AsProblem(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	return nil
}

func refuse(code Code, field string, reason Reason) *Problem {
	return &Problem{Code: code, Field: field, Reason: reason}
}
