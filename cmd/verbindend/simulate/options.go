package simulate

import (
	"errors"
	"fmt"
	"io"
	"net"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// Options say what is played.
type Options struct {
	URL          string        // of the server; on this machine
	Others       []string      // more servers of the same sessions: phones are spread over all, host and screen are on different ones
	Key          string        // the facilitator's
	Participants int           // phones per session, at least 1
	Sessions     int           // played at the same time, at least 1
	Cards        int           // per phone, 1 … session.DefaultCardLimit
	Votes        int           // ballots each phone casts one after the other, at least 1
	Activities   bool          // all of the method: from the check-in, by writing in the open, talks, several rounds of voting, tables and next steps, to the check-out
	Seed         uint64        // the same seed writes and votes the same
	Window       time.Duration // over which the writing and the voting of the phones are spread
	JoinWave     time.Duration // over which the phones of a session arrive; 0: as fast as they are let in
	Spike        bool          // half of all ballots are cast within the first twentieth of the window
	Cut          float64       // share of the phones, 0–1, whose line breaks once while they write, once while they vote, and once in each activity that asks
	Wave         bool          // everybody's line breaks in the same instant, in the middle of the vote
	Fallback     float64       // share of the phones, 0–1, that have no socket and ask by HTTP
	Timeout      time.Duration // for everything together
	Progress     io.Writer     // where lines about the progress go
	Gauge        Gauge         // reads what the servers use; nil: nobody can tell
}

// Check tells what is wrong with the options, in one line.
func (o Options) Check() error {
	switch {
	case o.Participants < 1:
		return errors.New("--participants must be 1 or more")
	case o.Participants > maxPhones:
		return fmt.Errorf("--participants must be at most %d", maxPhones)
	case o.Sessions < 1:
		return errors.New("--sessions must be 1 or more")
	case o.Cards < 1 || o.Cards > session.DefaultCardLimit:
		return fmt.Errorf("--cards must be 1 to %d", session.DefaultCardLimit)
	case o.Votes < 1:
		return errors.New("--votes must be 1 or more")
	case o.Window <= 0:
		return errors.New("--window must be longer than 0s")
	case o.JoinWave < 0:
		return errors.New("--join-wave must not be negative")
	case o.Timeout <= 0:
		return errors.New("--timeout must be longer than 0s")
	case o.Cut < 0 || o.Cut > 1:
		return errors.New("--cut must be 0 to 1")
	case o.Fallback < 0 || o.Fallback > 1:
		return errors.New("--fallback must be 0 to 1")
	case o.Key == "":
		return errors.New("--key is needed: the facilitator's key, as serve prints it")
	}
	for _, address := range o.urls() {
		site, err := visitor.NewSite(address, "")
		if err != nil {
			return fmt.Errorf("--url: %w", err)
		}
		if !loopback(site.Host()) {
			return fmt.Errorf("--url: %s is not this machine; a simulation is a load, so it only plays against localhost", site.Host())
		}
	}
	phones := o.Participants * o.Sessions
	return errors.Join(enoughFiles(phones), enoughPorts(phones, len(o.urls())))
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

func (o Options) urls() []string { return append([]string{o.URL}, o.Others...) }

// polls tells whether a phone is one of the share without a socket; they are spread evenly.
func (o Options) polls(phone int) bool {
	return int(float64(phone+1)*o.Fallback) > int(float64(phone)*o.Fallback)
}
