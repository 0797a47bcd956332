package tables

import (
	"strconv"
	"time"

	"verbindend/session"
)

// Of lays results out as tables, in the order in which people read them. The overview is always there, the others when they have
// rows.
func Of(sum session.Summary, o Options) []Table {
	b := builder{sum: sum, lang: o.Lang, in: o.In, unnamed: o.WithoutID, pulses: o.Pulses}
	if !b.lang.Valid() {
		b.lang = sum.Lang
	}
	if !b.lang.Valid() {
		b.lang = session.Dutch
	}
	if b.in == nil {
		b.in = time.UTC
	}
	list := []Table{b.overview(), b.agenda(), b.turns(), b.poles(), b.groups(), b.clusters(), b.wordings()}
	list = append(list, b.voted()...)
	list = append(list, b.outcomes()...)
	list = append(list, b.rated(), b.ratedApart(), b.gaps(), b.texts())
	list = append(list, b.formulations(), b.choices(), b.steps(), b.shared())
	list = append(list, b.lookbacks(), b.presence())
	kept := list[:0]
	for i, t := range list {
		if i == 0 || len(t.Rows) > 0 {
			kept = append(kept, t)
		}
	}
	return kept
}

// Find gives one table of results by its key; false when there is none.
func Find(list []Table, key string) (Table, bool) {
	for _, t := range list {
		if t.Key == key {
			return t, true
		}
	}
	return Table{}, false
}

// A builder has at hand what every table needs.
type builder struct {
	sum     session.Summary
	lang    session.Lang
	in      *time.Location
	unnamed bool // the session's id is not told
	pulses  []session.Summary
}

// titled makes the table of a name that is the same for every session.
func titled[T any](b builder, key string, items []T, fields ...field[T]) Table {
	return build(b, key, b.word("table", key), items, fields...)
}

// numbered tells which of several tables of one kind this is, from 1: the first has no number.
func numbered(name string, n int, between string) string {
	if n < 2 {
		return name
	}
	return name + between + strconv.Itoa(n)
}
