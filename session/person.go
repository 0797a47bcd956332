package session

import "time"

// people is who takes part. Nobody has a name.
type people struct {
	byID   map[PersonID]*person
	order  []PersonID
	guests int // people who write on the phone of somebody else
}

type person struct {
	group  string // "" when skipped or not chosen yet
	chosen bool   // has answered the question, by choosing or by skipping
	cards  []string
	people int // for whom the phone writes; 0 and 1: its owner alone
}

func newPeople() people { return people{byID: map[PersonID]*person{}} }

// Join is sent by the server when a phone arrives for the first time.
type Join struct{}

// PersonJoined says that somebody (Record.By) takes part from now on.
type PersonJoined struct{}

// ChooseGroup says where a participant looks from; "" skips the question. The last choice holds.
type ChooseGroup struct {
	Group string `json:"group"`
}

// GroupChosen is the answer to the group question.
type GroupChosen struct {
	Group string `json:"group,omitempty"`
}

func (Join) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Participant, by); err != nil {
		return nil, err
	}
	if s.people.byID[by.Person] != nil {
		return nil, nil
	}
	return []Event{PersonJoined{}}, nil
}

// member gives the person behind a participant's command.
func (s *Session) member(by Actor) (*person, error) {
	if err := only(Participant, by); err != nil {
		return nil, err
	}
	if p := s.people.byID[by.Person]; p != nil {
		return p, nil
	}
	return nil, refuse(Denied, "", NeedsCookie)
}

func (c ChooseGroup) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	p, err := s.member(by)
	if err != nil {
		return nil, err
	}
	if c.Group != "" && !s.hasGroup(c.Group) {
		return nil, refuse(NotFound, "group", Unknown)
	}
	if p.chosen && p.group == c.Group {
		return nil, nil
	}
	return []Event{GroupChosen(c)}, nil
}

func (s *Session) hasGroup(id string) bool {
	for _, g := range s.started.Groups {
		if g.ID == id {
			return true
		}
	}
	return false
}

func (PersonJoined) apply(s *Session, r Record) {
	s.people.byID[r.By] = &person{}
	s.people.order = append(s.people.order, r.By)
	s.touch("people", "progress", "seats")
	s.touchMe(r.By)
}

func (e GroupChosen) apply(s *Session, r Record) {
	p := s.people.byID[r.By]
	p.group, p.chosen = e.Group, true
	s.touch("people")
	s.touchMe(r.By)
}

// PeopleItem is the view's item "people". Groups is for the host alone, who sees whom the room still misses.
type PeopleItem struct {
	Joined int            `json:"joined"`           // people
	Phones int            `json:"phones,omitempty"` // phones, where tables share one; absent when everybody has their own
	Groups map[string]int `json:"groups,omitempty"` // group id → people; "" counts who skipped
}

func (s *Session) peopleItem(role Role) any {
	if s.sealed != nil {
		return PeopleItem{Joined: s.sealed.Counts.Joined, Phones: s.sealed.Counts.Phones}
	}
	item := PeopleItem{Joined: s.people.heads(), Phones: s.people.phones()}
	if role == Host && s.status != Over {
		item.Groups = map[string]int{}
		for _, p := range s.people.byID {
			if p.chosen {
				item.Groups[p.group] += p.heads()
			}
		}
	}
	return item
}
