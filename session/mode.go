package session

import "slices"

// Mode is what people have beside their own cards while they write.
type Mode string

// The modes of writing. The method writes in silence; the others are chosen by the facilitator.
const (
	Silent   Mode = ""         // nothing: own cards only
	Inspired Mode = "inspired" // the deck of values to look through
	InOpen   Mode = "open"     // words of others who know that theirs are seen too
)

// modeChecked checks how an activity is written in. Only writing has a mode, and only where others see cards can they be held.
func (a Activity) modeChecked() (Activity, error) {
	if a.Kind != Write {
		a.Mode, a.Hold = Silent, false
	}
	switch a.Mode {
	case Silent, Inspired:
		a.Hold = false
	case InOpen:
	default:
		return a, refuse(Invalid, "mode", Unknown)
	}
	return a, nil
}

// mode gives what people have beside their own cards now; false when nobody is writing.
func (s *Session) mode() (Mode, bool) {
	if !s.isOpen(Write) {
		return Silent, false
	}
	act, _ := s.agenda.current()
	return act.Mode, true
}

// inMode gives the agenda with an activity in another mode.
func (a *agendaState) inMode(id string, mode Mode) []Activity {
	list := slices.Clone(a.list)
	for i := range list {
		if list[i].ID == id {
			list[i].Mode, list[i].Hold = mode, false
		}
	}
	return list
}

// noteMode keeps in the record in which modes an activity has taken cards: it may change on the way, and the report says all of them.
func (s *Session) noteMode() {
	mode, writing := s.mode()
	if !writing {
		return
	}
	sp := s.agenda.spans[s.agenda.now]
	if len(sp.modes) == 0 || sp.modes[len(sp.modes)-1] != mode {
		sp.modes = append(slices.Clip(sp.modes), mode) // replaced as a whole: a clone may hold it
	}
}

// heldIn lists the modes an activity has been held in; none when it was silent all the time.
func (sp *span) heldIn() []Mode {
	if !slices.ContainsFunc(sp.modes, func(m Mode) bool { return m != Silent }) {
		return nil
	}
	return sp.modes
}
