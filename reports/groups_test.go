package reports

import (
	"strings"
	"testing"

	"verbindend/session"
)

// inGroups lays a fictional room out in groups, which lean a little, each its own way.
func inGroups(sum session.Summary, names ...[]string) session.Summary {
	ids := make([]string, len(sum.Ballot))
	for i, o := range sum.Ballot {
		ids[i] = o.ID
	}
	ballots := make([][][]int, len(names))
	for i, row := range sum.Ballots {
		g := i % len(names)
		switch { // ballots are sorted: what lies beside each other is alike
		case len(names) > 2: // half of the room is one group, the others share the rest
			if g = 0; i%2 == 1 {
				g = 1 + i*(len(names)-1)/len(sum.Ballots)
			}
		case i%5 < 3:
			g = i * len(names) / len(sum.Ballots)
		}
		ballots[g] = append(ballots[g], row)
	}
	groups := make([]session.ComparedGroup, len(names))
	for g := range names {
		groups[g] = session.ComparedGroup{Names: names[g], Voters: len(ballots[g])}
	}
	c := session.Compare(groups, ids, ballots)
	c.Pairs = session.ChosenTogether(ids, sum.Ballots, session.GroupThreshold)
	sum.Comparison = &c
	return sum
}

// apart is a room whose groups are not compared.
func apart(why session.NoComparison) session.Summary {
	sum := inGroups(inspiration.summary(), []string{"Ondernemers"}, []string{"HR en leidinggevenden"})
	sum.Comparison = &session.Comparison{Reason: why, Pairs: sum.Comparison.Pairs}
	return sum
}

func TestGroupsSideBySide(t *testing.T) {
	section := func(sum session.Summary, lang session.Lang) []Block {
		for _, s := range Outline(sum, options(lang)).Sections {
			if s.Title == textsIn(lang).compare {
				return s.Blocks
			}
		}
		return nil
	}
	t.Run("each reason has its one line in both languages, and then there is neither bridge nor number", func(t *testing.T) {
		for _, why := range []session.NoComparison{session.NoGroups, session.FewBallots, session.SmallGroups, session.SmallRest, session.RankedBallot} {
			for _, lang := range []session.Lang{session.Dutch, session.English} {
				sum := apart(why)
				sum.Comparison.Pairs = nil
				blocks := section(sum, lang)
				if len(blocks) != 1 || blocks[0].(Heading).Intro == "" {
					t.Errorf("%s %s: %v", why, lang, blocks)
				}
			}
		}
	})
	t.Run("a summary of before groups were compared has no such page, and neither has a room in which nobody voted", func(t *testing.T) {
		unvoted := rooms()["unvoted"]
		unvoted.Comparison = &session.Comparison{Reason: session.FewBallots}
		if section(rooms()["vote"], session.Dutch) != nil || section(unvoted, session.Dutch) != nil {
			t.Error("there is one")
		}
	})
	t.Run("counts stand beside shares, and a group under ten has no percentage", func(t *testing.T) {
		text := Outline(rooms()["several"], options(session.Dutch)).String()
		for _, want := range []string{" van 7 0.", "vrijwel niemand", " van 20 · ", " %"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is nowhere", want)
			}
		}
		if strings.Contains(text, " van 7 ·") {
			t.Error("a percentage of seven people")
		}
	})
	t.Run("the bridge holds what connects and what differs, whatever else there is", func(t *testing.T) {
		sum := rooms()["groups"]
		crossing := blocksOf[Crossing](Outline(sum, options(session.Dutch)))[0]
		if len(crossing.Spans) != maxSpans {
			t.Fatal(crossing)
		}
		shown := map[string]bool{}
		for _, s := range crossing.Spans {
			shown[s.Name] = true
		}
		b := outliner{sum: sum, t: &dutch}
		for _, d := range sum.Comparison.Differences {
			if !shown[b.option(d.ID)] {
				t.Errorf("%s differs and is not on the bridge", b.option(d.ID))
			}
		}
	})
	t.Run("a comparison that does not fit itself is told as far as it goes", func(t *testing.T) {
		sum := inGroups(inspiration.summary(), []string{"A"}, []string{"B"})
		c := *sum.Comparison
		c.Groups = c.Groups[:1]
		c.Values = append(c.Values[:3:3], session.ComparedValue{ID: "nowhere"})
		c.Differences = []session.Difference{{ID: "nowhere", More: 7, Less: -1}}
		c.Pairs = []session.Pair{{}}
		sum.Comparison = &c
		mustPDF(t, sum, options(session.Dutch))
	})
}
