package session

import (
	"slices"
	"time"
)

// TakeSeat says at which table a participant sits; 0: at none.
type TakeSeat struct {
	Table int `json:"table"`
}

// SeatTaken is where Record.By sits from now on.
type SeatTaken struct {
	Table int `json:"table"`
}

// AssignSeats gives everybody who sits nowhere a place at the table with the fewest people.
type AssignSeats struct{}

// SeatsAssigned is where some people sit from now on.
type SeatsAssigned struct {
	Seats map[PersonID]int `json:"seats"`
}

// seated gives the table at which a participant sits, while values are being put into words.
func (s *Session) seated(by Actor) (int, error) {
	if _, err := s.member(by); err != nil {
		return 0, err
	}
	if !s.isOpen(Formulate) {
		return 0, refuse(Closed, "", NotOpen)
	}
	if table := s.tables.seats[by.Person]; table > 0 {
		return table, nil
	}
	return 0, refuse(Closed, "table", NoSeat)
}

func (c TakeSeat) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if _, err := s.seated(by); err != nil && AsProblem(err).Reason != NoSeat {
		return nil, err
	}
	if c.Table < 0 || c.Table > s.tables.plan.Tables {
		return nil, &Problem{Code: Invalid, Field: "table", Reason: OutOfRange, Limit: s.tables.plan.Tables}
	}
	if c.Table == s.tables.seats[by.Person] {
		return nil, nil
	}
	return []Event{SeatTaken(c)}, nil
}

func (e SeatTaken) apply(s *Session, r Record) { s.sit(r.By, e.Table) }

func (AssignSeats) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if !s.isOpen(Formulate) {
		return nil, refuse(Closed, "", NotOpen)
	}
	taken, seats := s.taken(), map[PersonID]int{}
	for _, id := range s.people.order {
		if s.tables.seats[id] == 0 {
			free := slices.Index(taken, slices.Min(taken))
			taken[free]++
			seats[id] = free + 1
		}
	}
	if len(seats) == 0 {
		return nil, nil
	}
	return []Event{SeatsAssigned{seats}}, nil
}

func (e SeatsAssigned) apply(s *Session, _ Record) {
	for id, table := range e.Seats {
		s.sit(id, table)
	}
}

// taken counts the people at each table.
func (s *Session) taken() []int {
	n := make([]int, s.tables.plan.Tables)
	for _, table := range s.tables.seats {
		n[table-1]++
	}
	return n
}

// sit gives somebody another place; the pen stays at the table they leave.
func (s *Session) sit(id PersonID, table int) {
	t := &s.tables
	if from := t.seats[id]; from > 0 && t.pens[from] == id {
		delete(t.pens, from)
		s.touchTable(from)
	}
	if table == 0 {
		delete(t.seats, id)
	} else {
		t.seats[id] = table
	}
	s.touch("seats")
	s.touchMe(id)
}

// touchSeated touches the own parts of all who sit somewhere.
func (s *Session) touchSeated() {
	for id := range s.tables.seats {
		s.touchMe(id)
	}
}

// SeatsItem is the view's item "seats", for host and screen: how many sit where, and how far their texts are.
type SeatsItem struct {
	Taken   []int         `json:"taken"`   // people per table, the first is table 1
	Nowhere int           `json:"nowhere"` // people without a table
	Written []DeskWritten `json:"written"` // by value and table, for those that have begun
}

// DeskWritten is how far a table is with a value.
type DeskWritten struct {
	Value string `json:"value"`
	Table int    `json:"table"`
	Lacks []Lack `json:"lacks"` // what is still missing
}

func (s *Session) seatsItem(role Role) any {
	if !s.formulating() || role == Participant {
		return nil
	}
	item := SeatsItem{Taken: s.taken(), Nowhere: len(s.people.order) - len(s.tables.seats), Written: []DeskWritten{}}
	for _, d := range s.tables.desks() {
		item.Written = append(item.Written, DeskWritten{d.value, d.table, s.tables.drafts[d].lacks()})
	}
	return item
}
