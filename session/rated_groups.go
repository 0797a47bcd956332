package session

import "math"

// RatedApart is how the groups rated one value, each question by itself. Like a Comparison it is of the groups as they were
// when the activity was first closed, and made once: answered again it is gone for good, because a table made again would
// tell what somebody changed.
type RatedApart struct {
	Importance AnsweredApart `json:"importance"`
	Presence   AnsweredApart `json:"presence"`
}

// AnsweredApart lays the groups beside each other on one question, or says why not.
type AnsweredApart struct {
	Reason NoComparison    `json:"reason"` // why groups are not compared; "" when they are
	Groups []AnsweredGroup `json:"groups"` // in the order of the session, at least two; none without a comparison
}

// AnsweredGroup is a group of which enough people gave a number, or several that are told as one.
type AnsweredGroup struct {
	Names []string `json:"names"` // two and more: a small group and its partner
	N     int      `json:"n"`     // people of it who gave a number; at least the threshold
	Mean  *float64 `json:"mean"`  // to one decimal; null where a group under PercentFrom is of one mind at an end of the scale, see Says
}

// noteGroups keeps in which group everybody is who answered, at the first closing. Whoever answers later is in none of them:
// then the groups are not told any more.
func (sh *sheets) noteGroups(people people) {
	if sh.groupOf != nil {
		return
	}
	sh.groupOf = make(map[PersonID]string, len(sh.by))
	for id := range sh.by {
		sh.groupOf[id] = people.byID[id].group
	}
}

// ratedApart lays the groups beside each other on a value; nil when there are no groups, or when it has never been closed.
func (s *Session) ratedApart(sh *sheets, pair KeyPair) *RatedApart {
	if len(s.started.Groups) < 2 || sh.groupOf == nil {
		return nil
	}
	return &RatedApart{Importance: s.answeredApart(sh, pair.To), Presence: s.answeredApart(sh, pair.From)}
}

func (s *Session) answeredApart(sh *sheets, key string) AnsweredApart {
	apart := AnsweredApart{Groups: []AnsweredGroup{}}
	numbers, sizes, all := map[string][]int{}, map[string]int{}, 0
	for id, sheet := range sh.by {
		if n := sheet.Numbers[key]; n > 0 {
			group := sh.groupOf[id]
			numbers[group] = append(numbers[group], n)
			sizes[group]++
			all++
		}
	}
	switch {
	case sh.again:
		apart.Reason = AnsweredAgain
		return apart
	case all < MinBallots:
		apart.Reason = FewBallots
		return apart
	}
	shown, why := s.parts(sizes, nil)
	apart.Reason = why
	q, _ := sh.form.find(key)
	for _, p := range shown {
		var given []int
		for _, at := range p.groups {
			given = append(given, numbers[s.started.Groups[at].ID]...)
		}
		apart.Groups = append(apart.Groups, AnsweredGroup{p.names(s.started.Groups), p.n, q.meanTold(given)})
	}
	return apart
}

// meanTold is the mean of what a group answered, to one decimal. Where it would be a verdict on everybody in a small group it is left out;
// that is a manner of speaking, and hides nothing.
func (q Question) meanTold(given []int) *float64 {
	sum := 0
	for _, n := range given {
		sum += n
	}
	if n := len(given); n < PercentFrom && (sum == n*q.Min || sum == n*q.Max) {
		return nil
	}
	mean := math.Round(float64(sum)/float64(len(given))*10) / 10
	return &mean
}

// forPhones leaves the groups out: their numbers are for the screen, where everybody looks at them together.
func (o Outcome) forPhones() Outcome {
	if o.Rating == nil {
		return o
	}
	r := *o.Rating
	r.Values = make([]RatedValue, len(o.Rating.Values))
	for i, v := range o.Rating.Values {
		v.Apart = nil
		r.Values[i] = v
	}
	o.Rating = &r
	return o
}
