package session

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden batches and summaries of this version anew")

// The batches in testdata/logs are what released versions stored: each must load for ever and give the summary beside it.
// While a version is being made, its files are written with -update; once it is released they are left alone.
func TestGoldenBatches(t *testing.T) {
	if *update {
		writeGolden(t)
	}
	files, err := filepath.Glob("testdata/logs/v*.json")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	stored := map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, ".summary.json") {
			continue
		}
		t.Run(filepath.Base(file)+" loads and gives its summary", func(t *testing.T) {
			bytes := read(t, file)
			records, err := DecodeBatch(bytes)
			if err != nil {
				t.Fatal(err)
			}
			s := New()
			for _, r := range records {
				stored[eventName[reflect.TypeOf(r.Event)]] = true
				s.Apply(r)
			}
			want := string(read(t, strings.TrimSuffix(file, ".json")+".summary.json"))
			if got := pretty(t, s.Summary()); got != want {
				t.Errorf("it gives another summary:\n%s", got)
			}
			take(t, s)
		})
	}
	t.Run("together they hold every event there is", func(t *testing.T) {
		for name := range eventNames {
			if !stored[name] {
				t.Errorf("no golden batch has %s", name)
			}
		}
	})
	t.Run("what this version writes is what is in them, byte for byte", func(t *testing.T) {
		for name, records := range golden(t) {
			if got := batch(t, records); got != string(read(t, "testdata/logs/"+name+".json")) {
				t.Errorf("%s is written differently now; a released name or field keeps its meaning", name)
			}
		}
	})
}

func TestDecodeBatch(t *testing.T) {
	for sentence, stored := range map[string]string{
		"what is no JSON":               `{`,
		"what has no version":           `{"records":[]}`,
		"a version of the future":       `{"v":2,"records":[]}`,
		"an event nobody knows":         `{"v":1,"records":[{"s":1,"t":"2026-11-23T12:00:00Z","e":"card_exploded","d":{}}]}`,
		"an event of another shape":     `{"v":1,"records":[{"s":1,"t":"2026-11-23T12:00:00Z","e":"card_added","d":[]}]}`,
		"an event without its contents": `{"v":1,"records":[{"s":1,"t":"2026-11-23T12:00:00Z","e":"card_added"}]}`,
	} {
		t.Run(sentence+" is a failure, told with what it was", func(t *testing.T) {
			_, err := DecodeBatch([]byte(stored))
			if err == nil || AsProblem(err) != nil || !strings.HasPrefix(err.Error(), "decode ") {
				t.Fatal(err)
			}
		})
	}
	t.Run("an event without a name in the log is not written", func(t *testing.T) {
		if _, err := EncodeBatch([]Record{{Seq: 1, Event: nil}}); err == nil {
			t.Fatal("written")
		}
	})
	t.Run("names of commands and events are unlike each other, and each type has one", func(t *testing.T) {
		if len(eventName) != len(eventNames) || len(commandName) != len(commandNames) {
			t.Fatal("two names for one type")
		}
		for name := range commandNames {
			if eventNames[name] != nil {
				t.Errorf("%s is a command and an event", name)
			}
		}
	})
}

// golden gives the histories and the seals of sessions, by the names of their files.
func golden(t *testing.T) map[string][]Record {
	t.Helper()
	files := map[string][]Record{}
	for name, r := range map[string]*room{
		"v1": played(t), "v1-whole": whole(t).do(host, EndSession{}).done(), "v1-rounds": voted(t, func(*Session) {}).do(host, EndSession{}).done(),
		"v1-pulse": pulse(t, 6).do(host, EndSession{}).done(),
	} {
		sealed, ok := r.s.Seal()
		if !ok {
			t.Fatal("not sealed")
		}
		files[name+"-history"], files[name+"-sealed"] = r.log, []Record{sealed}
	}
	return files
}

func writeGolden(t *testing.T) {
	t.Helper()
	if err := os.MkdirAll("testdata/logs", 0o750); err != nil {
		t.Fatal(err)
	}
	for name, records := range golden(t) {
		s := New()
		for _, r := range records {
			s.Apply(r)
		}
		for file, text := range map[string]string{name + ".json": batch(t, records), name + ".summary.json": pretty(t, s.Summary())} {
			if err := os.WriteFile("testdata/logs/"+file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// batch gives the stored bytes with each record on a line of its own, so that a difference can be read.
func batch(t *testing.T, records []Record) string {
	t.Helper()
	stored, err := EncodeBatch(records)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(stored), `{"s":`, "\n{\"s\":") + "\n"
}

func pretty(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(encoded(t, v)), "", " "); err != nil {
		t.Fatal(err)
	}
	return b.String() + "\n"
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
