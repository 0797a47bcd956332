package live

import (
	"context"
	"slices"

	"verbindend/session"
)

// forgo makes a list of the commands this room has acknowledged and that its history, which is another now, does not have.
// instead is what the log holds in their place: what others went on with.
func (r *room) forgo(instead []session.Batch) {
	had := map[session.Mark]bool{}
	for _, mark := range r.marks {
		had[mark] = true
	}
	lost := slices.DeleteFunc(slices.Clone(r.acked), func(a *acknowledged) bool { return had[a.mark] })
	r.redo = nil
	if len(lost) == 0 || r.state.Sealed() {
		return
	}
	done, since := elsewhere(instead)
	for _, a := range lost {
		command := numbered{a.by.Person, a.by.Client, a.by.N}
		last := since[about{a.by.Person, subject(a.command)}]
		switch {
		case command.n != 0 && done[command]: // it was sent again to a server that had not got it, or stands in this list already
		case last.n != 0 && (last.client != command.client || last.n > command.n):
			// Its sender has said another thing about the same since: that holds.
		default:
			r.redo = append(r.redo, a)
			done[command] = true
		}
	}
}

// numbered names a command: who sent it, from which tab, as the how manieth.
type numbered struct {
	person session.PersonID
	client string
	n      uint64
}

// about is what a participant says something about.
type about struct {
	person  session.PersonID
	subject string
}

// elsewhere reads what others have made durable: which commands, and the last with which somebody spoke of something.
func elsewhere(batches []session.Batch) (done map[numbered]bool, since map[about]numbered) {
	done, since = map[numbered]bool{}, map[about]numbered{}
	for _, b := range batches {
		records, err := session.DecodeBatch(b.Bytes)
		if err != nil {
			continue // it was read a moment ago
		}
		for _, record := range records {
			command := numbered{record.By, record.Client, record.N}
			done[command] = true
			if s := subject(record.Event); s != "" {
				since[about{record.By, s}] = command
			}
		}
	}
	return done, since
}

// subject tells what a command or event replaces when it is later: of a ballot, a group or the words on a card the last holds.
// "" is for all that stands by itself.
func subject(said any) string {
	switch it := said.(type) {
	case session.CastBallot, session.BallotCast:
		return "ballot"
	case session.ChooseGroup, session.GroupChosen:
		return "group"
	case session.EditCard:
		return "card/" + it.ID
	case session.CardEdited:
		return "card/" + it.ID
	}
	return ""
}

// makeGood does again what is to be done again.
func (r *room) makeGood(ctx context.Context) Closing {
	if len(r.redo) == 0 {
		return StillOpen
	}
	return r.serve(ctx, nil)
}

// again decides commands of the list anew. Whoever sent more since, to another server, has a higher number there: such a command
// is decided without its own, because a participant's commands can be done twice without harm; a host's is left undone, because
// the room has gone on.
func (r *room) again(list []*acknowledged, decide func(session.Command, session.Actor) error) {
	for _, a := range list {
		by := a.by
		if by.N != 0 && by.N <= r.state.LastN(by.Person, by.Client) {
			if by.Role == session.Host {
				r.logger.Error("a command that was acknowledged is lost: its host has gone on without it", "command", nameOf(a.command))
				continue
			}
			by.N, by.Client = 0, ""
		}
		if err := decide(a.command, by); err != nil {
			r.logger.Error("a command that was acknowledged is lost: it cannot be done any more", "command", nameOf(a.command), "error", err)
		}
	}
}

// madeGood notes that the first n of the list are durable again.
func (r *room) madeGood(n int) {
	if n == 0 {
		return
	}
	for _, a := range r.redo[:n] {
		a.mark = r.end()
	}
	r.redo = r.redo[n:]
	r.logger.Warn("commands that the log had lost have been done again", "commands", n)
	r.meter.Recovered(n)
}
