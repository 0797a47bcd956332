package web

import (
	"time"

	"verbindend/session"
)

// A Meter is told what a Server does, so that somebody can watch it from afar. Its calls come from many goroutines at once, in
// the middle of the work: they must be quick and must not block. No call names a person, a session or an address.
type Meter interface {
	Entered(role session.Role, by Transport)  // somebody was let into a room
	Departed(role session.Role, by Transport) // and has gone; once for each Entered
	Sent(kind string, bytes int)              // one message went out; kind is its "t" in package wire, bytes are its JSON
	Limited(what Limit)                       // a limit was hit
	Reported(took time.Duration, outcome string)
	Drained(connections int, took time.Duration) // the server let go of everybody: how many there were, how long that took
}

// Transport is how somebody is connected.
type Transport string

// The transports.
const (
	BySocket Transport = "socket"
	ByPoll   Transport = "poll" // counted while a request waits for news
)

// Limit names a limit that somebody ran into.
type Limit string

// The limits.
const (
	WrongPins   Limit = "wrong_pins"   // too many wrong pins from one address; this request was not looked at
	WrongKeys   Limit = "wrong_keys"   // too many wrong keys from one address
	WrongLinks  Limit = "wrong_links"  // too many links to reports that do not exist from one address
	PulseHurry  Limit = "pulse"        // more answers to pulses from one address than a hall can give
	PublicHurry Limit = "library"      // more pages of the public library than a hall can read
	Paced       Limit = "pace"         // a connection's message had to wait, as it sends faster than people do
	TooManyWait Limit = "polls"        // more requests of one client wait for news than it can need
	NotLetIn    Limit = "stopping"     // came while the server was on its way out
	SlowReader  Limit = "slow_reader"  // let go, as it did not take what was sent in time
	SilentPeer  Limit = "silent"       // let go, as it gave no sign of life
	NoHello     Limit = "no_hello"     // let go, as its first message was missing or wrong
	ReportsBusy Limit = "reports_busy" // gave up waiting for its turn to have a report made
)

// Limits are all limits, for who counts them.
var Limits = []Limit{WrongPins, WrongKeys, WrongLinks, PulseHurry, PublicHurry, Paced, TooManyWait, NotLetIn, SlowReader, SilentPeer, NoHello, ReportsBusy}

// Outcomes of a report.
const (
	ReportDone    = "done"
	ReportRefused = "refused" // there is no such session, or nothing to report yet
	ReportFailed  = "failed"
)

// unmetered is the meter of a server that nobody watches.
type unmetered struct{}

func (unmetered) Entered(session.Role, Transport)  {}
func (unmetered) Departed(session.Role, Transport) {}
func (unmetered) Sent(string, int)                 {}
func (unmetered) Limited(Limit)                    {}
func (unmetered) Reported(time.Duration, string)   {}
func (unmetered) Drained(int, time.Duration)       {}
