package workshop

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"time"

	"verbindend/cmd/verbindend/history"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// settleWait is how long views may take to be alike when nobody does anything any more.
const settleWait = 30 * time.Second

// Write opens the writing. From now on everybody writes.
func (w *Workshop) Write(ctx context.Context) error {
	if err := w.lead(ctx, session.OpenActivity{Activity: "a2"}); err != nil {
		return err
	}
	w.acting = append(w.acting, busy(w.visits, w.o.Pace, w.phones, write(w.groups)), busy(w.visits, 4*w.o.Pace, w.hosts, extend))
	return nil
}

// Cluster ends the writing. From now on the hosts arrange.
func (w *Workshop) Cluster(ctx context.Context) error {
	if err := w.readResults(ctx); err != nil {
		return err
	}
	w.History.Tell(history.Cards)
	// The phones are still at it: what comes too late is refused.
	if err := w.lead(ctx, session.OpenActivity{Activity: "a3"}); err != nil {
		return err
	}
	if err := w.pause(); err != nil {
		return err
	}
	texts := map[string]string{}
	for _, p := range w.phones {
		for _, c := range p.cards {
			texts[c.ID] = c.Text
		}
	}
	if len(texts) == 0 {
		return errors.New("nobody has kept a card: the writing was too short")
	}
	var clusters map[string]session.ClusterItem
	for _, host := range w.hosts {
		err := host.visitor.Await(ctx, "all cards as they were kept", func(v *visitor.View) bool {
			shown, all := family[session.CardItem](v, "card/"), family[session.ClusterItem](v, "cluster/")
			clusters = map[string]session.ClusterItem{}
			for id, text := range texts { // there may be more: of people who were not invited, or about to go
				if shown[id].Text != text {
					return false
				}
				clusters[shown[id].Cluster] = all[shown[id].Cluster]
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	w.acting = append(w.acting, busy(w.visits, w.o.Pace, w.hosts, arrange(clusters, len(w.hosts) == 1)))
	return nil
}

// Vote ends the arranging and opens the vote. From now on everybody votes.
func (w *Workshop) Vote(ctx context.Context) error {
	if err := w.pause(); err != nil {
		return err
	}
	if err := w.lead(ctx, session.OpenActivity{Activity: "a4"}); err != nil {
		return err
	}
	err := w.phones[0].visitor.Await(ctx, "the ballot", func(v *visitor.View) bool {
		ballot, there := visitor.Item[session.BallotItem](v, "ballot")
		w.ballot = ballot
		return there && ballot.Open
	})
	if err != nil {
		return err
	}
	w.acting = append(w.acting, busy(w.visits, w.o.Pace, w.phones, vote(w.ballot)), busy(w.visits, 4*w.o.Pace, w.hosts, extend))
	return nil
}

// Settle lets everybody rest and waits until all are shown the same.
func (w *Workshop) Settle(ctx context.Context) error {
	if err := w.pause(); err != nil {
		return err
	}
	if err := w.readResults(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, settleWait)
	defer cancel()
	voters := 0
	for _, p := range w.phones {
		if len(p.ballot) > 0 {
			voters++
		}
	}
	for _, v := range []*visitor.Visitor{w.hosts[0].visitor, w.screen, w.phones[0].visitor} {
		err := v.Await(ctx, fmt.Sprintf("%d people to have voted", voters), func(v *visitor.View) bool {
			progress, _ := visitor.Item[session.ProgressItem](v, "progress")
			return w.ballot.Round == 0 || progress.Done == voters
		})
		if err != nil {
			return err
		}
	}
	return w.alike(ctx)
}

// alike waits until all phones have the same view.
func (w *Workshop) alike(ctx context.Context) error {
	for {
		var first map[string]json.RawMessage
		w.phones[0].visitor.Look(func(v *visitor.View) { first = maps.Clone(v.Items) })
		var differs string
		for _, p := range w.phones[1:] {
			p.visitor.Look(func(v *visitor.View) {
				for key := range first {
					if !bytes.Equal(first[key], v.Items[key]) {
						differs = fmt.Sprintf("%s is shown %s as %s, and %s is shown %s", w.phones[0].tab.Client, key, first[key], p.tab.Client, v.Items[key])
					}
				}
				if differs == "" && len(first) != len(v.Items) {
					differs = fmt.Sprintf("%s is shown %d items, and %s %d", w.phones[0].tab.Client, len(first), p.tab.Client, len(v.Items))
				}
			})
		}
		if differs == "" {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("not all are shown the same: %s", differs)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Reveal closes the vote, while people still vote, and shows the result.
func (w *Workshop) Reveal(ctx context.Context) error {
	w.History.Tell(history.ResultToHost)
	if err := w.lead(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	if err := w.pause(); err != nil {
		return err
	}
	if err := w.readResults(ctx); err != nil {
		return err
	}
	w.History.Tell(history.ResultToAll)
	if err := w.lead(ctx, session.OpenActivity{Activity: "a5"}); err != nil {
		return err
	}
	for _, p := range w.phones {
		if err := p.visitor.Await(ctx, "the result", func(v *visitor.View) bool { _, there := v.Items["result"]; return there }); err != nil {
			return err
		}
	}
	return nil
}

// End ends the session and gives what remains of it.
func (w *Workshop) End(ctx context.Context) (session.Summary, error) {
	w.History.Tell(history.End)
	close(w.over)
	var sum session.Summary
	if err := w.lead(ctx, session.EndSession{}); err != nil {
		return sum, err
	}
	err := insist(ctx, func() (err error) {
		if sum, err = w.o.Sites[0].Results(ctx, w.Created.ID); err == nil && !sum.Final {
			err = &session.Problem{Code: session.Unavailable, Retry: true}
		}
		return err
	})
	return sum, err
}

// readResults looks whether the results tell something before its time.
func (w *Workshop) readResults(ctx context.Context) error {
	return insist(ctx, func() error {
		asked := time.Now()
		sum, err := w.o.Sites[0].Results(ctx, w.Created.ID)
		if err == nil {
			w.History.Read(asked, sum)
		}
		return err
	})
}
