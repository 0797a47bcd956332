package reports

import (
	"fmt"
	"io"
	"net/url"
	"time"

	"verbindend/session"
)

// A Medium is what a report is read on.
type Medium int

// The media. Paper has an end, and characters that cannot be printed; the web has neither.
const (
	Paper Medium = iota
	Web
)

// Options say for whom a report is made.
type Options struct {
	Medium Medium
	Lang   session.Lang // of the report's own words; the session's language when it is not valid
	Link   string       // web address of the results; "" when there is none, then nothing points there
	Check  string       // web address of the page that checks a fingerprint; "" when it is not known
	Made   time.Time    // when the report is made; its location is where all times are told
	// The looks back on the session, in any order; those that are open are left out. They were asked after the session was sealed, so
	// the fingerprint does not cover them.
	Pulses []session.Summary
}

// PDF writes the report on sum to w. The same summary and options give the same bytes. It does not panic: whatever goes
// wrong while drawing comes back as an error, and then nothing has been written to w.
func PDF(w io.Writer, sum session.Summary, o Options) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("draw report %s: %v", sum.ID, r)
		}
	}()
	o.Medium = Paper
	file, err := draw(Outline(sum, o))
	if err != nil {
		return fmt.Errorf("draw report %s: %w", sum.ID, err)
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write report %s: %w", sum.ID, err)
	}
	return nil
}

// Fingerprint is the mark of a summary that is printed in its report; see session.Summary.Fingerprint.
func Fingerprint(sum session.Summary) string { return sum.Fingerprint() }

// complete fills in what the caller left open.
func (o Options) complete(sum session.Summary) Options {
	if !o.Lang.Valid() {
		o.Lang = sum.Lang
	}
	if !o.Lang.Valid() {
		o.Lang = session.Dutch
	}
	if o.Made.IsZero() {
		o.Made = sum.EndedAt
	}
	if o.Made.IsZero() {
		o.Made = sum.StartedAt
	}
	o.Link, o.Check = travels(o.Link), travels(o.Check)
	return o
}

// travels gives an address that may stand in a document that travels: it leads to a web page, or it is not there.
func travels(address string) string {
	if u, err := url.Parse(address); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || len(address) > 500 {
		return ""
	}
	return address
}

// PulseMarks names the looks back that a report tells of; "" without any.
func (o Options) PulseMarks() (marks string) {
	for _, sum := range o.Pulses {
		marks += Fingerprint(sum)
	}
	return marks
}
