// Command tsgen writes the TypeScript types of the wire from the Go types, by reflection. The front end's compiler then
// checks what it sends and reads against the same source as the server. Run it with `go generate ./...`.
package main

import (
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"

	"verbindend/session"
	"verbindend/session/library"
	"verbindend/web/wire"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: tsgen FILE")
	}
	if err := os.WriteFile(os.Args[1], []byte(Generate()), 0o644); err != nil { //nolint:gosec // source code is for everyone to read
		log.Fatal(err)
	}
}

// enums are the string types whose values the front end must know.
var enums = map[reflect.Type][]string{
	reflect.TypeFor[session.Role]():   {"host", "participant", "screen", "preview"},
	reflect.TypeFor[session.Lang]():   {"nl", "en"},
	reflect.TypeFor[session.Status](): {"lobby", "running", "ended"},
	reflect.TypeFor[session.Quadrant](): {
		string(session.WorkOn), string(session.Keep), string(session.Follow), string(session.ToSpare), "",
	},
	reflect.TypeFor[session.Kind](): {
		"welcome", "checkin", "tensions", "write", "rounds", "cluster", "clarify", "vote", "reveal", "pause", "formulate", "consent", "rate", "commit", "checkout",
	},
	reflect.TypeFor[session.Benefit]():        {"", "organisation", "people", "society"},
	reflect.TypeFor[session.Horizon]():        {"", "week", "month", "quarter"},
	reflect.TypeFor[session.ActivityStatus](): {"planned", "open", "closed"},
	reflect.TypeFor[session.Company]():        {"alone", "pair", "four", "all", "late"},
	reflect.TypeFor[session.Mode]():           {"", "inspired", "open"},
	reflect.TypeFor[session.Sight]():          {"", "held", "seen"},
	reflect.TypeFor[session.Method]():         {"dots", "score", "ranked"},
	reflect.TypeFor[session.Among]():          {"", "top", "tied"},
	reflect.TypeFor[session.Objection]():      {"", "unclear", "misplaced"},
	reflect.TypeFor[session.ProposalStatus](): {"waiting", "accepted", "declined", "withdrawn"},
	reflect.TypeFor[session.RoundStatus]():    {"none", "open", "closed", "cancelled"},
	reflect.TypeFor[session.Method]():         {"", "dots", "score", "ranked"},
	reflect.TypeFor[session.Among]():          {"", "top", "tied"},
	reflect.TypeFor[session.Band]():           {"", "almost_certain", "likely", "doubtful", "unlikely"},
	reflect.TypeFor[session.Says]():           {"", "hardly_anybody", "nearly_everybody"},
	reflect.TypeFor[session.NoComparison]():   {"", "no_groups", "few_ballots", "small_groups", "small_rest", "ranked", "again"},
	reflect.TypeFor[session.SuggestReason]():  {"value", "stem", "spelling"},
	reflect.TypeFor[session.Lack]():           {"sentence", "when", "unless", "support"},
	reflect.TypeFor[library.Where]():          {"title", "formulation", "value", "card"},
	reflect.TypeFor[session.Pen]():            {"free", "yours", "theirs"},
	reflect.TypeFor[wire.LinkState]():         {"open", "revoked", "expired"},
	reflect.TypeFor[session.Code]():           {"invalid", "denied", "closed", "not_found", "taken", "busy", "unavailable"},
	reflect.TypeFor[session.Reason](): {
		"too_long", "empty", "too_many", "unknown", "not_open", "wrong_activity", "ended", "not_yours", "over_budget",
		"over_option", "negative_dots", "old_round", "nothing_to_vote", "is_current", "has_answers", "nothing_to_rate", "moved", "not_merged", "nothing_to_undo", "vote_open", "no_timer",
		"malformed", "needs_cookie", "too_much_at_once", "out_of_range", "wrong_origin", "server_stopping",
		"nothing_to_formulate", "nothing_to_consent", "no_seat", "no_pen", "pen_held", "still_writing", "one_draft", "consent_open",
		"too_many_options", "no_round_before", "no_tie",
		"not_final", "does_not_add_up", "not_sorted", "twice", "not_shown", "already_there",
	},
}

// literal gives the field "t" its one value.
var literal = map[reflect.Type]string{
	reflect.TypeFor[wire.Hello]():           wire.THello,
	reflect.TypeFor[wire.Do]():              wire.TDo,
	reflect.TypeFor[wire.Ping]():            wire.TPing,
	reflect.TypeFor[wire.Welcome]():         wire.TWelcome,
	reflect.TypeFor[wire.Frame]():           wire.TFrame,
	reflect.TypeFor[wire.MeMessage]():       wire.TMe,
	reflect.TypeFor[wire.PresenceMessage](): wire.TPresence,
	reflect.TypeFor[wire.Ack]():             wire.TAck,
	reflect.TypeFor[wire.Refused]():         wire.TProblem,
	reflect.TypeFor[wire.Pong]():            wire.TPong,
}

// Generate gives the whole file.
func Generate() string {
	g := &generator{done: map[string]string{}}
	for _, v := range []any{
		wire.Hello{}, wire.Ping{}, wire.Welcome{}, wire.Frame{}, wire.MeMessage{}, wire.PresenceMessage{}, wire.Ack{}, wire.Refused{}, wire.Pong{},
		wire.SignIn{}, wire.NewSession{}, wire.SessionCreated{}, wire.SessionImported{}, wire.MarkChecked{}, wire.JoinRequest{}, wire.Joined{}, wire.SessionList{},
		wire.AgendaFile{}, wire.KeptAgenda{}, wire.AgendaList{},
		wire.LibraryAnswer{}, wire.NewPulse{}, wire.PulseList{}, wire.NewReportLink{}, wire.ReportLink{}, wire.ReportLinks{},
		wire.Poll{}, wire.CommandPost{}, wire.Polled{}, wire.ProblemReply{}, session.Me{}, session.Summary{},
	} {
		g.name(reflect.TypeOf(v))
	}
	items := session.ItemTypes()
	commands := session.CommandTypes()

	var view, families, dos strings.Builder
	for _, key := range slices.Sorted(maps.Keys(items)) {
		name := g.name(reflect.TypeOf(items[key]))
		if prefix, isFamily := strings.CutSuffix(key, "/"); isFamily {
			fmt.Fprintf(&families, "  %s: %s\n", prefix, name)
		} else {
			fmt.Fprintf(&view, "  %s?: %s\n", key, name)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(commands)) {
		fmt.Fprintf(&dos, "  %s: %s\n", kind, g.name(reflect.TypeOf(commands[kind])))
	}

	var out strings.Builder
	out.WriteString("// Generated from the Go types by web/tsgen. Do not edit: run `make generate`.\n\n")
	for _, name := range slices.Sorted(maps.Keys(g.done)) {
		out.WriteString(g.done[name] + "\n")
	}
	fmt.Fprintf(&out, "/** Items of a view that stand for one thing, by key. */\nexport interface Items {\n%s}\n\n", view.String())
	fmt.Fprintf(&out, "/** Items that stand for many things of a kind: the key is `kind/id`. */\nexport interface Families {\n%s}\n\n", families.String())
	fmt.Fprintf(&out, "/** Commands by type, with their fields. */\nexport interface Commands {\n%s}\n\n", dos.String())
	io.WriteString(&out, `export type CommandType = keyof Commands

export interface Do<K extends CommandType = CommandType> {
  t: 'do'
  n: number
  type: K
  data: Commands[K]
}

export type ClientMessage = Hello | Do | Ping
export type ServerMessage = Welcome | Frame | MeMessage | PresenceMessage | Ack | Refused | Pong
`) //nolint:errcheck // a strings.Builder cannot fail
	return out.String()
}

// typed says what raw JSON holds where the Go side passes it on unread.
var typed = map[string]string{
	"MeMessage.me": "Me | null", "Ack.me": "Me | null", "CommandPost.do": "Do[]", "Polled.messages": "ServerMessage[]",
}

type generator struct{ done map[string]string }

// name gives the TypeScript name of a Go type and makes its declaration when it is a struct or an enum.
func (g *generator) name(t reflect.Type) string {
	if values, isEnum := enums[t]; isEnum {
		if _, known := g.done[t.Name()]; !known {
			g.done[t.Name()] = fmt.Sprintf("export type %s = '%s'\n", t.Name(), strings.Join(values, "' | '"))
		}
		return t.Name()
	}
	switch t.Kind() {
	case reflect.Pointer:
		return g.name(t.Elem()) + " | null"
	case reflect.Slice:
		if t.Name() == "RawMessage" {
			return "unknown"
		}
		elem := g.name(t.Elem())
		return elem + "[]"
	case reflect.Map:
		return "Record<string, " + g.name(t.Elem()) + ">"
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64, reflect.Uint64, reflect.Float64:
		return "number"
	case reflect.String:
		return "string"
	case reflect.Struct:
		if t.PkgPath() == "time" {
			return "string"
		}
		g.declare(t)
		return t.Name()
	}
	panic("tsgen: no TypeScript for " + t.String())
}

func (g *generator) declare(t reflect.Type) {
	if _, known := g.done[t.Name()]; known {
		return
	}
	g.done[t.Name()] = ""
	if t.NumField() == 0 {
		g.done[t.Name()] = fmt.Sprintf("export type %s = Record<string, never>\n", t.Name())
		return
	}
	var b strings.Builder
	fmt.Fprintf(&b, "export interface %s {\n", t.Name())
	g.fields(&b, t)
	b.WriteString("}\n")
	g.done[t.Name()] = b.String()
}

func (g *generator) fields(b *strings.Builder, t reflect.Type) {
	for f := range fieldsOf(t) {
		if f.Anonymous {
			g.fields(b, f.Type)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		optional, kind := "", ""
		if strings.Contains(options, "omit") {
			optional = "?"
		}
		switch {
		case name == "t" && literal[t] != "":
			kind = "'" + literal[t] + "'"
		case typed[t.Name()+"."+name] != "":
			kind = typed[t.Name()+"."+name]
		case strings.Contains(options, "string"):
			kind = "string"
		default:
			kind = g.name(f.Type)
		}
		fmt.Fprintf(b, "  %s%s: %s\n", name, optional, kind)
	}
}

func fieldsOf(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}
