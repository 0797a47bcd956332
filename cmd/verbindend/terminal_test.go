package main

import (
	"reflect"
	"strings"
	"testing"

	"github.com/skip2/go-qrcode"

	"verbindend/cmd/verbindend/demo"
	"verbindend/session"
)

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want session.Lang
	}{
		{nil, session.Dutch},
		{map[string]string{"LANG": "C.UTF-8"}, session.Dutch},
		{map[string]string{"LANG": "en_US.UTF-8"}, session.English},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, session.Dutch},
		{map[string]string{"LANG": "nl_BE", "LC_MESSAGES": "en_GB"}, session.English},
	} {
		got := languageOf(func(name string) (string, bool) { v, ok := c.env[name]; return v, ok })
		if got != c.want {
			t.Errorf("%v speaks %s, not %s", c.env, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	t.Run("both languages say everything, with the same places to fill in", func(t *testing.T) {
		verbs := func(s string) string {
			var list []string
			for i := strings.IndexByte(s, '%'); i >= 0 && i+1 < len(s); i = strings.IndexByte(s, '%') {
				list, s = append(list, s[i:i+2]), s[i+2:]
			}
			return strings.Join(list, " ")
		}
		nl, en := reflect.ValueOf(dutch), reflect.ValueOf(english)
		for i := range nl.NumField() {
			name := nl.Type().Field(i).Name
			if nl.Field(i).Kind() != reflect.String {
				continue
			}
			a, b := nl.Field(i).String(), en.Field(i).String()
			if a == "" || b == "" || verbs(a) != verbs(b) {
				t.Errorf("%s: %q and %q", name, a, b)
			}
		}
		for _, s := range demo.Stages() {
			if dutch.stages[s] == "" || english.stages[s] == "" {
				t.Errorf("nothing to say at %s", s)
			}
		}
	})
}

func TestQR(t *testing.T) {
	t.Run("what is drawn is the code, half a character per module", func(t *testing.T) {
		const text = "http://192.168.1.20:8080"
		code, err := qrcode.New(text, qrcode.Low)
		if err != nil {
			t.Fatal(err)
		}
		want := code.Bitmap()
		lines := strings.Split(strings.TrimSuffix(drawQR(text, "  ", false), "\n"), "\n")
		if len(lines) != (len(want)+1)/2 {
			t.Fatalf("%d lines for %d rows", len(lines), len(want))
		}
		for y := range want {
			row := []rune(strings.TrimPrefix(lines[y/2], "  "))
			for x, dark := range want[y] {
				light := row[x] == '█' || row[x] == '▀' && y%2 == 0 || row[x] == '▄' && y%2 == 1
				if light == dark {
					t.Fatalf("module %d,%d: dark is %t and %q is drawn", x, y, dark, row[x])
				}
			}
		}
	})
	t.Run("on a terminal it brings its own colours", func(t *testing.T) {
		if rich := drawQR("x", "", true); !strings.HasPrefix(rich, "\x1b[97;40m█") {
			t.Errorf("%q", rich[:20])
		}
	})
}
