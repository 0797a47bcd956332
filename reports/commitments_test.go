package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
)

// committed adds steps and shared personal steps to a room.
func committed(sum session.Summary, steps int) session.Summary {
	for i := range steps {
		s := session.StepSummary{Step: session.Step{What: fmt.Sprintf("Elke maand een uur over waarde %d, met wie er dan is", i+1)}, Agreed: i < 4}
		if i%2 == 0 {
			s.First, s.Owner, s.Date = "Datums prikken en een eerste gespreksleider zoeken", "Teamleider", "2027-01-15"
			s.Measure, s.Benefits, s.Obstacle = "Wie erbij was", session.ForPeople, "Drukte in het kwartaal"
		}
		sum.Steps = append(sum.Steps, s)
	}
	sum.Shared = []session.Intention{
		{When: "ik maandag binnenkom", Then: "vraag ik één collega hoe het gaat", Horizon: session.InAWeek}, {Then: "bel ik twee klanten 🌉"},
	}
	return sum
}

func TestCommitments(t *testing.T) {
	t.Run("page one shows three steps that were agreed on, and says how many more there are", func(t *testing.T) {
		d := Outline(committed(rooms()["vote"], 9), options(session.Dutch))
		agreed := blocksOf[Agreed](d)[0]
		if len(agreed.Rows) != 3 || agreed.Rows[0].Text != "Teamleider · 15 januari 2027" || agreed.Title != "Afgesproken (en nog 1 verderop)" {
			t.Errorf("%+v", agreed)
		}
	})
	t.Run("the table has every step with what was filled in, and the shared ones stand in their order", func(t *testing.T) {
		d := Outline(committed(rooms()["vote"], 9), options(session.Dutch))
		table := blocksOf[Pledges](d)[0]
		if len(table.Rows) != 9 || join(table.Rows[0].Notes...) != "afgesproken · voor de mensen · Kan in de weg zitten: Drukte in het kwartaal" {
			t.Errorf("%+v", table)
		}
		text := d.String()
		first, second := strings.Index(text, "Als ik maandag binnenkom, dan vraag ik één collega"), strings.Index(text, "bel ik twee klanten □")
		if first < 0 || second < first {
			t.Errorf("shared steps at %d and %d", first, second)
		}
	})
	t.Run("a session without commitments says nothing of them", func(t *testing.T) {
		d := Outline(rooms()["vote"], options(session.English))
		if len(blocksOf[Pledges](d))+len(blocksOf[Agreed](d)) > 0 {
			t.Error("there are blocks of it")
		}
	})
	t.Run("thousands of steps make a report with an end", func(t *testing.T) {
		sum := committed(rooms()["lobby"], 3000)
		var file bytes.Buffer
		if err := PDF(&file, sum, options(session.Dutch)); err != nil {
			t.Fatal(err)
		}
		if more := blocksOf[Pledges](Outline(sum, options(session.English)))[0].More; more != "And 2,800 steps more. They are in the results online." {
			t.Error(more)
		}
	})
}
