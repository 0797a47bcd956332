package session

import (
	"slices"
	"strings"
)

// Limits on what a table writes, in characters and pieces.
const (
	MaxSentence   = 240
	MaxBehaviour  = 140
	MaxBehaviours = 3
	MinBehaviours = 2 // under which a value does not count as formulated
)

// A Phrasing is a value in words.
type Phrasing struct {
	Sentence string   `json:"sentence"`
	When     []string `json:"when"`   // "we see this when": visible behaviour
	Unless   string   `json:"unless"` // "we do not see this when"
}

// Lack is what a value still needs to count as formulated.
type Lack string

// What may be missing, in the order of the form. A support that is not known is missing too.
const (
	LacksSentence   Lack = "sentence"
	LacksBehaviours Lack = "when"
	LacksCounter    Lack = "unless"
	LacksSupport    Lack = "support"
)

func (p Phrasing) lacks() []Lack {
	list := []Lack{}
	if p.Sentence == "" {
		list = append(list, LacksSentence)
	}
	if len(p.When) < MinBehaviours {
		list = append(list, LacksBehaviours)
	}
	if p.Unless == "" {
		list = append(list, LacksCounter)
	}
	return list
}

func (p Phrasing) same(other Phrasing) bool {
	return p.Sentence == other.Sentence && p.Unless == other.Unless && slices.Equal(p.When, other.When)
}

func (p Phrasing) empty() bool { return p.Sentence == "" && p.Unless == "" && len(p.When) == 0 }

// checked cleans a phrasing; behaviours that are left empty are left out.
func (p Phrasing) checked() (Phrasing, error) {
	clean := Phrasing{When: []string{}}
	if len(p.When) > MaxBehaviours {
		return clean, &Problem{Code: Invalid, Field: "when", Reason: TooMany, Limit: MaxBehaviours}
	}
	var err error
	if clean.Sentence, err = optional("sentence", p.Sentence, MaxSentence); err != nil {
		return clean, err
	}
	for _, text := range p.When {
		if text, err = optional("when", text, MaxBehaviour); err != nil {
			return clean, err
		}
		if text != "" {
			clean.When = append(clean.When, text)
		}
	}
	clean.Unless, err = optional("unless", p.Unless, MaxBehaviour)
	return clean, err
}

// Whole gives the words on separate lines: the sentence, what is seen (+) and what is not (−).
func (p Phrasing) Whole() string {
	lines := []string{p.Sentence}
	for _, when := range p.When {
		lines = append(lines, "+ "+when)
	}
	if p.Unless != "" {
		lines = append(lines, "− "+p.Unless)
	}
	return strings.Join(lines, "\n")
}
