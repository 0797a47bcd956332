// Command schemagen writes the JSON Schemas of results.json and lookbacks.json from the Go types, by reflection, and what it says of each field from
// their comments. Run it with `go generate ./...`; where it is served, docs/data.md tells.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"reflect"
	"slices"
	"strings"
	"time"

	"verbindend/session"
)

func main() {
	if len(os.Args) != 2+len(kinds) {
		log.Fatal("usage: schemagen SOURCE RESULTS LOOKBACKS")
	}
	for i, k := range kinds {
		text, err := Generate(os.Args[1], k)
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(os.Args[2+i], text, 0o644); err != nil { //nolint:gosec // for everyone to read
			log.Fatal(err)
		}
	}
}

// A Kind is a file that has a schema.
type Kind struct {
	Name, Title string
	Version     int
	Type        reflect.Type
}

var (
	results   = Kind{"results", "Results of a session", session.SummaryVersion, reflect.TypeFor[session.Summary]()}
	lookbacks = Kind{"lookbacks", "How a session was looked back on", session.LookbacksVersion, reflect.TypeFor[session.LookbackFile]()}
	kinds     = []Kind{results, lookbacks}
)

// blank are the string types of which "" is a value that their constants do not name: not known yet, a number says it, there is a
// comparison.
var blank = []reflect.Type{reflect.TypeFor[session.Band](), reflect.TypeFor[session.Says](), reflect.TypeFor[session.NoComparison]()}

// object is JSON with sorted keys.
type object map[string]any

// Generate gives the schema of a kind of file; source is the folder of package session.
func Generate(source string, k Kind) ([]byte, error) {
	said, err := readSource(source)
	if err != nil {
		return nil, err
	}
	g := &generator{source: said, defs: object{}}
	root := g.object(k.Type)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = fmt.Sprintf("urn:verbindend:%s:%d", k.Name, k.Version)
	root["$comment"] = "Generated from the Go types by web/schemagen. Do not edit: run `make generate`."
	root["title"] = k.Title
	root["properties"].(object)["version"].(object)["const"] = k.Version
	root["$defs"] = g.defs
	if g.err != nil {
		return nil, g.err
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err = e.Encode(root)
	return out.Bytes(), err
}

type generator struct {
	source source
	defs   object
	err    error
}

// schema gives what a value of a type looks like.
func (g *generator) schema(t reflect.Type) object {
	switch t.Kind() {
	case reflect.Pointer:
		return object{"anyOf": []any{g.schema(t.Elem()), object{"type": "null"}}}
	case reflect.Slice:
		return object{"type": "array", "items": g.schema(t.Elem())}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int64, reflect.Uint64:
		return object{"type": "integer"}
	case reflect.Float64:
		return object{"type": "number"}
	case reflect.String:
		return g.text(t)
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			return object{"type": "string", "format": "date-time"}
		}
		if _, known := g.defs[t.Name()]; !known {
			g.defs[t.Name()] = nil // it may hold itself
			g.defs[t.Name()] = g.object(t)
		}
		return object{"$ref": "#/$defs/" + t.Name()}
	}
	g.err = fmt.Errorf("no schema for %s", t)
	return nil
}

// text is a string, or one of the constants of its type.
func (g *generator) text(t reflect.Type) object {
	if t.PkgPath() == "" {
		return object{"type": "string"}
	}
	values := slices.Clone(g.source.constants[t.Name()])
	if len(values) == 0 {
		g.err = fmt.Errorf("%s has no constants", t)
	}
	if slices.Contains(blank, t) {
		values = append(values, "")
	}
	if _, known := g.defs[t.Name()]; !known {
		g.defs[t.Name()] = object{"type": "string", "enum": values, "description": g.source.comments[t.Name()]}
	}
	return object{"$ref": "#/$defs/" + t.Name()}
}

func (g *generator) object(t reflect.Type) object {
	properties, required := object{}, []string{}
	g.fields(t, properties, &required)
	return object{
		"type": "object", "description": g.source.comments[t.Name()],
		"properties": properties, "required": required, "additionalProperties": false,
	}
}

func (g *generator) fields(t reflect.Type, properties object, required *[]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			g.fields(f.Type, properties, required)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		s := g.schema(f.Type)
		switch {
		case strings.Contains(options, "string"):
			s = object{"type": "string", "pattern": "^[0-9]+$"}
		case f.Type.Kind() == reflect.Slice && !strings.Contains(options, "omit"):
			s["type"] = []string{"array", "null"} // a list that nothing was put in
		}
		if comment := g.source.comments[t.Name()+"."+f.Name]; comment != "" {
			s["description"] = comment
		}
		properties[name] = s
		if !strings.Contains(options, "omit") {
			*required = append(*required, name)
		}
	}
}
