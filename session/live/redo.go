package live

import (
	"context"

	"verbindend/session"
)

// forgo lists what has to be done again, because the log has lost it and holds what others did instead.
func (r *room) forgo(lost, instead []session.Batch) {
	if r.state.Sealed() { // it has ended, and nothing can be done any more
		r.redo = nil
		return
	}
	r.redo = append(r.redo, r.deeds(recordsOf(lost))...)
	r.sift(recordsOf(instead))
}

func recordsOf(batches []session.Batch) []session.Record {
	var all []session.Record
	for _, b := range batches {
		records, err := session.DecodeBatch(b.Bytes)
		if err != nil {
			continue // cannot be: it was read or written by this room
		}
		all = append(all, records...)
	}
	return all
}

// commandsIn counts the commands that records came from: one may have several, and those without a number come one by one.
func commandsIn(records []session.Record) (n int) {
	var last numbered
	for _, r := range records {
		name := numbered{r.By, r.Client, r.N}
		if r.N == 0 || name != last {
			n++
		}
		last = name
	}
	return n
}

// numbered names a command: who sent it, from which tab, as the how manieth. N = 0 names none.
type numbered struct {
	person session.PersonID
	client string
	n      uint64
}

// deeds gives the commands that records came from. What participants do can be told from that; what a host does comes from what
// this room remembers, and is lost with the server that did it. What was calculated of a history that is no more is not done again.
func (r *room) deeds(records []session.Record) []deed {
	led := map[numbered]deed{}
	for _, d := range r.led {
		led[numbered{d.by.Person, d.by.Client, d.by.N}] = d
	}
	var list []deed
	for _, record := range records {
		name := numbered{record.By, record.Client, record.N}
		if record.By != session.HostID {
			if command := session.Again(record.Event); command != nil {
				by := session.Actor{Role: session.Participant, Person: record.By, Client: record.Client, N: record.N}
				list = append(list, deed{command: command, by: by})
			}
			continue
		}
		if d, known := led[name]; known {
			list = append(list, d)
			delete(led, name) // a command may have several records
		}
	}
	return list
}

// sift takes off the list what the log turns out to hold: another server has done it, or has got it from its sender, or its
// sender has said another thing about the same since.
func (r *room) sift(records []session.Record) {
	if len(r.redo) == 0 {
		return
	}
	type about struct {
		person  session.PersonID
		subject string
	}
	done, since := map[numbered]bool{}, map[about]numbered{}
	for _, record := range records {
		name := numbered{record.By, record.Client, record.N}
		done[name] = true
		if s := session.Subject(session.Again(record.Event)); s != "" {
			since[about{record.By, s}] = name
		}
	}
	left := r.redo[:0:0]
	for _, d := range r.redo {
		name := numbered{d.by.Person, d.by.Client, d.by.N}
		last, said := since[about{d.by.Person, session.Subject(d.command)}]
		if name.n != 0 && done[name] || said && (last.client != name.client || last.n > name.n) {
			continue
		}
		left = append(left, d)
	}
	r.redo = left
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
func (r *room) again(list []deed, decide func(session.Command, session.Actor) error) {
	for _, d := range list {
		by := d.by
		if by.N != 0 && by.N <= r.state.LastN(by.Person, by.Client) {
			if by.Role == session.Host {
				r.logger.Error("what a host had done is lost: they have gone on without it", "command", nameOf(d.command))
				continue
			}
			by.N, by.Client = 0, ""
		}
		if err := decide(d.command, by); err != nil {
			r.logger.Error("what was done and lost cannot be done any more", "command", nameOf(d.command), "error", err)
		}
	}
}

// madeGood notes that the first n of the list are durable again.
func (r *room) madeGood(n int) {
	if n == 0 {
		return
	}
	r.redo = r.redo[n:]
	r.logger.Warn("what the log had lost has been done again", "commands", n)
	r.meter.Recovered(n)
}
