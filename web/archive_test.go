package web

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"verbindend/reports/tables"
	"verbindend/session"
	"verbindend/web/wire"
)

// kept gives the results of the fullest session that is kept for the tests, as if it had ended an hour ago.
func kept(t *testing.T) session.Summary {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "session", "testdata", "logs", "v1-whole-sealed.json"))
	if err != nil {
		t.Fatal(err)
	}
	records, err := session.DecodeBatch(text)
	if err != nil {
		t.Fatal(err)
	}
	s := session.New()
	s.Apply(records[0])
	sum := s.Summary()
	sum.EndedAt = time.Now().Add(-time.Hour).UTC().Truncate(time.Second)
	return sum
}

func canonical(t *testing.T, sum session.Summary) string {
	t.Helper()
	text, err := sum.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestImportedResults(t *testing.T) {
	t.Run("come back as they went: the same JSON, workbook and report", func(t *testing.T) {
		h := open(t)
		sum := kept(t)
		var in wire.SessionImported
		h.facilitator().post("/api/sessions/import", canonical(t, sum)).is(201).into(&in)
		if in.Title != sum.Title || in.Forgot || in.ID == sum.ID || !strings.Contains(in.Host, in.ID) {
			t.Errorf("answered %+v", in)
		}
		at := "/api/sessions/" + in.ID
		if got := string(h.browser().get(at + "/results.json").is(200).body); got != canonical(t, sum) {
			t.Errorf("the results are others:\n%s\nand were\n%s", got, canonical(t, sum))
		}
		var want strings.Builder
		if err := tables.XLSX(&want, sum, tables.Options{Lang: session.Dutch, In: time.Local}); err != nil {
			t.Fatal(err)
		}
		if got := string(h.browser().get(at + "/results.xlsx?lang=nl").is(200).body); got != want.String() {
			t.Error("the workbook is another one")
		}
		h.browser().get(at + "/report.pdf").is(200)
		var list wire.SessionList
		h.facilitator().get("/api/sessions").is(200).into(&list)
		at0 := slices.IndexFunc(list.Sessions, func(s wire.ListedSession) bool { return s.ID == in.ID })
		if at0 < 0 || list.Sessions[at0].Imported == 0 || list.Sessions[at0].Status != session.Over || list.Sessions[at0].StartedAt != sum.StartedAt.UnixMilli() {
			t.Errorf("listed as %+v", list.Sessions)
		}
		t.Run("and only once", func(t *testing.T) {
			h.in(t).facilitator().post("/api/sessions/import", canonical(t, sum)).
				refuses(409, session.Problem{Code: session.Taken, Field: "id", Reason: session.AlreadyThere})
		})
	})
	t.Run("may have been laid out by hand: spaces tell nothing", func(t *testing.T) {
		h := open(t)
		text, err := json.MarshalIndent(kept(t), "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		h.facilitator().post("/api/sessions/import", string(text)).is(201)
	})
	t.Run("that a reader took along by a link name no session, and are refused for that", func(t *testing.T) {
		h := open(t)
		var in wire.SessionImported
		h.facilitator().post("/api/sessions/import", canonical(t, kept(t))).is(201).into(&in)
		page := h.browser().get("/api/sessions/" + in.ID + "/report").is(303).header.Get("Location")
		file := string(h.browser().get(page + "/results.json").is(200).body)
		h.facilitator().post("/api/sessions/import", file).refuses(400, session.Problem{Code: session.Invalid, Field: "id", Reason: session.Empty})
	})
	t.Run("are for the facilitator", func(t *testing.T) {
		open(t).browser().post("/api/sessions/import", canonical(t, kept(t))).refuses(403, session.Problem{Code: session.Denied})
	})
	t.Run("may be larger than anything else that is sent, when the facilitator sends them", func(t *testing.T) {
		h := open(t)
		large := strings.Repeat(" ", 2*bodyLimit) + canonical(t, kept(t))
		h.facilitator().post("/api/sessions/import", large).is(201)
		h.announces("/api/sessions", h.server.keys.facilitator, len(large)).is(413)
		h.announces("/api/sessions/import", "nobody's", len(large)).is(413)
	})
	t.Run("are no way to guess the key: who has sent too many wrong ones waits, while the facilitator who signed in does not", func(t *testing.T) {
		h := open(t)
		for range keysAMinute {
			h.announces("/api/sessions/import", "a guess", importLimit).is(413)
		}
		h.announces("/api/sessions/import", h.server.keys.facilitator, importLimit).is(413)
		signed := h.browser()
		signed.post("/api/sign-in", `{"key":"`+h.server.keys.facilitator+`"}`).is(204)
		signed.post("/api/sessions/import", strings.Repeat(" ", bodyLimit)+canonical(t, kept(t))).is(201)
	})
	t.Run("with a number that takes an hour to write out are refused at once", func(t *testing.T) {
		text, ballots := canonical(t, kept(t)), `"ballots":[[`
		for _, number := range []string{"1e999999", "1E-999999", "-1e+9999", strings.Repeat("1", 100_000)} {
			wrong := strings.Replace(text, ballots, ballots+strings.Repeat(number+",", 1000), 1)
			began := time.Now()
			if _, found := readResults([]byte(wrong)); len(found) != 1 || found[0] != *malformed || time.Since(began) > 10*time.Second {
				t.Errorf("%.12s: %+v after %v", number, found, time.Since(began))
			}
		}
	})
	t.Run("are refused with every field that is wrong", func(t *testing.T) {
		h := open(t)
		for _, c := range []struct {
			name, from, to string
			want           []session.Problem
		}{
			{"no JSON", `{"version"`, `"version"`, []session.Problem{*malformed}},
			{"not UTF-8", `"title":"`, "\"title\":\"\xff", []session.Problem{*malformed}},
			{"of a later version", `"version":1`, `"version":7`, []session.Problem{{Code: session.Invalid, Field: "version", Reason: session.Unknown, Limit: 1}}},
			{"a field too many", `"title":`, `"people":[],"title":`, []session.Problem{{Code: session.Invalid, Field: "people", Reason: session.Unknown}}},
			{"a field too few", `"lang":"nl",`, ``, []session.Problem{{Code: session.Invalid, Field: "lang", Reason: session.Empty}}},
			{"a word for a number", fmt.Sprintf(`"counts":{"joined":%d`, kept(t).Counts.Joined), `"counts":{"joined":"twaalf"`, []session.Problem{{Code: session.Invalid, Field: "counts/joined", Reason: session.Malformed}}},
			{"a language that is not there", `"lang":"nl"`, `"lang":"fr"`, []session.Problem{{Code: session.Invalid, Field: "lang", Reason: session.Unknown}}},
			{"numbers that do not add up", `"counts":{`, `"counts":{"hidden":0,`, nil},
		} {
			t.Run(c.name, func(t *testing.T) {
				text := canonical(t, kept(t))
				if !strings.Contains(text, c.from) {
					t.Fatalf("there is no %s in %s", c.from, text)
				}
				wrong := strings.Replace(text, c.from, c.to, 1)
				if c.want == nil {
					sum := kept(t)
					sum.Counts.Cards++
					sum.Vote.Options[0].Voters++
					wrong = canonical(t, sum)
					c.want = []session.Problem{
						{Code: session.Invalid, Field: "counts/cards", Reason: session.DoesNotAddUp},
						{Code: session.Invalid, Field: "vote/options/0/voters", Reason: session.DoesNotAddUp},
					}
				}
				var reply wire.ProblemReply
				h.in(t).facilitator().post("/api/sessions/import", wrong).is(400).into(&reply)
				if got := append([]session.Problem{reply.Problem}, reply.Also...); !slices.Equal(got, c.want) {
					t.Errorf("refused with %+v, want %+v", got, c.want)
				}
			})
		}
	})
}
