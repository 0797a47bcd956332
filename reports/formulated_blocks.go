package reports

import "strings"

type (
	// Formulated is a value in its final words, with what people said of it and what it lacks.
	Formulated struct {
		Name, Sentence      string
		WhenLabel           string
		When                []string // visible behaviour
		UnlessLabel, Unless string
		Notes               []string // support, consent, where it began
		Lacking             string   // may be ""
	}
	// Sentences are the values on page one, each with its sentence.
	Sentences struct {
		Lead string
		Rows []SentenceRow
		More []string
	}
	// SentenceRow is a value with its place, its sentence, one visible behaviour and its dots in words.
	SentenceRow struct{ Numeral, Name, Sentence, When, Line string }
)

func (b Formulated) String() string {
	s := "formulated: " + b.Name + "\n  " + b.Sentence
	if len(b.When) > 0 {
		s += "\n  " + b.WhenLabel + "\n  + " + strings.Join(b.When, "\n  + ")
	}
	if b.Unless != "" {
		s += "\n  " + b.UnlessLabel + "\n  − " + b.Unless
	}
	for _, n := range b.Notes {
		s += "\n  " + n
	}
	if b.Lacking != "" {
		s += "\n  lacking: " + b.Lacking
	}
	return s
}

func (b Sentences) String() string {
	s := "sentences: " + b.Lead
	for _, r := range b.Rows {
		s += "\n  " + r.Numeral + " | " + r.Name + " | " + r.Sentence + " | " + r.When + " | " + r.Line
	}
	for _, m := range b.More {
		s += "\n  " + m
	}
	return s
}
