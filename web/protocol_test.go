package web

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

func document(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../docs/protocol.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// items are the types behind the keys of a view, as a client meets them.
func items() map[string]any {
	return session.ItemTypes()
}

func TestProtocolIsWrittenDown(t *testing.T) {
	text := document(t)
	says := func(t *testing.T, what string) {
		t.Helper()
		if !strings.Contains(text, what) {
			t.Errorf("the document does not say %s", what)
		}
	}

	t.Run("every command has a line", func(t *testing.T) {
		for name := range session.CommandTypes() {
			says(t, "`"+name+"`")
		}
	})
	t.Run("every field of every command and item is named", func(t *testing.T) {
		_, listed, _ := strings.Cut(text, "## Items")
		for _, command := range session.CommandTypes() {
			for _, field := range fields(reflect.TypeOf(command)) {
				says(t, "`"+field+"`")
			}
		}
		for key, item := range items() {
			for _, field := range fields(reflect.TypeOf(item)) {
				if !regexp.MustCompile(`\b` + field + `\b`).MatchString(listed) {
					t.Errorf("the document does not say that %s has %s", key, field)
				}
			}
		}
	})
	t.Run("every item has a line", func(t *testing.T) {
		for key := range items() {
			says(t, "| `"+key+"`")
		}
	})
	t.Run("every code and its status, and every reason has a line", func(t *testing.T) {
		for code, status := range statuses {
			says(t, fmt.Sprintf("| `%s` | %d", code, status))
		}
		source, err := os.ReadFile("../session/problem.go")
		if err != nil {
			t.Fatal(err)
		}
		reasons := regexp.MustCompile(`Reason\s+= "([a-z_]+)"`).FindAllStringSubmatch(string(source), -1)
		if len(reasons) < 20 {
			t.Fatalf("found only %d reasons", len(reasons))
		}
		for _, reason := range reasons {
			says(t, "| `"+reason[1]+"` |")
		}
	})
	t.Run("every kind of message is named", func(t *testing.T) {
		for _, kind := range []string{
			wire.THello, wire.TDo, wire.TPing, wire.TWelcome, wire.TFrame, wire.TMe, wire.TPresence, wire.TAck, wire.TProblem, wire.TPong,
		} {
			says(t, "`"+kind+"`")
		}
	})
	t.Run("every close code has a line", func(t *testing.T) {
		source, err := os.ReadFile("wire/socket.go")
		if err != nil {
			t.Fatal(err)
		}
		codes := regexp.MustCompile(`Close[A-Za-z]+\s+= (4[0-9]{3})`).FindAllStringSubmatch(string(source), -1)
		if len(codes) < 5 {
			t.Fatalf("found only %d codes", len(codes))
		}
		for _, code := range codes {
			says(t, "| "+code[1]+" |")
		}
		for _, code := range regexp.MustCompile(`\n\| (4[0-9]{3}) \|`).FindAllStringSubmatch(text, -1) {
			if !slices.ContainsFunc(codes, func(c []string) bool { return c[1] == code[1] }) {
				t.Errorf("%s is sent by nobody", code[1])
			}
		}
	})
	t.Run("every route is listed, and no other one", func(t *testing.T) {
		s, err := New(nil, Config{Secret: make([]byte, 16), PublicURL: "http://x"})
		if err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{}
		for _, route := range s.app.GetRoutes(true) {
			if route.Method == "HEAD" {
				continue
			}
			path, _, _ := strings.Cut(route.Path, "<")
			known[route.Method+" "+path] = true
			if strings.HasPrefix(path, "/api/") || strings.HasSuffix(path, "z") || path == "/metrics" {
				says(t, "`"+route.Method+" "+path+"`")
			} else {
				says(t, "`"+path+"`")
			}
		}
		for _, listed := range regexp.MustCompile("`((?:GET|POST|DELETE|PUT) /[^`{]*)`").FindAllStringSubmatch(text, -1) {
			if !known[listed[1]] {
				t.Errorf("there is no %s", listed[1])
			}
		}
	})
	t.Run("every limit is what the code says", func(t *testing.T) {
		for what, limit := range map[string]any{
			"title, characters":             session.MaxTitle,
			"groups":                        session.MaxGroups,
			"name of a group, characters":   session.MaxGroup,
			"card, characters":              session.MaxCard,
			"cards per person":              fmt.Sprint(session.DefaultCardLimit, ", or what the activity says"),
			"name of a cluster, characters": session.MaxClusterName,
			"minted id, characters":         session.MaxID,
			"timer, seconds":                int(session.MaxTimer / time.Second),
			"agendas that are kept":         live.MaxBlueprints,
			"query of a search, characters": maxQuery,
			"sessions that a search tells":  foundMost,
			"minutes of a session":          session.MaxLength,
			"body of a request, bytes":      bodyLimit,
			"message on a socket, bytes":    messageLimit,
			"commands of one connection that wait for their answer": inFlight,
			"commands of one request":                               inFlight,
			"requests with commands of one client, at once":         postsAtOnce,
			"wrong pins of one address, per minute":                 pinsAMinute,
			"wrong keys of one address, per minute":                 keysAMinute,
			"wrong links to reports of one address, per minute":     linksAMinute,
			"links to the report of a session":                      live.MaxLinks,
		} {
			says(t, fmt.Sprintf("| %s | %v |", what, limit))
		}
		for role, p := range paces {
			says(t, fmt.Sprintf("| messages of a %s, per second and at once | %d, %d |", role, p.perSecond, p.burst))
		}
		for _, wait := range []string{
			fmt.Sprintf("within %d seconds", int(standardWaits.hello.Seconds())),
			fmt.Sprintf("after %d seconds without any sign of life", int(standardWaits.silence.Seconds())),
			fmt.Sprintf("was silent for %d to %d seconds", int(standardWaits.ping.Seconds()), int(2*standardWaits.ping.Seconds())),
			fmt.Sprintf("for %d seconds at most", int(standardWaits.poll.Seconds())),
			fmt.Sprintf("until %d\n  seconds after the last answer", int(standardWaits.linger.Seconds())),
			fmt.Sprintf("(%d days)", int(facilitatorAge.Hours()/24)),
			fmt.Sprintf("(%d days)", int(personAge.Hours()/24)),
			fmt.Sprintf("kept for %d days", int(live.ForgetCardAfter.Hours()/24)),
			fmt.Sprintf("under %d ballots", session.MinBallots),
		} {
			says(t, wait)
		}
	})
}

// fields gives the JSON names in a struct, those of lists and structs in it left out.
func fields(of reflect.Type) []string {
	var names []string
	for i := range of.NumField() {
		if of.Field(i).Anonymous {
			names = append(names, fields(of.Field(i).Type)...)
			continue
		}
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}

// Every example can be read, and has no field that the protocol has not.
func TestExamples(t *testing.T) {
	messages := map[string]any{
		wire.THello: &wire.Hello{}, wire.TDo: &wire.Do{}, wire.TPing: &wire.Ping{}, wire.TWelcome: &wire.Welcome{}, wire.TFrame: &wire.Frame{},
		wire.TMe: &wire.MeMessage{}, wire.TPresence: &wire.PresenceMessage{}, wire.TAck: &wire.Ack{}, wire.TProblem: &wire.Refused{}, wire.TPong: &wire.Pong{},
	}
	bodies := map[string]any{
		"ProblemReply": &wire.ProblemReply{}, "SignIn": &wire.SignIn{}, "NewSession": &wire.NewSession{}, "SessionCreated": &wire.SessionCreated{},
		"SessionList": &wire.SessionList{}, "JoinRequest": &wire.JoinRequest{}, "Joined": &wire.Joined{},
		"Poll": &wire.Poll{}, "Polled": &wire.Polled{}, "CommandPost": &wire.CommandPost{}, "Summary": &session.Summary{},
		"AgendaFile": &wire.AgendaFile{}, "KeptAgenda": &wire.KeptAgenda{}, "AgendaList": &wire.AgendaList{},
		"NewReportLink": &wire.NewReportLink{}, "ReportLink": &wire.ReportLink{}, "ReportLinks": &wire.ReportLinks{},
		"LibraryAnswer": &wire.LibraryAnswer{}, "NewPulse": &wire.NewPulse{}, "PulseList": &wire.PulseList{},
	}
	shown := map[string]bool{}
	for _, example := range regexp.MustCompile("(?s)```json ?([A-Za-z]*)\n(.*?)\n```").FindAllStringSubmatch(document(t), -1) {
		name, text := example[1], []byte(example[2])
		into := bodies[name]
		if name == "" {
			var kind struct{ T string }
			if err := json.Unmarshal(text, &kind); err != nil {
				t.Fatalf("%v: %s", err, text)
			}
			name, into = kind.T, messages[kind.T]
		}
		if into == nil {
			t.Fatalf("of what kind is this? %s", text)
		}
		if err := strict(text, into); err != nil {
			t.Errorf("%s cannot be read: %s", name, text)
		}
		shown[name] = true
		switch m := into.(type) {
		case *wire.Do:
			if _, err := session.ParseCommand(m.Type, m.Data); err != nil {
				t.Errorf("%v: %s", err, text)
			}
		case *wire.MeMessage:
			if err := strict(m.Me, &session.Me{}); err != nil {
				t.Errorf("%v: %s", err, m.Me)
			}
		case *wire.Frame:
			for key, item := range m.Set {
				family := key[:strings.Index(key, "/")+1]
				zero := items()[key]
				if family != "" {
					zero = items()[family]
				}
				if zero == nil {
					t.Errorf("there is no item %s", key)
				} else if err := strict(item, reflect.New(reflect.TypeOf(zero)).Interface()); err != nil {
					t.Errorf("%s cannot be read: %s", key, item)
				}
			}
		}
	}
	for _, kinds := range []map[string]any{messages, bodies} {
		for name := range kinds {
			if !shown[name] {
				t.Errorf("there is no example of %s", name)
			}
		}
	}
}
