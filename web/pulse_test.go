package web

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

// past gives a session that has ended with one value in its top, and the key of the question about it in a pulse.
func (h *house) past() (s wire.SessionCreated, key string) {
	h.t.Helper()
	s = h.start()
	host, anna := h.host(s), h.phone(s, "anna")
	host.do(session.OpenActivity{Activity: write})
	anna.do(session.AddCard{ID: "k1", Text: "Moed"})
	host.do(session.OpenActivity{Activity: vote})
	var ballot session.BallotItem
	host.await("a ballot", func() bool { return host.items["ballot"] != nil })
	host.read(host.items["ballot"], &ballot)
	anna.do(session.CastBallot{Round: 1, Dots: map[string]int{ballot.Options[0].ID: 1}})
	host.do(session.EndSession{})
	return s, ballot.Options[0].ID + "/presence"
}

// looker is a browser on the page of a pulse, with a cookie of its own.
func (h *house) looker(id string) *browser {
	h.t.Helper()
	b := h.browser()
	b.get("/pulse/" + id).is(200)
	return b
}

// form sends a form, as a page does.
func (b *browser) form(path string, values url.Values) *answer {
	b.t.Helper()
	request, err := http.NewRequestWithContext(b.t.Context(), http.MethodPost, b.url+path, strings.NewReader(values.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	request.Header = b.head.Clone()
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	reply, err := b.client.Do(request)
	if err != nil {
		b.t.Fatal(err)
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return &answer{b.t, reply.StatusCode, reply.Header, reply.Cookies(), text}
}

func TestPulse(t *testing.T) {
	h := open(t)
	s, key := h.past()
	pulses, page := "/api/sessions/"+s.ID+"/pulses", "/pulse/"+s.ID

	t.Run("is opened, listed and closed by facilitators", func(t *testing.T) {
		h := h.in(t)
		for _, b := range []*browser{h.browser(), h.browser().with("Authorization", "Bearer "+keyOf(s.Host))} {
			b.get(pulses).refuses(403, session.Problem{Code: session.Denied})
			b.post(pulses, `{"day":30}`).refuses(403, session.Problem{Code: session.Denied})
			b.post(pulses+"/close", "").refuses(403, session.Problem{Code: session.Denied})
		}
		b := h.facilitator()
		b.post(pulses, `{"day":0}`).refuses(400, session.Problem{Code: session.Invalid, Field: "day", Reason: session.OutOfRange, Limit: session.MaxPulseDay})
		b.post("/api/sessions/nowhere/pulses", `{"day":30}`).refuses(404, session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown})
		b.post("/api/sessions/nowhere/pulses/close", "").refuses(404, session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown})
		running := h.start()
		b.post("/api/sessions/"+running.ID+"/pulses", `{"day":30}`).refuses(409, session.Problem{Code: session.Closed, Field: "session"})
	})
	t.Run("before it is open its page says so, with the day around which it will be", func(t *testing.T) {
		h := h.in(t)
		a := h.browser().get(page).is(200)
		a.says("Nog niet open")
		a.says("rond ")
		if a.cookie(personCookie) != nil {
			t.Error("somebody who may answer nothing has a cookie")
		}
		h.browser().get(page + "?lang=en").is(200).says("Not open yet")
		h.browser().get("/pulse/nowhere").is(404).says("Deze terugblik is er niet")
		a = h.browser().form(page, url.Values{key: {"7"}})
		a.is(409)
		a.says("Nog niet open")
		if a.header.Get("X-Robots-Tag") != "noindex" {
			t.Error("a search engine may keep it")
		}
	})
	t.Run("takes each device's answers once, may be changed, and tells nobody anything but how many there are", func(t *testing.T) {
		h := h.in(t)
		var list wire.PulseList
		h.facilitator().post(pulses, `{"day":30}`).is(201).into(&list)
		if list.Link != h.url+page || len(list.Values) != 1 || len(list.Pulses) != 1 || !list.Pulses[0].Open || list.Pulses[0].Answered != 0 {
			t.Fatalf("%+v", list)
		}
		h.facilitator().post(pulses, `{"day":90}`).refuses(409, session.Problem{Code: session.Taken, Field: "pulse"})

		b := h.looker(s.ID)
		a := b.form(page, url.Values{key: {"3"}, "step": {"1"}}).is(303)
		if to := a.header.Get("Location"); to != page+"?kept=1&lang=nl" {
			t.Error(to)
		}
		b.form(page, url.Values{key: {"8"}, "step": {"3"}}).is(303)
		kept := b.get(page + "?kept=1").is(200)
		kept.says("Je antwoorden zijn bewaard")
		kept.says(`name="` + key + `" value="8" checked`)
		kept.says(`name="step" value="3" checked`)

		other := h.looker(s.ID)
		if got := string(other.get(page).is(200).body); strings.Contains(got, "checked") {
			t.Error("somebody else sees an answer")
		}
		other.form(page, url.Values{key: {"11"}}).is(400).says("Je antwoorden zijn niet bewaard")
		other.form(page, url.Values{}).is(400).says("nog niets ingevuld")
		h.browser().form(page, url.Values{key: {"5"}}).is(403).says("bewaart geen cookie")
		list = wire.PulseList{}
		h.facilitator().get(pulses).is(200).into(&list)
		if list.Pulses[0].Answered != 1 {
			t.Errorf("%+v", list.Pulses)
		}
	})
	t.Run("a page of another site cannot answer for somebody", func(t *testing.T) {
		h := h.in(t)
		b := h.looker(s.ID)
		b.with("Origin", "https://elsewhere.example").form(page, url.Values{key: {"1"}}).refuses(403, *originProblem)
	})
	t.Run("closed, it tells of one answer that it was one, in a report whose session has not changed", func(t *testing.T) {
		h := h.in(t)
		before := h.browser().get("/api/sessions/" + s.ID + "/results.json").is(200).body
		early := h.browser().get("/api/sessions/" + s.ID + "/report.pdf").is(200).body
		var list wire.PulseList
		h.facilitator().post(pulses+"/close", "").is(200).into(&list)
		if list.Pulses[0].Open || list.Pulses[0].Answered != 1 {
			t.Errorf("%+v", list)
		}
		if after := h.browser().get("/api/sessions/" + s.ID + "/results.json").is(200).body; string(after) != string(before) {
			t.Error("the results have changed")
		}
		if late := h.browser().get("/api/sessions/" + s.ID + "/report.pdf").is(200).body; string(late) == string(early) {
			t.Error("the report does not tell of it")
		}
		var file session.LookbackFile
		h.browser().get("/api/sessions/" + s.ID + "/lookbacks.json").is(200).into(&file)
		if len(file.Lookbacks) != 1 || file.Lookbacks[0].Answered != 1 || file.Lookbacks[0].Steps != nil || file.Lookbacks[0].Presence[0].Mean != nil {
			t.Errorf("programs are told %+v", file)
		}
		if table := string(h.browser().get("/api/sessions/" + s.ID + "/results.csv?table=lookbacks&lang=en").is(200).body); !strings.Contains(table, ",1,,,") {
			t.Errorf("tables tell %s", table)
		}
		h.browser().get(page).is(200).says("Nog niet open") // the one after ninety days
		h.facilitator().post(pulses, `{"day":90}`).is(201)
		h.facilitator().post(pulses+"/close", "").is(200)
		h.browser().get(page).is(200).says("Deze terugblik is gesloten")
	})
	t.Run("is no session that anybody is told of", func(t *testing.T) {
		h := h.in(t)
		var sessions wire.SessionList
		h.facilitator().get("/api/sessions").is(200).into(&sessions)
		if len(sessions.Sessions) != 2 || h.search("q", "proef").Total != 2 {
			t.Errorf("%+v", sessions.Sessions)
		}
	})
	t.Run("is gone with its session", func(t *testing.T) {
		h := h.in(t)
		h.facilitator().send("DELETE", "/api/sessions/"+s.ID, "").is(204)
		h.browser().get(page).is(404)
		h.facilitator().get(pulses).refuses(404, session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown})
	})
}
