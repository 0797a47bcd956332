package tables

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbindend/session"
)

// A filler fills any value, each leaf with something that stands nowhere else.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2026, 11, 1, 9, f.n, 0, 0, time.UTC)))
			return
		}
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.String:
		v.SetString("woord " + strconv.Itoa(f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(1000 + f.n))
	case reflect.Uint64:
		v.SetUint(uint64(1000 + f.n)) //nolint:gosec // small
	case reflect.Float64:
		v.SetFloat(float64(f.n) / 1024)
	default:
		panic("nothing to fill " + v.Type().String() + " with")
	}
}

// change makes a leaf another one.
func change(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		v.Set(reflect.ValueOf(v.Interface().(time.Time).Add(48 * time.Hour)))
	case reflect.String:
		v.SetString(v.String() + " anders")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Uint64:
		v.SetUint(v.Uint() + 1)
	case reflect.Float64:
		v.SetFloat(v.Float() + .25)
	}
}

// leaves visits everything that can be changed, with its path.
func leaves(v reflect.Value, path string, visit func(path string, leaf reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		leaves(v.Elem(), path, visit)
	case reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i), path+"/"+strconv.Itoa(i), visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			visit(path, v)
			return
		}
		for i := range v.NumField() {
			leaves(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	default:
		visit(path, v)
	}
}

// full is a summary in which everything is filled in; it makes sense to nobody, but that its parts name each other.
func full() session.Summary {
	var sum session.Summary
	(&filler{}).fill(reflect.ValueOf(&sum).Elem())
	for i := range sum.Outcomes { // a question counts from its own least number
		for j := range sum.Outcomes[i].Questions {
			sum.Outcomes[i].Questions[j].Min = 1 + j
		}
	}
	all := []*session.Comparison{sum.Comparison}
	for i := range sum.Rounds {
		sum.Rounds[i].Vote.Round = 1 + i
		all = append(all, sum.Rounds[i].Comparison)
	}
	for _, c := range all {
		for i := range c.Differences {
			c.Differences[i].More, c.Differences[i].Less = 0, 1
		}
	}
	return sum
}

// written is everything that stands in tables, without the fingerprint, which changes with anything.
func written(list []Table, fingerprint string) string {
	var b strings.Builder
	for _, t := range list {
		fmt.Fprintf(&b, "== %s %s %v\n", t.Key, t.Name, t.Columns)
		for _, row := range t.Rows {
			for _, cell := range row {
				if day, is := cell.(Day); is {
					cell = time.Time(day)
				}
				fmt.Fprintf(&b, "%T %v | ", cell, cell)
			}
			b.WriteString("\n")
		}
	}
	return strings.ReplaceAll(b.String(), fingerprint, "(fingerprint)")
}

func TestEveryFieldHasAPlace(t *testing.T) {
	sum := full()
	before := written(Of(sum, Options{}), sum.Fingerprint())
	count := 0
	leaves(reflect.ValueOf(&sum).Elem(), "Summary", func(path string, leaf reflect.Value) {
		count++
		old := reflect.ValueOf(leaf.Interface())
		change(leaf)
		if written(Of(sum, Options{}), sum.Fingerprint()) == before {
			t.Errorf("%s can change, and no table changes with it", path)
		}
		leaf.Set(old)
	})
	if count < 200 {
		t.Errorf("only %d fields were changed", count)
	}
	if written(Of(sum, Options{}), sum.Fingerprint()) != before {
		t.Error("the test did not put everything back")
	}
}
