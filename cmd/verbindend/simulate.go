package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"verbindend/cmd/verbindend/simulate"
)

type simulateCmd struct {
	URL          []string      `name:"url" default:"http://127.0.0.1:8080" env:"VERBINDEND_URL" placeholder:"URL" help:"The server, on this machine. May be repeated: phones are spread over servers of the same sessions. Default http://127.0.0.1:8080."`
	Key          string        `required:"" env:"VERBINDEND_KEY" placeholder:"TEXT" help:"The facilitator's key: what stands behind key= in the link that serve prints."`
	Participants int           `default:"30" placeholder:"N" help:"Phones in each session. Default 30."`
	Sessions     int           `default:"1" placeholder:"M" help:"Sessions at the same time. Default 1."`
	Cards        int           `default:"3" placeholder:"K" help:"Cards that each phone writes. Default 3."`
	Votes        int           `default:"3" placeholder:"K" help:"Ballots that each phone casts; the last one counts. Default 3."`
	Activities   bool          `help:"Play all of the method: also the check-in, tensions, writing in the open, talks, the ballot made clear, three rounds of voting, tables, consent, next steps and the check-out. Figures of the whole are then of a longer session."`
	Seed         uint64        `default:"1" placeholder:"S" help:"The same seed writes and votes the same. Default 1."`
	Window       seconds       `default:"10" placeholder:"SECONDS" help:"Time over which the writing and the voting are spread. Default 10."`
	Cut          float64       `default:"0.1" placeholder:"SHARE" help:"Share of the phones whose line breaks, once while writing and once while voting. Default 0.1."`
	JoinWave     seconds       `default:"0" placeholder:"SECONDS" help:"Time over which the phones of a session arrive. Default 0: as fast as they are let in."`
	VoteSpike    bool          `help:"Half of all ballots are cast within the first twentieth of the window."`
	Wave         bool          `name:"reconnect-wave" help:"Break everybody's line in the same instant, in the middle of the vote."`
	Fallback     float64       `default:"0" placeholder:"SHARE" help:"Share of the phones that have no socket and ask by HTTP. Default 0."`
	Metrics      []string      `placeholder:"URL" help:"Where servers tell what they use. May be repeated. Default: /metrics of each --url, when it is there."`
	Redis        string        `placeholder:"URL" help:"The Redis under the servers, whose CPU is then counted too."`
	Timeout      time.Duration `default:"5m" help:"For everything together. Default 5m."`
	JSON         bool          `name:"json" help:"Print one JSON object instead of a table."`
}

// seconds is a length of time given as a number, fractions allowed.
type seconds float64

func (s seconds) duration() time.Duration { return time.Duration(float64(s) * float64(time.Second)) }

func (c *simulateCmd) options() simulate.Options {
	return simulate.Options{
		URL: c.URL[0], Others: c.URL[1:], Key: c.Key, Participants: c.Participants, Sessions: c.Sessions, Cards: c.Cards, Votes: c.Votes, Seed: c.Seed,
		Activities: c.Activities,
		Window:     c.Window.duration(), JoinWave: c.JoinWave.duration(), Spike: c.VoteSpike, Cut: c.Cut, Wave: c.Wave, Fallback: c.Fallback,
		Timeout: c.Timeout,
	}
}

// gauge finds who tells what the servers use. That nobody does is no failure when nobody was asked.
func (c *simulateCmd) gauge(ctx context.Context) (simulate.Gauge, error) {
	asked := c.Metrics
	if len(asked) == 0 {
		for _, url := range c.URL {
			asked = append(asked, strings.TrimRight(url, "/")+"/metrics")
		}
	}
	gauge, err := simulate.MetricsGauge(asked, c.Redis)
	if err != nil {
		return nil, err
	}
	if _, err := gauge(ctx); err != nil {
		if len(c.Metrics) > 0 || c.Redis != "" {
			return nil, fmt.Errorf("--metrics: %w", err)
		}
		return nil, nil
	}
	return gauge, nil
}

// Validate refuses what cannot be played.
func (c *simulateCmd) Validate() error { return c.options().Check() }

// Run plays and tells.
func (c *simulateCmd) Run(ctx context.Context, t *terminal) error {
	o := c.options()
	o.Progress = t.err
	var err error
	if o.Gauge, err = c.gauge(ctx); err != nil {
		return err
	}
	outcome, err := simulate.Run(ctx, o)
	if err != nil && len(outcome.Sessions) == 0 {
		return err
	}
	if c.JSON {
		if err := outcome.WriteJSON(t.out); err != nil {
			return err
		}
		for _, f := range outcome.Findings {
			t.complain(f)
		}
	} else {
		outcome.WriteTable(t.out)
	}
	if err != nil {
		return err
	}
	if !outcome.Fine() {
		return errQuiet
	}
	return nil
}
