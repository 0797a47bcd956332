package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"verbindend/session"
)

const committed = "../schema/results-1.json"

func compiled(t *testing.T) *jsonschema.Schema { t.Helper(); return compiledFrom(t, committed) }

func compiledFrom(t *testing.T, path string) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("results.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("results.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, sum session.Summary) error {
	t.Helper()
	text, err := sum.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	return validateText(t, schema, text)
}

func validateText(t *testing.T, schema *jsonschema.Schema, text []byte) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(document)
}

// remembered gives the results of every session that was ever kept for the tests: of every stage of every golden log.
func remembered(t *testing.T) map[string]session.Summary {
	t.Helper()
	files, err := filepath.Glob("../../session/testdata/logs/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden logs", err)
	}
	all := map[string]session.Summary{}
	for _, file := range files {
		if strings.HasSuffix(file, ".summary.json") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		records, err := session.DecodeBatch(text)
		if err != nil {
			t.Fatal(file, err)
		}
		s := session.New()
		for _, r := range records {
			s.Apply(r)
		}
		all[filepath.Base(file)] = s.Summary()
		if seal, ready := s.Seal(); ready {
			s.Apply(seal)
			all[filepath.Base(file)+", sealed"] = s.Summary()
		}
	}
	return all
}

func TestSchema(t *testing.T) {
	schema := compiled(t)
	t.Run("the committed file is what the Go types say", func(t *testing.T) {
		for _, k := range kinds {
			text, err := os.ReadFile(fmt.Sprintf("../schema/%s-%d.json", k.Name, k.Version))
			if err != nil {
				t.Fatal(err)
			}
			if now, err := Generate("../../session", k); err != nil || !bytes.Equal(text, now) {
				t.Errorf("%s: run `make generate` (%v)", k.Name, err)
			}
		}
	})
	t.Run("looks back are as theirs says, told and not told", func(t *testing.T) {
		mean := 6.5
		file := session.LookbackFile{Version: session.LookbacksVersion, Fingerprint: strings.Repeat("a", 64), Lookbacks: []session.LookbackResult{
			{Day: 30, Presence: []session.ValuePresence{{Value: "c1", Name: "Lef", N: 9, Mean: &mean}, {Value: "c2"}}, Steps: &session.StepsTaken{Taken: 5}}, {Day: 90},
		}}
		text, err := file.JSON()
		if err != nil {
			t.Fatal(err)
		}
		if err := validateText(t, compiledFrom(t, "../schema/lookbacks-1.json"), text); err != nil {
			t.Error(err)
		}
		if err := validateText(t, compiledFrom(t, "../schema/lookbacks-1.json"), []byte(`{"version":2}`)); err == nil {
			t.Error("another version is let through")
		}
	})
	t.Run("the results of every session that was ever kept are as it says", func(t *testing.T) {
		for name, sum := range remembered(t) {
			if err := validate(t, schema, sum); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
	t.Run("it refuses what is not there, what is missing and what is of another kind", func(t *testing.T) {
		text, err := (session.Summary{Version: session.SummaryVersion, Lang: session.Dutch}).Canonical()
		if err != nil {
			t.Fatal(err)
		}
		if err := validateText(t, schema, text); err != nil {
			t.Fatal(err)
		}
		for _, change := range [][2]string{
			{`"title":""`, `"title":"","people":[]`},
			{`"title":"",`, ``},
			{`"final":false`, `"final":0`},
			{`"version":1`, `"version":2`},
			{`"lang":"nl"`, `"lang":"de"`},
			{`"startedAt":"0001-01-01T00:00:00Z"`, `"startedAt":"gisteren"`},
		} {
			wrong := bytes.Replace(text, []byte(change[0]), []byte(change[1]), 1)
			if bytes.Equal(wrong, text) {
				t.Fatalf("there is no %s in %s", change[0], text)
			}
			if validateText(t, schema, wrong) == nil {
				t.Errorf("%s was accepted", change[1])
			}
		}
	})
	t.Run("every field says what it is, or has a name that does", func(t *testing.T) {
		source, err := readSource("../../session")
		if err != nil {
			t.Fatal(err)
		}
		if source.comments["Counts.Wrote"] != "people with at least one card; where tables share a phone: phones" || len(source.constants["Kind"]) < 10 {
			t.Errorf("the source was read as %q and %q", source.comments["Counts.Wrote"], source.constants["Kind"])
		}
		text, err := os.ReadFile(committed)
		if err != nil {
			t.Fatal(err)
		}
		var root struct {
			Properties map[string]json.RawMessage `json:"properties"`
		}
		if err := json.Unmarshal(text, &root); err != nil {
			t.Fatal(err)
		}
		for i := range reflect.TypeFor[session.Summary]().NumField() {
			name, _, _ := strings.Cut(reflect.TypeFor[session.Summary]().Field(i).Tag.Get("json"), ",")
			if root.Properties[name] == nil {
				t.Errorf("nothing of %s", name)
			}
		}
	})
}
