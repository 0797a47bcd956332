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
	Key          string        // the facilitator's
	Participants int           // phones per session, at least 1
	Sessions     int           // played at the same time, at least 1
	Cards        int           // per phone, 1 … session.DefaultCardLimit
	Votes        int           // ballots each phone casts one after the other, at least 1
	Seed         uint64        // the same seed writes and votes the same
	Window       time.Duration // over which the writing and the voting of the phones are spread
	Cut          float64       // share of the phones, 0–1, whose line breaks once while they write and once while they vote
	Timeout      time.Duration // for everything together
	Progress     io.Writer     // where lines about the progress go
}

// Check tells what is wrong with the options, in one line.
func (o Options) Check() error {
	switch {
	case o.Participants < 1:
		return errors.New("--participants must be 1 or more")
	case o.Sessions < 1:
		return errors.New("--sessions must be 1 or more")
	case o.Cards < 1 || o.Cards > session.DefaultCardLimit:
		return fmt.Errorf("--cards must be 1 to %d", session.DefaultCardLimit)
	case o.Votes < 1:
		return errors.New("--votes must be 1 or more")
	case o.Window <= 0:
		return errors.New("--window must be longer than 0s")
	case o.Timeout <= 0:
		return errors.New("--timeout must be longer than 0s")
	case o.Cut < 0 || o.Cut > 1:
		return errors.New("--cut must be 0 to 1")
	case o.Key == "":
		return errors.New("--key is needed: the facilitator's key, as serve prints it")
	}
	site, err := visitor.NewSite(o.URL, "")
	if err != nil {
		return fmt.Errorf("--url: %w", err)
	}
	if !loopback(site.Host()) {
		return fmt.Errorf("--url: %s is not this machine; a simulation is a load, so it only plays against localhost", site.Host())
	}
	return nil
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
