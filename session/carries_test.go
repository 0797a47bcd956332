package session

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestNothingCarriesAPerson(t *testing.T) {
	t.Run("no item, own part, summary, problem or sealed record has a field that could name a person", func(t *testing.T) {
		seen := map[reflect.Type]bool{}
		var look func(path string, typ reflect.Type)
		look = func(path string, typ reflect.Type) {
			if seen[typ] {
				return
			}
			seen[typ] = true
			if typ == reflect.TypeFor[PersonID]() || typ == reflect.TypeFor[Actor]() || typ == reflect.TypeFor[Record]() {
				t.Errorf("%s is a %s", path, typ)
			}
			switch typ.Kind() {
			case reflect.Pointer, reflect.Slice, reflect.Array:
				look(path+"[]", typ.Elem())
			case reflect.Map:
				look(path+"[key]", typ.Key())
				look(path+"[]", typ.Elem())
			case reflect.Interface:
				t.Errorf("%s can be anything", path)
			case reflect.Struct:
				if typ.PkgPath() != reflect.TypeFor[Session]().PkgPath() {
					return // time.Time
				}
				for f := range typ.Fields() {
					look(path+"."+f.Name, f.Type)
				}
			}
		}
		for key, it := range ItemTypes() {
			look(key, reflect.TypeOf(it))
		}
		for _, typ := range []reflect.Type{
			reflect.TypeFor[Me](), reflect.TypeFor[Summary](), reflect.TypeFor[Problem](), reflect.TypeFor[SessionSealed](),
		} {
			look(typ.Name(), typ)
		}
		if len(seen) < 30 {
			t.Fatal("nothing was looked at")
		}
	})
	t.Run("every key of a view has its type in the list that the protocol is made from", func(t *testing.T) {
		types, built := ItemTypes(), map[string]bool{}
		r := played(t)
		for _, record := range slices.Concat(r.log, whole(t).log, voted(t, func(*Session) {}).log) {
			if record.Seq == 1 {
				r.s = New()
			}
			r.s.Apply(record)
			for _, role := range roles {
				for key, it := range r.s.View(Viewer{Role: role}).Items {
					if prefix, _, ok := strings.Cut(key, "/"); ok {
						key = prefix + "/"
					}
					if reflect.TypeOf(it) != reflect.TypeOf(types[key]) {
						t.Fatalf("%s is a %T, and the list says %T", key, it, types[key])
					}
					built[key] = true
				}
			}
		}
		delete(types, "deck") // has its own specification
		for key := range types {
			if !built[key] {
				t.Errorf("no session shows %s", key)
			}
		}
	})
}
