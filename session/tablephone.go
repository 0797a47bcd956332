package session

import (
	"strconv"
	"strings"
	"time"
)

// MaxPeople is how many people one phone may write for.
const MaxPeople = 12

// SharePhone says for how many people a phone writes; 1 is its owner alone.
type SharePhone struct {
	People int `json:"people"`
}

// PhoneShared is for how many people Record.By's phone writes from now on.
type PhoneShared struct {
	People int `json:"people"`
}

// heads is how many people a phone writes for.
func (p *person) heads() int { return max(1, p.people) }

// heads is how many people take part; there are fewer phones where tables share one.
func (p people) heads() int { return len(p.order) + p.guests }

// phones is how many phones take part, when that is another number than people; else 0.
func (p people) phones() int {
	if p.guests == 0 {
		return 0
	}
	return len(p.order)
}

func (c SharePhone) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	p, err := s.member(by)
	if err != nil {
		return nil, err
	}
	switch {
	case c.People < 1 || c.People > MaxPeople:
		return nil, &Problem{Code: Invalid, Field: "people", Reason: OutOfRange, Limit: MaxPeople}
	case c.People == p.heads():
		return nil, nil
	case s.vote.status == RoundIsOpen: // a ballot would come or go
		return nil, refuse(Closed, "people", VoteOpen)
	}
	return []Event{PhoneShared(c)}, nil
}

func (e PhoneShared) apply(s *Session, r Record) {
	p := s.people.byID[r.By]
	s.people.guests -= p.heads()
	p.people = e.People
	s.people.guests += p.heads()
	s.touch("people", "progress")
	s.touchMe(r.By)
}

// A seat is one of the people that a phone casts a ballot for: the phone's own id for the first, and that with a number for each of
// the others. It never leaves this package.
func seat(phone PersonID, n int) PersonID {
	if n <= 1 {
		return phone
	}
	return phone + "+" + PersonID(strconv.Itoa(n))
}

// phoneOf gives the phone that casts a seat's ballot.
func phoneOf(seat PersonID) PersonID {
	phone, _, _ := strings.Cut(string(seat), "+")
	return PersonID(phone)
}

// seatOf checks which of its people a phone casts a ballot for; 0 is the first.
func (s *Session) seatOf(by Actor, n int) (PersonID, error) {
	p, err := s.member(by)
	if err != nil {
		return "", err
	}
	if n < 0 || n > p.heads() {
		return "", &Problem{Code: Invalid, Field: "seat", Reason: OutOfRange, Limit: p.heads()}
	}
	return seat(by.Person, n), nil
}

// ownBallots gives the ballots of a phone's people, the first one's apart. Closed, those of a table are one: their dots in all, so that
// nobody who holds the phone reads somebody else's. Of one or two ballots that would not do: who filled in one of them knows the other.
func (s *Session) ownBallots(id PersonID, p *person) (*OwnBallot, []OwnBallot) {
	v := &s.vote
	var own *OwnBallot
	if dots := v.ballots[id]; dots != nil { // replaced as a whole when it changes: whoever keeps this part may keep the map
		own = &OwnBallot{Round: v.round, Dots: dots}
	}
	if p.people == 0 {
		return own, nil
	}
	var others []OwnBallot
	for n := 2; n <= MaxPeople; n++ { // it may write for fewer by now
		if dots := v.ballots[seat(id, n)]; dots != nil {
			others = append(others, OwnBallot{Round: v.round, Dots: dots, Seat: n})
		}
	}
	if v.status == RoundIsOpen || len(others) == 0 && (own == nil || p.heads() == 1) {
		return own, others
	}
	sum := OwnBallot{Round: v.round, Dots: map[string]int{}, People: len(others)}
	if own != nil {
		others, sum.People = append(others, *own), sum.People+1
	}
	if v.frozen.method() == ByDots && sum.People >= MinGroupThreshold {
		for _, one := range others {
			for option, n := range one.Dots {
				sum.Dots[option] += n
			}
		}
	}
	return &sum, nil
}
