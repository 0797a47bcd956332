package workshop

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"verbindend/cmd/verbindend/history"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// answerWait is how long somebody waits for an answer before they call it unknown. Everything that breaks here is mended
// long before.
const answerWait = 90 * time.Second

// A person is one tab with somebody who acts on it.
type person struct {
	number  int
	chance  *rand.Rand // of the one who acts
	visitor *visitor.Visitor
	tab     *history.Tab

	mu sync.Mutex // a call is written down and sent at once

	words   int                    // texts used up
	cards   []session.OwnCard      // that are on the table
	people  int                    // who share the phone; 0: nobody has said
	ballots map[int]map[string]int // of the round at hand, by seat; on paper by number
	group   string
	sheet   session.Sheet // of the activity at hand
	steps   []string      // ids of those for the organisation
	shares  bool          // a personal step
}

// do sends a command and waits for its answer, which goes into the history. What comes too late is not done, and no error.
func (p *person) do(ctx context.Context, c session.Command, effect ...history.Effect) (done bool, err error) {
	late, err := p.ask(ctx, c, effect...)
	return late == nil && err == nil, err
}

// ask does something, and tells why when it cannot be done any more.
func (p *person) ask(ctx context.Context, c session.Command, effect ...history.Effect) (late *session.Problem, err error) {
	p.mu.Lock()
	call := p.tab.Invoke(c, effect...)
	sent := p.visitor.Send(c)
	p.mu.Unlock()
	if sent.N != call.N {
		return nil, fmt.Errorf("call %d was sent as %d", call.N, sent.N)
	}
	ctx, cancel := context.WithTimeout(ctx, answerWait)
	defer cancel()
	select {
	case <-sent.Done():
	case <-ctx.Done():
		return nil, fmt.Errorf("%s: %w", call, ctx.Err())
	}
	if sent.Problem == nil {
		call.OK(time.Now())
		return nil, nil
	}
	call.Refuse(time.Now(), sent.Problem)
	if sent.Problem.Code != session.Closed { // what can be closed is closed while people are still at it
		return nil, fmt.Errorf("%s: %w", call, sent.Problem)
	}
	return sent.Problem, nil
}

// text gives words for a card that nobody has used.
func (p *person) text() string { return p.say(history.OnCard) }

func (p *person) say(on history.Sort) string {
	p.words++
	return history.Words(on, p.number, p.words)
}

// voters is how many ballots of the round at hand count, of those that this person has to do with.
func (p *person) voters() int {
	n := 0
	for _, ballot := range p.ballots {
		if len(ballot) > 0 {
			n++
		}
	}
	return n
}

// An act is one thing that somebody does; it waits for the answer.
type act func(ctx context.Context, p *person) error

// acting lets people act until they are asked to stop.
type acting struct {
	stop chan struct{}
	all  sync.WaitGroup
	mu   sync.Mutex
	err  error
}

// busy begins. Between two acts everybody thinks for a moment, pace on average.
func busy(ctx context.Context, pace time.Duration, people []*person, do act) *acting {
	a := &acting{stop: make(chan struct{})}
	for _, p := range people {
		a.all.Go(func() {
			for {
				timer := time.NewTimer(time.Duration(p.chance.Float64() * 2 * float64(pace)))
				select {
				case <-timer.C:
				case <-a.stop:
					timer.Stop()
					return
				}
				if err := do(ctx, p); err != nil {
					a.mu.Lock()
					a.err = fmt.Errorf("person %d: %w", p.number, err)
					a.mu.Unlock()
					return
				}
			}
		})
	}
	return a
}

// rest waits until everybody has the answer to what they did last, and tells what went wrong.
func (a *acting) rest() error {
	if a == nil {
		return nil
	}
	close(a.stop)
	a.all.Wait()
	return a.err
}
