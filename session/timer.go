package session

import "time"

// MaxTimer bounds a timer; nobody plans an activity longer than a day.
const MaxTimer = 24 * time.Hour

// timer counts the current activity down on the server's clock. It informs: reaching zero closes nothing and discards nothing.
type timer struct {
	activity string
	running  bool
	total    time.Duration // as planned and extended
	deadline time.Time     // while running
	left     time.Duration // while paused; negative when overdue
}

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

// ExtendTimer gives the current activity more (or, negative, less) time.
type ExtendTimer struct {
	Seconds int `json:"seconds"`
}

// PauseTimer stops the clock; ResumeTimer lets it go on.
type PauseTimer struct{}

// ResumeTimer lets a paused clock go on.
type ResumeTimer struct{}

// TimerSet is the clock as it stands from now on.
type TimerSet struct {
	Activity string        `json:"activity"`
	Running  bool          `json:"running"`
	Total    time.Duration `json:"total"` // nanoseconds
	Deadline time.Time     `json:"deadline,omitzero"`
	Left     time.Duration `json:"left,omitempty"` // nanoseconds, while paused
}

func (s *Session) timerOf(by Actor) (TimerSet, error) {
	if err := only(Host, by); err != nil {
		return TimerSet{}, err
	}
	if s.timer.activity == "" {
		return TimerSet{}, refuse(Closed, "", NoTimer)
	}
	t := s.timer
	return TimerSet{Activity: t.activity, Running: t.running, Total: t.total, Deadline: t.deadline, Left: t.left}, nil
}

func (c ExtendTimer) decide(s *Session, by Actor, at time.Time) ([]Event, error) {
	t, err := s.timerOf(by)
	if err != nil {
		return nil, err
	}
	const limit = int(MaxTimer / time.Second)
	more := time.Duration(max(-limit, min(c.Seconds, limit))) * time.Second
	if c.Seconds == 0 || c.Seconds > limit || c.Seconds < -limit || t.Total+more > MaxTimer {
		return nil, &Problem{Code: Invalid, Field: "seconds", Reason: OutOfRange, Limit: limit}
	}
	overdue := t.Left < 0 || t.Running && t.Deadline.Before(at)
	if overdue && more < 0 {
		return nil, nil // there is no time left to take away
	}
	t.Total = max(0, t.Total+more)
	switch {
	case !t.Running:
		t.Left = max(0, t.Left) + more
	case overdue: // a minute more means a minute from now
		t.Deadline = at.Add(more)
	default:
		t.Deadline = t.Deadline.Add(more)
	}
	return []Event{t}, nil
}

func (PauseTimer) decide(s *Session, by Actor, at time.Time) ([]Event, error) {
	t, err := s.timerOf(by)
	if err != nil || !t.Running {
		return nil, err
	}
	// A clock that was set back does not make a timer longer than it is, nor one that was set forward more than a day overdue.
	t.Running, t.Left, t.Deadline = false, max(-MaxTimer, min(t.Deadline.Sub(at), t.Total)), time.Time{}
	return []Event{t}, nil
}

func (ResumeTimer) decide(s *Session, by Actor, at time.Time) ([]Event, error) {
	t, err := s.timerOf(by)
	if err != nil || t.Running {
		return nil, err
	}
	t.Running, t.Deadline, t.Left = true, at.Add(t.Left), 0
	return []Event{t}, nil
}

func (e TimerSet) apply(s *Session, _ Record) {
	s.timer = timer{e.Activity, e.Running, e.Total, e.Deadline, e.Left}
	s.touch("timer")
}

// TimerItem is the view's item "timer"; absent when no activity is open. Times are Unix milliseconds of the server's clock;
// frames carry that clock, so that a wrong one on a phone does not matter.
type TimerItem struct {
	Running  bool  `json:"running"`
	Total    int64 `json:"total"`              // milliseconds
	Deadline int64 `json:"deadline,omitempty"` // Unix milliseconds, while running
	Left     int64 `json:"left,omitempty"`     // milliseconds, while paused
}

func (s *Session) timerItem(Role) any {
	t := s.timer
	if t.activity == "" || s.status != Running {
		return nil
	}
	item := TimerItem{Running: t.running, Total: t.total.Milliseconds(), Left: t.left.Milliseconds()}
	if t.running {
		item.Deadline = t.deadline.UnixMilli()
	}
	return item
}
