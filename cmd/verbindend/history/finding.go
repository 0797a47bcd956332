package history

import "fmt"

// A Class says what kind of promise was broken.
type Class string

// The classes of findings.
const (
	Lost      Class = "lost"      // acknowledged, and not there
	Doubled   Class = "doubled"   // there more than once
	Nowhere   Class = "nowhere"   // there, and nobody asked for it, or it was refused
	Disorder  Class = "disorder"  // there, and not in the order in which it was asked and answered
	WentBack  Class = "went back" // somebody was shown less than they had been shown before
	Disclosed Class = "disclosed" // somebody was told what they may not know (yet)
	Inexact   Class = "inexact"   // a sum or a count that does not add up
)

// A Finding is one thing that breaks a promise, in words.
type Finding struct {
	Class Class
	What  string
}

func (f Finding) String() string { return string(f.Class) + ": " + f.What }

// findings are what one witness says.
type findings []Finding

func (f *findings) add(class Class, format string, args ...any) {
	*f = append(*f, Finding{class, fmt.Sprintf(format, args...)})
}
