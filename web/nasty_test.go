package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

// nasty is what people and their phones send, none of it longer than a field holds.
var nasty = []string{
	"👩‍👩‍👧‍👦 familie 👍🏽 🇳🇱", "الثقة المتبادلة", "אמון הדדי", "ความไว้วางใจ", "zero\u200bwidth\u200djoin\ufeff", "half \xed\xa0\xbd teken",
	"<script>alert('x')</script>", "</script><img src=x onerror=alert(1)>", "=SUM(A1:A9)", "@cmd|' /C calc'!A0", "%s %d %!v", "\u202eomgekeerd\u202c",
	`"aan; haling", 'en' \ zo`, "{{.Title}} ${x} <%= y %>", "信頼と尊敬", "Z̸̢̛͉̦a̴̧̛l̵͙̈́g̴̱̓o̶̡͑", strings.Repeat("x", 60),
}

// authored are the fields of results in which people's own words stand.
var authored = []string{"title", "name", "text", "sentence", "unless", "when", "then", "what", "first", "owner", "measure", "obstacle", "prompt"}

// nastied puts a nasty text in the place of every text that people wrote: the same one for the same text.
func nastied(t *testing.T, sum session.Summary) session.Summary {
	t.Helper()
	var tree any
	if err := json.Unmarshal([]byte(canonical(t, sum)), &tree); err != nil {
		t.Fatal(err)
	}
	instead := map[string]string{}
	other := func(text string) string {
		if _, known := instead[text]; !known && text != "" {
			n := len(instead)
			instead[text] = fmt.Sprint(nasty[n%len(nasty)], " ", n)
		}
		return instead[text]
	}
	var walk func(key string, value any) any
	walk = func(key string, value any) any {
		switch v := value.(type) {
		case map[string]any:
			for k := range v {
				v[k] = walk(k, v[k])
			}
		case []any:
			for i := range v {
				v[i] = walk(key, v[i])
			}
		case string:
			if slices.Contains(authored, key) {
				return other(v)
			}
		}
		return value
	}
	text, err := json.Marshal(walk("", tree))
	if err != nil {
		t.Fatal(err)
	}
	var changed session.Summary
	if err := json.Unmarshal(text, &changed); err != nil {
		t.Fatal(err)
	}
	if len(instead) < len(nasty) {
		t.Fatalf("only %d texts were found", len(instead))
	}
	return changed
}

// Whatever people wrote goes out in every form, and comes back in.
func TestNastyTexts(t *testing.T) {
	h := open(t)
	sum := nastied(t, kept(t))
	var in wire.SessionImported
	h.facilitator().post("/api/sessions/import", canonical(t, sum)).is(201).into(&in)
	at := "/api/sessions/" + in.ID
	t.Run("results that were imported come out as they went in", func(t *testing.T) {
		if got := string(h.in(t).browser().get(at + "/results.json").is(200).body); got != canonical(t, sum) {
			t.Errorf("%s\n%s", got, canonical(t, sum))
		}
	})
	t.Run("but with characters that no session keeps they do not come in", func(t *testing.T) {
		other := kept(t)
		other.Clusters[0].Name = "nul\x00teken"
		h.in(t).facilitator().post("/api/sessions/import", canonical(t, other)).
			refuses(400, session.Problem{Code: session.Invalid, Field: "clusters/0/name", Reason: session.Malformed})
	})
	l := h.link(wire.SessionCreated{ID: in.ID, Host: in.Host}, `{}`)
	kinds := map[string]string{"pdf": "%PDF-", "png": "\x89PNG", "xlsx": "PK\x03\x04", "zip": "PK\x03\x04", "csv": "", "json": "{"}
	for _, f := range h.server.files() {
		path := strings.Replace(f.path, ":n", "1", 1)
		_, kind, _ := strings.Cut(path, ".")
		t.Run("there is a "+path, func(t *testing.T) {
			for _, from := range []string{at, "/r/" + l.Token} {
				for _, lang := range []string{"nl", "en"} {
					a := h.in(t).browser().get(from + "/" + path + "?lang=" + lang).is(200)
					if !bytes.HasPrefix(a.body, []byte(kinds[kind])) || len(a.body) < 100 {
						t.Errorf("%s: %.40q", from, a.body)
					}
				}
			}
		})
	}
	publish := "/publish/" + in.ID
	h.facilitator().form(publish, url.Values{"do": {"publish"}, "title": {nasty[6] + nasty[0]}}).is(303)
	_, after, _ := strings.Cut(string(h.browser().get("/kennisbank").is(200).body), `href="/kennisbank/`)
	slug, _, _ := strings.Cut(after, `"`)
	for name, path := range map[string]string{
		"the report by link": "/r/" + l.Token, "the library": "/kennisbank", "a page of the library": "/kennisbank/" + slug,
		"a search in it": "/kennisbank?q=" + url.QueryEscape(nasty[6]), "publishing": publish,
	} {
		t.Run("no page runs what people wrote: "+name, func(t *testing.T) {
			b := h.in(t).browser()
			if name == "publishing" {
				b = h.in(t).facilitator()
			}
			body := string(b.get(path).is(200).body)
			for _, run := range []string{"<script>alert", "<img src=x", "onerror=alert(1)>"} {
				if strings.Contains(body, run) {
					t.Errorf("%q stands there as it was written", run)
				}
			}
			if strings.Contains(body, "\x00") || strings.Contains(body, "ZgotmplZ") {
				t.Error("there is a character in it that no page has")
			}
			if !strings.Contains(body, "alert") {
				t.Error("it has none of the texts, and proves nothing")
			}
		})
	}
	t.Run("and facilitators find it, and lay it beside another session", func(t *testing.T) {
		other := kept(t)
		other.ID, other.Title = "another", "Nog een"
		var beside wire.SessionImported
		h.in(t).facilitator().post("/api/sessions/import", canonical(t, other)).is(201).into(&beside)
		for _, text := range nasty {
			h.in(t).facilitator().get("/api/library?q=" + url.QueryEscape(text)).is(200)
		}
		h.in(t).facilitator().get("/compare?then=" + in.ID + "&now=" + beside.ID).is(200)
	})
}
