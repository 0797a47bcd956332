package session

import (
	"fmt"
	"strings"
	"testing"
)

// committingRoom gives a room in which commitments are open, and the people in it.
func committingRoom(t *testing.T, people int) (*room, []PersonID) {
	t.Helper()
	return asking(t, people, Activity{ID: "steps", Kind: Commit})
}

func TestSteps(t *testing.T) {
	full := Step{
		What: "Elke maand een uur voor elkaar", First: "Datum prikken", Owner: "Teamleider", Date: "2026-12-18",
		Measure: "Wie erbij was", Benefits: ForPeople, Obstacle: "Drukte",
	}
	t.Run("the host sees a step as it is written; the wall when it is to show it; phones when the room has agreed on it", func(t *testing.T) {
		r, crowd := committingRoom(t, 2)
		r.do(crowd[0], WriteStep{"s1", full}).done()
		equal(t, must[StepItem](r, Host, "step/s1").Step, full)
		equal(t, r.s.Me(crowd[0]).Steps, []OwnStep{{"s1", full}})
		sees := func() string {
			seen := ""
			for _, role := range []Role{Screen, Participant} {
				if r.s.Item(role, "step/s1") != nil {
					seen += string(role) + " "
				}
			}
			return seen
		}
		equal(t, sees(), "")
		r.do(host, AgreeStep{"s1", true}).done()
		equal(t, sees(), "")
		r.do(host, ShowSteps{true}).done()
		equal(t, sees(), "screen participant ")
		r.do(host, AgreeStep{"s1", false}).done()
		equal(t, sees(), "screen ")
		r.do(host, HideStep{"s1", true}).done()
		equal(t, sees(), "")
		equal(t, must[StepItem](r, Host, "step/s1").Hidden, true)
		equal(t, len(r.s.Summary().Steps), 0)
	})
	t.Run("its writer changes it and takes it away while it is open; a late repeat does not bring it back", func(t *testing.T) {
		r, crowd := committingRoom(t, 2)
		r.do(crowd[0], WriteStep{"s1", Step{What: "  Samen\nlunchen "}}).done()
		equal(t, must[StepItem](r, Host, "step/s1").What, "Samen lunchen")
		r.do(crowd[0], WriteStep{"s1", Step{What: "Samen lunchen"}}).changesNothing()
		r.do(crowd[1], WriteStep{"s1", full}).refused(Taken, "")
		r.do(crowd[1], RemoveStep{"s1"}).refused(Denied, NotYours)
		r.do(crowd[0], WriteStep{"s1", full}).done().do(crowd[0], RemoveStep{"s1"}).done()
		r.do(crowd[0], RemoveStep{"s1"}).changesNothing().do(crowd[0], WriteStep{"s1", full}).refused(NotFound, Unknown)
		r.do(crowd[0], RemoveStep{"s2"}).refused(NotFound, Unknown)
		r.do(crowd[0], WriteStep{"s2", full}).done().do(host, CloseActivity{}).done()
		r.do(crowd[0], WriteStep{"s2", Step{What: "Te laat"}}).refused(Closed, NotOpen)
		r.do(crowd[0], RemoveStep{"s2"}).refused(Closed, NotOpen)
	})
	t.Run("the host corrects everybody's steps, and it stays its writer's", func(t *testing.T) {
		r, crowd := committingRoom(t, 1)
		r.do(crowd[0], WriteStep{"s1", Step{What: "Smaen eten"}}).done().do(host, CloseActivity{}).done()
		r.do(host, WriteStep{"s1", Step{What: "Samen eten"}}).done()
		equal(t, r.s.Me(crowd[0]).Steps[0].What, "Samen eten")
		r.do(host, RemoveStep{"s1"}).refused(Denied, NotYours)
		r.do(host, WriteStep{"h1", Step{What: "Wat de zaal zegt"}}).done().do(host, RemoveStep{"h1"}).done()
		equal(t, must[ProgressItem](r, Screen, "progress"), ProgressItem{Done: 1, Of: 1, Steps: 1})
	})
	t.Run("what cannot be a step is refused, with the reason", func(t *testing.T) {
		r, crowd := committingRoom(t, 1)
		long := strings.Repeat("a", MaxStep+1)
		for _, c := range []struct {
			step   Step
			reason Reason
			limit  int
		}{
			{Step{}, Empty, 0},
			{Step{First: "Zonder wat"}, Empty, 0},
			{Step{What: long}, TooLong, MaxStep},
			{Step{What: "a", First: long}, TooLong, MaxStep},
			{Step{What: "a", Owner: long}, TooLong, MaxOwner},
			{Step{What: "a", Measure: long}, TooLong, MaxStep},
			{Step{What: "a", Obstacle: long}, TooLong, MaxStep},
			{Step{What: "a", Date: "31-12-2026"}, Malformed, 0},
			{Step{What: "a", Date: "2026-02-30"}, Malformed, 0},
			{Step{What: "a", Benefits: "me"}, Unknown, 0},
		} {
			r.do(crowd[0], WriteStep{"s1", c.step}).refused(Invalid, c.reason, c.limit)
		}
		r.do(crowd[0], WriteStep{"s 1", full}).refused(Invalid, Malformed)
		r.do(stranger, WriteStep{"s1", full}).refused(Denied, NeedsCookie)
		r.do(screen, WriteStep{"s1", full}).refused(Denied, "")
		for _, c := range []Command{HideStep{"s1", true}, AgreeStep{"s1", true}, ShowSteps{true}} {
			r.do(crowd[0], c).refused(Denied, "")
		}
		r.do(host, AgreeStep{"s1", true}).refused(NotFound, Unknown)
	})
	t.Run("a phone writes five, the host thirty", func(t *testing.T) {
		r, crowd := committingRoom(t, 1)
		for who, limit := range map[PersonID]int{crowd[0]: MaxSteps, host: MaxHostSteps} {
			for i := range limit {
				r.do(who, WriteStep{fmt.Sprintf("%s-%d", who, i), full}).done()
			}
			r.do(who, WriteStep{"more", full}).refused(Invalid, TooMany, limit)
		}
		r.do(crowd[0], RemoveStep{string(crowd[0]) + "-0"}).done().do(crowd[0], WriteStep{"more", full}).done()
	})
	t.Run("what remains are the steps that are not hidden: those agreed on first, then by date, and no phone knows its own by an id", func(t *testing.T) {
		r, crowd := committingRoom(t, 3)
		r.do(crowd[0], WriteStep{"s1", Step{What: "Zonder datum"}}).done()
		r.do(crowd[1], WriteStep{"s2", Step{What: "Later", Date: "2027-03-01"}}).done()
		r.do(crowd[2], WriteStep{"s3", Step{What: "Eerder", Date: "2026-12-01"}}).done()
		r.do(crowd[2], WriteStep{"s4", Step{What: "Over Kees"}}).done().do(host, HideStep{"s4", true}).done()
		r.do(host, AgreeStep{"s1", true}).done().do(host, EndSession{}).done()
		want := []StepSummary{
			{Step{What: "Zonder datum"}, true}, {Step{What: "Eerder", Date: "2026-12-01"}, false}, {Step{What: "Later", Date: "2027-03-01"}, false},
		}
		equal(t, r.s.Summary().Steps, want)
		record, _ := r.s.Seal()
		sealed := sealedBy(t, record)
		equal(t, sealed.Summary().Steps, want)
		equal(t, sealed.Item(Participant, "step/1"), any(StepItem{ID: "1", Step: want[0].Step, Agreed: true, Order: 1}))
		equal(t, sealed.Item(Participant, "step/2"), any(nil))
		equal(t, sealed.Item(Screen, "step/3").(StepItem).What, "Later")
		for _, id := range []string{"s1", "0", "4", "x"} {
			equal(t, sealed.Item(Host, "step/"+id), any(nil))
		}
	})
}
