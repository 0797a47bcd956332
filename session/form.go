package session

import "slices"

// A Form is what everybody answers by themselves in an activity: numbers on scales, and short texts. It is frozen when the
// activity is opened, so that nobody answers other questions than their neighbour.
type Form struct {
	Questions []Question `json:"questions"`
	Pairs     []KeyPair  `json:"pairs,omitempty"` // whose difference per person says something: wanted − now
}

// A Question takes a whole number from Min to Max, or, when Max is 0, one line of text of at most Length characters.
type Question struct {
	Key    string `json:"key"`              // names it within the form
	Label  string `json:"label,omitempty"`  // what it is about, where that comes from this session: the name of a value
	Text   string `json:"text,omitempty"`   // what it is about in full, where that comes from this session: a final text
	Low    string `json:"low,omitempty"`    // what stands at Min, where that comes from this session: a pole
	High   string `json:"high,omitempty"`   // what stands at Max
	Min    int    `json:"min,omitempty"`    //
	Max    int    `json:"max,omitempty"`    //
	Unsure bool   `json:"unsure,omitempty"` // "I do not know" is an answer too: the number 0
	Length int    `json:"length,omitempty"` // characters
}

// KeyPair names two questions of which the second is compared with the first.
type KeyPair struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// takes tells whether a number answers the question.
func (q Question) takes(n int) bool {
	return q.Max > 0 && (n >= q.Min && n <= q.Max || n == 0 && q.Unsure)
}

func (f Form) find(key string) (Question, bool) {
	i := slices.IndexFunc(f.Questions, func(q Question) bool { return q.Key == key })
	if i < 0 {
		return Question{}, false
	}
	return f.Questions[i], true
}

func (f Form) same(other Form) bool {
	return slices.Equal(f.Questions, other.Questions) && slices.Equal(f.Pairs, other.Pairs)
}

// formOf gives the questions that an activity asks when it is opened now; none for activities that ask in another way.
func (s *Session) formOf(act Activity) (Form, error) {
	switch act.Kind {
	case CheckIn:
		return Form{Questions: []Question{{Key: "word", Length: MaxCheckWord}, {Key: "energy", Min: 1, Max: 5}}}, nil
	case CheckOut:
		return Form{Questions: []Question{{Key: "word", Length: MaxCheckWord}, {Key: "usefulness", Min: 1, Max: 5}}}, nil
	case Tensions:
		return s.tensionForm(act), nil
	case Rate:
		return s.ratingForm()
	case Consent:
		return s.consentForm()
	}
	return Form{}, nil
}

// MaxCheckWord is the length of the word at the beginning and at the end, in characters: one word, or two.
const MaxCheckWord = 40

// FormFrozen says which questions an activity asks from now on. Answers to an earlier form of the same activity are void when
// it asked something else.
type FormFrozen struct {
	Activity string `json:"activity"`
	Form     Form   `json:"form"`
}

func (e FormFrozen) apply(s *Session, _ Record) {
	sh := &sheets{form: e.Form, by: map[PersonID]Sheet{}}
	if before := s.sheets[e.Activity]; before != nil {
		sh.again = before.again || before.groupOf != nil
		for id := range before.by {
			s.touchMe(id)
		}
	}
	s.sheets[e.Activity] = sh
	s.touchAll()
}

// FormItem is the view's item "form": the questions of the current activity.
type FormItem struct {
	Activity string `json:"activity"`
	Open     bool   `json:"open"` // takes answers
	Form
}

func (s *Session) formItem(Role) any {
	act, ok := s.agenda.current()
	if !ok || s.sheets[act.ID] == nil || s.status == Over {
		return nil
	}
	return FormItem{Activity: act.ID, Open: s.agenda.status[act.ID] == Open, Form: s.sheets[act.ID].form}
}
