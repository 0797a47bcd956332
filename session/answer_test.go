package session

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// An answer is what became of a command.
type answer struct {
	*room
	command Command
	records []Record
	err     error
}

// done says that the command was accepted and changed something.
func (a *answer) done() *room {
	a.t.Helper()
	if a.err != nil {
		a.t.Fatalf("%#v was refused: %v", a.command, a.err)
	}
	if len(a.records) == 0 {
		a.t.Fatalf("%#v changed nothing", a.command)
	}
	return a.room
}

// changesNothing says that the command is acknowledged and brings nothing about.
func (a *answer) changesNothing() *room {
	a.t.Helper()
	if a.err != nil {
		a.t.Fatalf("%#v was refused: %v", a.command, a.err)
	}
	if len(a.records) != 0 {
		a.t.Fatalf("%#v brought about %v", a.command, a.records)
	}
	return a.room
}

// refused says that the command was refused with this code and reason, and this limit when one is given.
func (a *answer) refused(code Code, reason Reason, limit ...int) *room {
	a.t.Helper()
	p := AsProblem(a.err)
	if p == nil {
		a.t.Fatalf("%#v was not refused (%v, %v)", a.command, a.records, a.err)
	}
	want := 0
	if len(limit) > 0 {
		want = limit[0]
	}
	if p.Code != code || p.Reason != reason || p.Limit != want {
		a.t.Fatalf("%#v was refused as %q, want %s: %s (limit %d)", a.command, p, code, reason, want)
	}
	if len(a.records) != 0 {
		a.t.Fatalf("a refusal brought about %v", a.records)
	}
	return a.room
}

// sees gives what a role sees under a key, and whether it sees anything there.
func sees[T any](r *room, role Role, key string) (T, bool) {
	r.t.Helper()
	it := r.s.Item(role, key)
	if it == nil {
		var none T
		return none, false
	}
	typed, ok := it.(T)
	if !ok {
		r.t.Fatalf("%s is a %T", key, it)
	}
	return typed, true
}

// must gives what a role has to see under a key.
func must[T any](r *room, role Role, key string) T {
	r.t.Helper()
	it, ok := sees[T](r, role, key)
	if !ok {
		r.t.Fatalf("the %s sees no %s", role, key)
	}
	return it
}

func equal[T any](t rapid.TB, got, want T) {
	t.Helper()
	if g, w := encoded(t, got), encoded(t, want); g != w {
		t.Fatalf("\n got %s\nwant %s", g, w)
	}
}

func encoded(t rapid.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%T: %v", v, err)
	}
	return string(b)
}

// kinds lists what a command brought about, by the names of the log.
func (a *answer) kinds() []string {
	var list []string
	for _, e := range a.records {
		list = append(list, strings.TrimPrefix(fmt.Sprintf("%T", e.Event), "session."))
	}
	return list
}

// brought says what a command brought about, in order.
func (a *answer) brought(want ...string) *room {
	a.t.Helper()
	if a.err != nil {
		a.t.Fatalf("%#v was refused: %v", a.command, a.err)
	}
	if got := a.kinds(); !slices.Equal(got, want) {
		a.t.Fatalf("%#v brought about %v, want %v", a.command, got, want)
	}
	return a.room
}
