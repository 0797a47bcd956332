package session

import (
	"cmp"
	"strconv"
)

// StepItem is the view's item "step/{id}". The host sees steps as they are written, to moderate; the wall when it is to show
// them; phones those that the room has agreed on, and their own in Me.
type StepItem struct {
	ID string `json:"id"`
	Step
	Agreed bool   `json:"agreed,omitempty"` // the room has agreed on it
	Hidden bool   `json:"hidden,omitempty"` // only the host sees hidden steps at all
	Order  uint64 `json:"order"`            // ascending in order of arrival
}

func (s *Session) stepItem(role Role, id string) any {
	if s.sealed != nil {
		return s.sealedStep(role, id)
	}
	t := s.steps.byID[id]
	if t == nil || t.removed || t.hidden && (role != Host || s.status == Over) || role == Participant && !t.agreed {
		return nil
	}
	if role != Host && !s.steps.shown && s.status != Over {
		return nil
	}
	return StepItem{ID: id, Step: t.text, Agreed: t.agreed, Hidden: t.hidden, Order: t.order}
}

// sealedStep gives a step by its place among the results: its id, which one phone knows as its own, is not kept.
func (s *Session) sealedStep(role Role, id string) any {
	n, err := strconv.Atoi(id)
	if err != nil || n < 1 || n > len(s.sealed.Steps) {
		return nil
	}
	t := s.sealed.Steps[n-1]
	if role == Participant && !t.Agreed {
		return nil
	}
	return StepItem{ID: id, Step: t.Step, Agreed: t.Agreed, Order: uint64(n)} //nolint:gosec // n ≥ 1
}

// WallItem is the view's item "wall": what of the commitments the wall shows. For host and screen.
type WallItem struct {
	Steps  bool `json:"steps"`  // those of the organisation
	Shared bool `json:"shared"` // the personal ones that were shared, when sharing is over
}

func (s *Session) wallItem(role Role) any {
	if role == Participant || s.status == Over {
		return nil
	}
	for act := range s.agenda.held() {
		if act.Kind == Commit {
			return WallItem{s.steps.shown, s.intentions.shown}
		}
	}
	return nil
}

// OwnStep is a step of one's own, as it stands.
type OwnStep struct {
	ID string `json:"id"`
	Step
}

func (s *Session) ownSteps(id PersonID) []OwnStep {
	var own []OwnStep
	for _, t := range s.steps.order {
		if t.by == id && !t.removed {
			own = append(own, OwnStep{t.id, t.text})
		}
	}
	return own
}

// stepsOf counts the steps that somebody has now.
func (s *Session) stepsOf(id PersonID) int { return len(s.ownSteps(id)) }

// StepSummary is a step that remains.
type StepSummary struct {
	Step
	Agreed bool `json:"agreed,omitempty"` // the room has agreed on it
}

// summariseSteps lists the steps that the room may know: those agreed on first, then by date. Nothing of it tells who wrote.
func (s *Session) summariseSteps() []StepSummary {
	if !s.steps.shown && s.status != Over {
		return nil
	}
	var list []StepSummary
	for _, t := range s.steps.order {
		if !t.removed && !t.hidden {
			list = append(list, StepSummary{t.text, t.agreed})
		}
	}
	sortByWords(list, func(t StepSummary) string { return t.What }, func(a, b StepSummary) int {
		return cmp.Or(-compareBools(a.Agreed, b.Agreed), compareBools(a.Date == "", b.Date == ""), cmp.Compare(a.Date, b.Date))
	})
	return list
}

// compareBools puts false first.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// committed counts the people who wrote a step or shared their personal one, and the steps there are.
func (s *Session) committed() (people, count int) {
	done := map[PersonID]struct{}{}
	for _, t := range s.steps.order {
		if !t.removed {
			count++
			if t.by != HostID {
				done[t.by] = struct{}{}
			}
		}
	}
	for id := range s.intentions.by {
		done[id] = struct{}{}
	}
	return len(done), count
}
