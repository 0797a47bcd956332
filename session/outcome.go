package session

import (
	"cmp"
	"slices"
)

// An Outcome is what the room answered to a form, with nobody in it.
type Outcome struct {
	Activity  string     `json:"activity"`
	Kind      Kind       `json:"kind"`
	Title     string     `json:"title,omitempty"`  // the activity's own name, when it has one
	Sheets    int        `json:"sheets"`           // people who answered at least one question
	Joined    int        `json:"joined"`           // people who could have
	Questions []Answered `json:"questions"`        // in the order of the form
	Gaps      []Gap      `json:"gaps"`             // one per pair of the form
	Of        string     `json:"of,omitempty"`     // the earlier activity whose questions were asked again …
	Shifts    []Gap      `json:"shifts,omitempty"` // … and how the answers of those who answered both have moved: this − earlier
	Rating    *Rating    `json:"rating,omitempty"` // rate: the values beside each other
	Shown     bool       `json:"shown,omitempty"`  // the room may read the texts
}

// Answered is how a question was answered.
type Answered struct {
	Question
	N        int        `json:"n"`                // people who gave a number or a text; "I do not know" does not count
	Counts   []int      `json:"counts,omitempty"` // people per number, from Min to Max
	DontKnow int        `json:"dontKnow,omitempty"`
	Mean     float64    `json:"mean"`            // of the numbers; 0 when N is 0
	Median   float64    `json:"median"`          // of the numbers; 0 when N is 0
	Texts    []ReadText `json:"texts,omitempty"` // identical ones together, the most frequent first
}

// ReadText is what people wrote on their sheets, identical texts together.
type ReadText struct {
	Text   string `json:"text"`
	Count  int    `json:"count"`
	Hidden bool   `json:"hidden,omitempty"` // only the host sees hidden texts at all
}

// A Gap is the mean of the differences per person between two questions: To − From, over those who answered both.
type Gap struct {
	From string  `json:"from"`
	To   string  `json:"to"`
	N    int     `json:"n"`    // people who answered both
	Mean float64 `json:"mean"` // 0 when N is 0
}

// told tells whether the answers to an activity may be known: it has been closed, and is not open again.
func (s *Session) told(act Activity) bool {
	sh := s.sheets[act.ID]
	return sh != nil && len(sh.form.Questions) > 0 && (s.agenda.status[act.ID] == ClosedNow || s.status == Over)
}

// outcome tabulates the sheets of an activity; texts as the host sees them, or as the room may.
func (s *Session) outcome(act Activity, forHost bool) Outcome {
	sh := s.sheets[act.ID]
	o := Outcome{
		Activity: act.ID, Kind: act.Kind, Title: act.Title, Sheets: len(sh.by), Joined: sh.joined, Shown: sh.shown,
		Questions: make([]Answered, len(sh.form.Questions)), Gaps: []Gap{},
	}
	for i, q := range sh.form.Questions {
		o.Questions[i] = sh.answered(q, forHost)
	}
	for _, pair := range sh.form.Pairs {
		o.Gaps = append(o.Gaps, gap(pair, sh, sh))
	}
	if act.Kind == Rate {
		o.Rating = s.rating(sh)
	}
	if act.Kind == Pulse {
		o = o.discreet()
	}
	if earlier := s.sheets[act.Of]; earlier != nil {
		o.Of = act.Of
		for _, q := range sh.form.Questions {
			if q.Max > 0 {
				o.Shifts = append(o.Shifts, gap(KeyPair{q.Key, q.Key}, earlier, sh))
			}
		}
	}
	return o
}

func (sh *sheets) answered(q Question, forHost bool) Answered {
	a := Answered{Question: q}
	if q.Max == 0 {
		a.Texts = sh.texts(q.Key, forHost)
		for _, sheet := range sh.by {
			if sheet.Texts[q.Key] != "" {
				a.N++
			}
		}
		return a
	}
	a.Counts = make([]int, q.Max-q.Min+1)
	sum := 0
	for _, sheet := range sh.by {
		n, given := sheet.Numbers[q.Key]
		switch {
		case !given:
		case n == 0:
			a.DontKnow++
		default:
			a.Counts[n-q.Min]++
			a.N++
			sum += n
		}
	}
	if a.N > 0 {
		a.Mean = float64(sum) / float64(a.N)
		a.Median = medianOf(a.Counts, q.Min)
	}
	return a
}

// medianOf gives the median of numbers counted from low on; the mean of the two in the middle when they are even in number.
func medianOf(counts []int, low int) float64 {
	total := 0
	for _, n := range counts {
		total += n
	}
	at := func(place int) int {
		for i, n := range counts {
			if place -= n; place < 0 {
				return low + i
			}
		}
		return low
	}
	if total == 0 {
		return 0
	}
	return float64(at((total-1)/2)+at(total/2)) / 2
}

// texts lists what was written, in an order that tells nothing about who wrote.
func (sh *sheets) texts(key string, forHost bool) []ReadText {
	if !forHost && !sh.shown {
		return nil
	}
	counts := map[string]map[string]int{} // norm → spelling → people
	for _, sheet := range sh.by {
		if text := sheet.Texts[key]; text != "" {
			norm := Normalise(text)
			if counts[norm] == nil {
				counts[norm] = map[string]int{}
			}
			counts[norm][text]++
		}
	}
	var list []ReadText
	norms := map[string]string{}
	for norm, spellings := range counts {
		_, hidden := sh.hidden[norm]
		if hidden && !forHost {
			continue
		}
		one, best := ReadText{Hidden: hidden}, 0
		for text, n := range spellings {
			one.Count += n
			if n > best || n == best && text < one.Text {
				one.Text, best = text, n
			}
		}
		norms[one.Text] = norm
		list = append(list, one)
	}
	slices.SortFunc(list, func(a, b ReadText) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(norms[a.Text], norms[b.Text]))
	})
	return list
}

// gap compares the answers of people to two questions, of the same activity or of two.
func gap(pair KeyPair, from, to *sheets) Gap {
	g, sum := Gap{From: pair.From, To: pair.To}, 0
	for person, sheet := range to.by {
		b, a := sheet.Numbers[pair.To], from.by[person].Numbers[pair.From]
		if a != 0 && b != 0 {
			g.N++
			sum += b - a
		}
	}
	if g.N > 0 {
		g.Mean = float64(sum) / float64(g.N)
	}
	return g
}

// outcomeItem is the view's item "outcome/{activity}": an Outcome, once the activity has been closed.
func (s *Session) outcomeItem(role Role, id string) any {
	told := func(o Outcome) any {
		if role == Participant {
			return o.forPhones()
		}
		return o
	}
	if s.sealed != nil {
		for _, o := range s.sealed.Outcomes {
			if o.Activity == id {
				return told(o)
			}
		}
		return nil
	}
	for act := range s.agenda.held() {
		if act.ID == id && s.told(act) {
			return told(s.outcome(act, role == Host && s.status != Over))
		}
	}
	return nil
}

// outcomes lists what the room may know of all forms that have been answered.
func (s *Session) outcomes() []Outcome {
	var list []Outcome
	for act := range s.agenda.held() {
		if s.told(act) {
			list = append(list, s.outcome(act, false))
		}
	}
	return list
}
