package web

import (
	"encoding/json"
	"strings"
	"testing"

	"verbindend/session"
	"verbindend/web/wire"
)

const agendaFile = `{"version":1,"name":"Teamdag Noord","minutes":60,"steps":[
	{"kind":"welcome","minutes":5,"note":"Begin zelf."},{"id":"w","kind":"write","minutes":8,"limit":3,"prompt":"Waar was je trots op?"}]}`

func TestAgendas(t *testing.T) {
	h := open(t)
	t.Run("are for facilitators", func(t *testing.T) {
		h := h.in(t)
		b := h.browser()
		b.get("/api/agendas").refuses(403, session.Problem{Code: session.Denied})
		b.post("/api/agendas", agendaFile).refuses(403, session.Problem{Code: session.Denied})
		b.send("PUT", "/api/agendas/x", agendaFile).refuses(403, session.Problem{Code: session.Denied})
		b.send("DELETE", "/api/agendas/x", "").refuses(403, session.Problem{Code: session.Denied})
		b.get("/api/agendas/x").refuses(403, session.Problem{Code: session.Denied})
		b.get("/api/sessions/x/agenda.json").refuses(403, session.Problem{Code: session.Denied})
	})
	t.Run("are kept, renamed, given as a file that can be sent again, and deleted", func(t *testing.T) {
		h := h.in(t)
		b := h.facilitator()
		var kept, again wire.KeptAgenda
		b.post("/api/agendas", agendaFile).is(201).into(&kept)
		if kept.Agenda.Steps[0].ID != "a1" || kept.Agenda.Steps[1].ID != "w" || kept.SavedAt == 0 {
			t.Fatalf("%+v", kept)
		}
		file := string(b.get("/api/agendas/" + kept.ID).is(200).body)
		b.send("PUT", "/api/agendas/"+kept.ID, strings.Replace(file, "Teamdag Noord", "Teamdag Zuid", 1)).is(200).into(&again)
		if again.ID != kept.ID || again.Agenda.Name != "Teamdag Zuid" || again.Agenda.Steps[0].Note != "Begin zelf." {
			t.Errorf("%+v", again)
		}
		b.post("/api/agendas", file).is(201).into(&again)
		var list wire.AgendaList
		b.get("/api/agendas").is(200).into(&list)
		if len(list.Agendas) != 2 || list.Agendas[0].ID != again.ID || list.Agendas[1].Agenda.Name != "Teamdag Zuid" {
			t.Errorf("%+v", list)
		}
		for _, id := range []string{kept.ID, again.ID} {
			b.send("DELETE", "/api/agendas/"+id, "").is(204)
		}
		b.get("/api/agendas/"+kept.ID).refuses(404, session.Problem{Code: session.NotFound, Field: "agenda", Reason: session.Unknown})
		if text := string(b.get("/api/agendas").is(200).body); text != `{"agendas":[]}` {
			t.Error(text)
		}
	})
	t.Run("that cannot be read are refused with what is wrong", func(t *testing.T) {
		h := h.in(t)
		b := h.facilitator()
		for file, want := range map[string]session.Problem{
			`Beste collega,`:                         invalid("", session.Malformed),
			`[]`:                                     invalid("", session.Malformed),
			agendaFile + `{}`:                        invalid("", session.Malformed),
			`{"name":"x","steps":[]}`:                {Code: session.Invalid, Field: "version", Reason: session.Unknown, Limit: 1},
			`{"version":2,"name":"x"}`:               {Code: session.Invalid, Field: "version", Reason: session.Unknown, Limit: 1},
			`{"version":1,"name":"x","colour":7}`:    invalid("colour", session.Unknown),
			`{"version":1,"name":"x","steps":"all"}`: invalid("steps", session.Malformed),
			`{"version":1,"name":"x","steps":[]}`:    invalid("steps", session.Empty),
			`{"version":1,"name":"","steps":[]}`:     invalid("name", session.Empty),
			strings.Replace(agendaFile, `"minutes":8`, `"minutes":"8"`, 1): invalid("steps/minutes", session.Malformed),
			strings.Replace(agendaFile, `"minutes":8`, `"minutes":999`, 1): {
				Code: session.Invalid, Field: "steps/1/minutes", Reason: session.OutOfRange, Limit: session.MaxMinutes,
			},
			strings.Replace(agendaFile, `welcome`, `dance`, 1): invalid("steps/0/kind", session.Unknown),
		} {
			b.post("/api/agendas", file).refuses(400, want)
			b.send("PUT", "/api/agendas/x", file).refuses(400, want)
		}
	})
	t.Run("start a session, which gives its own back", func(t *testing.T) {
		h := h.in(t)
		b := h.facilitator()
		var file wire.AgendaFile
		if err := json.Unmarshal([]byte(agendaFile), &file); err != nil {
			t.Fatal(err)
		}
		body, err := json.Marshal(wire.NewSession{Title: "Noord", Steps: file.Steps, Minutes: file.Minutes})
		if err != nil {
			t.Fatal(err)
		}
		var made wire.SessionCreated
		b.post("/api/sessions", string(body)).is(201).into(&made)
		var agenda wire.AgendaFile
		b.get("/api/sessions/" + made.ID + "/agenda.json").is(200).into(&agenda)
		if agenda.Version != 1 || agenda.Name != "Noord" || agenda.Minutes != 60 || agenda.Steps[0].Note != "Begin zelf." || agenda.Steps[1].Limit != 3 {
			t.Errorf("%+v", agenda)
		}
		b.get("/api/sessions/x/agenda.json").refuses(404, session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown})
		b.post("/api/sessions", `{"title":"P","steps":[{"id":"","kind":"pause","minutes":-1}]}`).refuses(400, session.Problem{
			Code: session.Invalid, Field: "steps/0/minutes", Reason: session.OutOfRange, Limit: session.MaxMinutes,
		})
	})
}
