package workshop

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"verbindend/cmd/verbindend/history"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// settleWait is how long views may take to be alike when nobody does anything any more.
const settleWait = 30 * time.Second

// Write opens the writing, in which people say of each card whether others may see it. One phone is that of two people. From now on
// everybody writes.
func (w *Workshop) Write(ctx context.Context) error {
	if _, err := w.phones[0].do(ctx, session.SharePhone{People: 2}); err != nil {
		return err
	}
	w.phones[0].people = 2
	open := session.Activity{ID: "a2", Kind: session.Write, Minutes: 10, Limit: session.DefaultCardLimit, Mode: session.InOpen}
	if err := w.lead(ctx, session.EditActivity{Activity: open}); err != nil {
		return err
	}
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
	return w.hold(ctx, "a4", 1)
}

// hold opens a round of voting, and lets everybody vote.
func (w *Workshop) hold(ctx context.Context, activity string, round int) error {
	for _, p := range append(slices.Clone(w.phones), w.hosts...) {
		p.ballots = map[int]map[string]int{}
	}
	if err := w.lead(ctx, session.OpenActivity{Activity: activity}); err != nil {
		return err
	}
	err := w.phones[0].visitor.Await(ctx, "the ballot", func(v *visitor.View) bool {
		ballot, there := visitor.Item[session.BallotItem](v, "ballot")
		w.ballot = ballot
		return there && ballot.Open && ballot.Round == round
	})
	if err != nil {
		return err
	}
	w.acting = append(w.acting, busy(w.visits, w.o.Pace, w.phones, vote(w.ballot)), busy(w.visits, 4*w.o.Pace, w.hosts, typeIn(w.ballot)))
	return nil
}

// Again opens a second round, by score on what the first has chosen, and by dots where that is more than scores have room for; on
// all values when nobody chose any. From now on everybody votes.
func (w *Workshop) Again(ctx context.Context) error {
	again := session.Activity{ID: "again", Kind: session.Vote}
	if chosen := len(w.result.Chosen()); chosen > 0 {
		again.Among = session.AmongTop
		if chosen <= session.MaxScored {
			again.Ballot = session.ByScore
		}
	}
	if err := w.lead(ctx, session.PlanActivity{Activity: again, At: session.MaxActivities}); err != nil {
		return err
	}
	w.History.Tell(history.RoundOpens(2))
	return w.hold(ctx, again.ID, 2)
}

// Answer asks everybody how they leave. From now on everybody answers.
func (w *Workshop) Answer(ctx context.Context) error {
	return w.begin(ctx, session.Activity{ID: "out", Kind: session.CheckOut}, answer("out"))
}

// Commit ends the answering, while people still answer, lets the room read it, and asks for steps. From now on everybody writes some.
func (w *Workshop) Commit(ctx context.Context) error {
	if err := w.readResults(ctx); err != nil {
		return err
	}
	w.History.Tell(history.Answers)
	if err := w.lead(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	if err := w.pause(); err != nil {
		return err
	}
	w.History.Tell(history.AnswersToAll)
	if err := w.lead(ctx, session.ShowTexts{Activity: "out", Shown: true}); err != nil {
		return err
	}
	return w.begin(ctx, session.Activity{ID: "steps", Kind: session.Commit}, commit)
}

// Show ends the steps, and shows them all.
func (w *Workshop) Show(ctx context.Context) error {
	if err := w.readResults(ctx); err != nil {
		return err
	}
	w.History.Tell(history.Shared)
	if err := w.lead(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	if err := w.pause(); err != nil {
		return err
	}
	w.History.Tell(history.Steps)
	if err := w.lead(ctx, session.ShowSteps{Shown: true}); err != nil {
		return err
	}
	w.History.Tell(history.SharedToAll)
	return w.lead(ctx, session.ShowIntentions{Shown: true})
}

// begin puts an activity at the end of the agenda and opens it.
func (w *Workshop) begin(ctx context.Context, activity session.Activity, do act) error {
	if err := w.lead(ctx, session.PlanActivity{Activity: activity, At: session.MaxActivities}); err != nil {
		return err
	}
	if err := w.lead(ctx, session.OpenActivity{Activity: activity.ID}); err != nil {
		return err
	}
	w.acting = append(w.acting, busy(w.visits, w.o.Pace, w.phones, do))
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
	for _, p := range append(slices.Clone(w.phones), w.hosts...) {
		voters += p.voters()
	}
	for _, v := range []*visitor.Visitor{w.hosts[0].visitor, w.screen, w.phones[0].visitor} {
		err := v.Await(ctx, fmt.Sprintf("%d people to have voted", voters), func(v *visitor.View) bool {
			progress, _ := visitor.Item[session.ProgressItem](v, "progress")
			return v.Now().Kind != session.Vote || progress.Done == voters
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
	round := w.ballot.Round
	w.History.Tell(history.ResultToHost.OfRound(round))
	if err := w.lead(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	if err := w.pause(); err != nil {
		return err
	}
	if err := w.readResults(ctx); err != nil {
		return err
	}
	w.History.Tell(history.ResultToAll.OfRound(round))
	if err := w.lead(ctx, session.OpenActivity{Activity: "a5"}); err != nil {
		return err
	}
	for _, p := range w.phones {
		if err := p.visitor.Await(ctx, "the result", func(v *visitor.View) bool {
			result, there := visitor.Item[session.Result](v, "result")
			w.result = result
			return there && result.Round == round
		}); err != nil {
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
