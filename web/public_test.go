package web

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

// worded plays a session of ten people whose one value is in words, and ends it.
func (h *house) worded() wire.SessionCreated {
	h.t.Helper()
	var s wire.SessionCreated
	h.facilitator().post("/api/sessions", `{"title":"Bij de klant","fictional":true,"groups":["Geheimgroep"],"steps":[{"id":"w","kind":"write","minutes":5,"limit":4},`+
		`{"id":"v","kind":"vote","minutes":5},{"id":"f","kind":"formulate","minutes":5}]}`).is(201).into(&s)
	host, anna := h.host(s), h.phone(s, "anna")
	host.do(session.OpenActivity{Activity: "w"})
	anna.do(session.AddCard{ID: "k1", Text: "Kajuitwoord"})
	host.do(session.OpenActivity{Activity: "v"})
	var ballot session.BallotItem
	host.await("a ballot", func() bool { return host.items["ballot"] != nil })
	if err := json.Unmarshal(host.items["ballot"], &ballot); err != nil {
		h.t.Fatal(err)
	}
	anna.do(session.CastBallot{Round: 1, Dots: map[string]int{ballot.Options[0].ID: 1}})
	host.do(session.OpenActivity{Activity: "f"})
	host.do(session.SettleText{Value: ballot.Options[0].ID, Name: "Vertrouwen", Phrasing: session.Phrasing{
		Sentence: "Wij geven elkaar <ruimte>.", When: []string{"Wij vragen door."}, Unless: "Wij praten over elkaar.",
	}})
	host.do(session.EndSession{})
	return s
}

func TestPublicLibrary(t *testing.T) {
	h := open(t)
	s := h.worded()
	page := "/publish/" + s.ID
	t.Run("only facilitators publish and withdraw", func(t *testing.T) {
		h := h.in(t)
		for _, b := range []*browser{h.browser(), h.browser().with("Authorization", "Bearer "+keyOf(s.Host))} {
			b.get(page).is(303)
			b.form(page, url.Values{"do": {"publish"}, "title": {"Open"}}).is(303)
		}
		h.facilitator().with("Origin", "https://elsewhere.example").form(page, url.Values{"do": {"publish"}, "title": {"Open"}}).refuses(403, *originProblem)
		a := h.browser().get("/kennisbank").is(200)
		a.says("Hier is nog niets gepubliceerd.")
		if a.header.Get("X-Robots-Tag") != "noindex" {
			t.Error("search engines may read it")
		}
	})
	t.Run("what is shown beforehand is what becomes public, and nothing else is", func(t *testing.T) {
		h := h.in(t)
		b := h.facilitator()
		before := b.get(page).is(200)
		for _, want := range []string{"Precies dit wordt openbaar", "Wij geven elkaar &lt;ruimte&gt;.", "Wij vragen door.", "Wij praten over elkaar."} {
			before.says(want)
		}
		before.says(`<span class="link" lang="nl" data-title>Bij de klant</span>`) // in the list
		asked := b.get(page + "?title=+Een+groep++in+de+%3Czorg%3E+").is(200)      // what somebody without a script sees
		for _, want := range []string{`<h1 lang="nl" aria-level="3" data-title>Een groep in de &lt;zorg&gt;</h1>`, `value="Een groep in de &lt;zorg&gt;"`} {
			asked.says(want)
		}
		h.browser().get("/kennisbank").is(200).says("Hier is nog niets gepubliceerd.")
		b.form(page, url.Values{"do": {"publish"}, "title": {" "}}).is(400).says("Geef eerst een titel.")
		b.form(page, url.Values{"do": {"publish"}, "title": {"Een groep in de bouw"}}).is(303)
		list := h.browser().get("/kennisbank?q=trust").is(200)
		list.says("Een groep in de bouw")
		_, after, _ := strings.Cut(string(list.body), `href="/kennisbank/`)
		slug, _, _ := strings.Cut(after, "?")
		one := h.browser().get("/kennisbank/" + slug).is(200)
		one.says("Plaats 1 in de stemming")
		shown := b.get(page).is(200)
		for _, part := range [][2]string{{`<ol class="cards">`, "</ol>"}, {`<p class="lead">De waarden van deze groep`, "</p>"}} {
			if got, want := between(shown, part), between(one, part); got != want || got == "" {
				t.Errorf("the preview shows\n%s\nand the public reads\n%s", got, want)
			}
		}
		h.browser().get("/kennisbank/" + slug + "?lang=en").is(200).says("We see it when")
		for _, secret := range []string{"Bij de klant", "Kajuitwoord", "Geheimgroep", s.ID, "stembiljet", "mensen"} {
			for name, a := range map[string]*answer{"list": list, "page": one} {
				if strings.Contains(string(a.body), secret) {
					t.Errorf("the %s tells %q", name, secret)
				}
			}
		}
		one.says("fictieve gegevens")
		b.form(page, url.Values{"do": {"withdraw"}}).is(303)
		h.browser().get("/kennisbank/" + slug).is(404).says("Hier staat niets (meer)")
		h.browser().get("/kennisbank?q=trust").is(200).says("Hier is nog niets gepubliceerd.")
	})
	t.Run("a session without values in words has nothing to publish", func(t *testing.T) {
		h := h.in(t)
		s, _ := h.past()
		h.facilitator().get("/publish/" + s.ID).is(200).says("Er is niets te publiceren")
		h.facilitator().form("/publish/"+s.ID, url.Values{"do": {"publish"}, "title": {"Toch"}}).is(409)
		h.facilitator().get("/publish/nowhere").is(303)
	})
	t.Run("search engines come in when whoever runs the server lets them", func(t *testing.T) {
		h := open(t, change{config: func(c *Config) { c.Indexed = true }})
		if a := h.browser().get("/kennisbank").is(200); a.header.Get("X-Robots-Tag") != "" || strings.Contains(string(a.body), "noindex") {
			t.Error("they are kept out")
		}
	})
}

// between gives what stands on a page from one text to the other, with headings as such and not by their level.
func between(a *answer, part [2]string) string {
	_, after, _ := strings.Cut(string(a.body), part[0])
	text, _, _ := strings.Cut(after, part[1])
	return strings.ReplaceAll(text, ` aria-level="4"`, "")
}

func TestComparePage(t *testing.T) {
	h := open(t)
	then, now := h.worded(), h.worded()
	t.Run("is for facilitators", func(t *testing.T) {
		if to := h.in(t).browser().get("/compare").is(303).header.Get("Location"); to != "/host" {
			t.Error(to)
		}
	})
	t.Run("lays two sessions beside each other, with counts and without a share of so few", func(t *testing.T) {
		h := h.in(t)
		a := h.facilitator().get("/compare?then=" + then.ID + "&now=" + now.ID).is(200)
		for _, want := range []string{"gebleven", "1, 1 van 1 mensen", "Wie antwoordde, kan elke keer iemand anders zijn", "fictieve gegevens"} {
			a.says(want)
		}
		if strings.Contains(string(a.body), "%)") {
			t.Error("there is a percentage")
		}
		h.facilitator().get("/compare?lang=en&then=" + then.ID + "&now=" + now.ID).is(200).says("stayed")
	})
	t.Run("one session twice, or one that is gone, is said or left out", func(t *testing.T) {
		h := h.in(t)
		h.facilitator().get("/compare?then=" + then.ID + "&now=" + then.ID).is(200).says("twee keer dezelfde sessie")
		h.facilitator().get("/compare?then=nowhere&now=" + now.ID).is(200).says("Kies een sessie")
	})
}
