package wire

import "verbindend/session"

// AgendaVersion is the version of an AgendaFile; it goes up when a field changes its meaning.
const AgendaVersion = 1

// AgendaFile is an agenda to start sessions from: the body of POST /api/agendas and PUT /api/agendas/:id, and the file that
// GET /api/agendas/:id and GET /api/sessions/:id/agenda.json give.
type AgendaFile struct {
	Version int `json:"version"` // AgendaVersion
	session.Blueprint
}

// KeptAgenda is an agenda that the server keeps.
type KeptAgenda struct {
	ID      string            `json:"id"`
	Agenda  session.Blueprint `json:"agenda"`
	SavedAt int64             `json:"savedAt"` // Unix milliseconds
}

// AgendaList is GET /api/agendas: the agendas that the facilitators of this server keep, by name.
type AgendaList struct {
	Agendas []KeptAgenda `json:"agendas"`
}
