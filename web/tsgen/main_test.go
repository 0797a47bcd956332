package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbindend/session"
)

// declared reads the source of package session, the library in it and package wire, and gives the values of its string constants, by the name of their type.
func declared(t *testing.T) map[string][]string {
	t.Helper()
	productive := func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }
	var files []*ast.File
	for name, dir := range map[string]string{"session": "../../session", "library": "../../session/library", "wire": "../wire"} {
		packages, err := parser.ParseDir(token.NewFileSet(), dir, productive, 0) //nolint:staticcheck // constants need no type checker
		if err != nil {
			t.Fatal(err)
		}
		files = slices.AppendSeq(files, maps.Values(packages[name].Files))
	}
	values := map[string][]string{}
	for _, file := range files {
		for _, declaration := range file.Decls {
			list, ok := declaration.(*ast.GenDecl)
			if !ok || list.Tok != token.CONST {
				continue
			}
			for _, spec := range list.Specs {
				constant := spec.(*ast.ValueSpec)
				of, ok := constant.Type.(*ast.Ident)
				if !ok {
					continue
				}
				for _, value := range constant.Values {
					if literal, ok := value.(*ast.BasicLit); ok && literal.Kind == token.STRING {
						text, err := strconv.Unquote(literal.Value)
						if err != nil {
							t.Fatal(err)
						}
						values[of.Name] = append(values[of.Name], text)
					}
				}
			}
		}
	}
	return values
}

func TestEnums(t *testing.T) {
	source := declared(t)
	for typ, values := range enums {
		t.Run(typ.Name()+" has the values that package session declares, and no others", func(t *testing.T) {
			want := source[typ.Name()]
			switch typ {
			case reflect.TypeFor[session.Band](), reflect.TypeFor[session.Says](), reflect.TypeFor[session.NoComparison](), reflect.TypeFor[session.Method]():
				want = append(slices.Clone(want), "") // not known yet; a number says it; there is a comparison; by dots, as ever
			}
			if len(want) == 0 {
				t.Fatal("the source declares none")
			}
			for _, value := range want {
				if !slices.Contains(values, value) {
					t.Errorf("%q is forgotten", value)
				}
			}
			for _, value := range values {
				if !slices.Contains(want, value) {
					t.Errorf("%q does not exist (any more)", value)
				}
			}
			if len(values) != len(want) {
				t.Errorf("%d values, want %d", len(values), len(want))
			}
		})
	}

	t.Run("every string type with constants that travels is an enum", func(t *testing.T) {
		known := map[string]bool{"PersonID": true, "Match": true, "Move": true} // never travel; the last two are on a page that the server writes
		for typ := range enums {
			known[typ.Name()] = true
		}
		for name := range source {
			if !known[name] {
				t.Errorf("%s is written as any string", name)
			}
		}
	})
}

func TestProtocol(t *testing.T) {
	t.Run("the committed file is what the Go types say", func(t *testing.T) {
		committed, err := os.ReadFile("../app/src/wire/protocol.ts")
		if err != nil {
			t.Fatal(err)
		}
		if string(committed) != Generate() {
			t.Error("run `make generate`")
		}
	})
	t.Run("every command and every item is in it, with its fields", func(t *testing.T) {
		text := Generate()
		for name, command := range session.CommandTypes() {
			if want := "  " + name + ": " + reflect.TypeOf(command).Name() + "\n"; !strings.Contains(text, want) {
				t.Errorf("no %q", want)
			}
		}
		for key, item := range session.ItemTypes() {
			kind := reflect.TypeOf(item)
			if !strings.Contains(text, kind.Name()) {
				t.Errorf("nothing about %s", key)
			}
			for i := range kind.NumField() {
				field, _, _ := strings.Cut(kind.Field(i).Tag.Get("json"), ",")
				if field != "" && !strings.Contains(text, "  "+field+": ") && !strings.Contains(text, "  "+field+"?: ") {
					t.Errorf("%s has no %s", kind.Name(), field)
				}
			}
		}
	})
	t.Run("it is the same every time", func(t *testing.T) {
		first := Generate()
		for range 5 {
			if Generate() != first {
				t.Fatal("two differ")
			}
		}
	})
}

func TestNames(t *testing.T) {
	type inner struct {
		Kept string `json:"kept"`
	}
	type outer struct {
		inner
		List  []int          `json:"list"`
		Maybe *inner         `json:"maybe"`
		ByID  map[string]int `json:"byId,omitempty"`
		Large uint64         `json:"large,string"`
	}
	g := &generator{done: map[string]string{}}
	g.name(reflect.TypeFor[outer]())
	want := "export interface outer {\n  kept: string\n  list: number[]\n  maybe: inner | null\n  byId?: Record<string, number>\n  large: string\n}\n"
	if got := g.done["outer"]; got != want {
		t.Errorf("wrote\n%swant\n%s", got, want)
	}
	t.Run("a kind that JSON has not is refused, not guessed", func(t *testing.T) {
		defer func() {
			if recover() == nil {
				t.Error("accepted")
			}
		}()
		g.name(reflect.TypeFor[chan int]())
	})
}
