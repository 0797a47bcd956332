package simulate

import (
	"slices"
	"strings"
	"testing"

	"verbindend/session"
)

func TestCheck(t *testing.T) {
	want, honest := rehearse(t)
	if len(honest.Clusters) < 5 || honest.Counts.Voted != 7 || honest.Counts.Phones != 6 || honest.Counts.Seen != 2 || len(honest.Rounds) != 2 ||
		honest.Rounds[1].Vote.Method != session.ByScore || honest.Vote.Method != session.ByRank || honest.Vote.Among != session.AmongTied || len(honest.Vote.Options) < 3 {
		t.Fatalf("the rehearsal came to too little: %+v", honest.Counts)
	}

	t.Run("honest results are found in order, also after a journey as JSON", func(t *testing.T) {
		if found := check(want, doctored(t, honest, func(*session.Summary) {})); len(found) > 0 {
			t.Errorf("found %+v", found)
		}
	})

	doctoredCases(t, want, honest, []doctoredCase{
		{"a lost card is found", func(s *session.Summary) { s.Clusters[0].Words[0].Count-- }, true, false, "cards"},
		{"a card that is there twice is found", func(s *session.Summary) { s.Clusters[0].Words[0].Count++ }, false, true, "cards"},
		{"a wording that nobody wrote is found", func(s *session.Summary) {
			s.Clusters[0].Words = append(s.Clusters[0].Words, session.Wording{Text: "Spookwoord", Count: 1})
		}, false, true, "spookwoord"},
		{"other words on a card are found", func(s *session.Summary) {
			s.Clusters[0].Words[0].Text = strings.ToUpper(s.Clusters[0].Words[0].Text) + "?"
		}, false, true, "nobody wrote"},
		{"a lost cluster is found", func(s *session.Summary) { s.Clusters = s.Clusters[1:] }, true, false, "cards"},
		{"a lost merge is found", func(s *session.Summary) {
			a, b := &s.Clusters[0], &s.Clusters[1]
			a.Words, b.Words = append(a.Words, b.Words[0]), b.Words[1:]
		}, true, false, "a merge"},
		{"a lost name is found", func(s *session.Summary) { s.Clusters[0].Name = "Anders" }, true, false, "a name"},
		{"an undo that was done twice is found", func(s *session.Summary) { s.Clusters[0].Parked = !s.Clusters[0].Parked }, true, false, "a decision"},
		{"a lost ballot is found", func(s *session.Summary) { s.Ballots = s.Ballots[1:] }, true, false, "ballots"},
		{"a ballot that counts twice is found", func(s *session.Summary) { s.Ballots = append(s.Ballots, s.Ballots[0]) }, false, true, "ballots"},
		{"a lost ballot of the round before is found", func(s *session.Summary) { s.Rounds[0].Ballots = s.Rounds[0].Ballots[1:] }, true, false, "ballots"},
		{"a round that is lost is found", func(s *session.Summary) { s.Rounds = nil }, true, false, "rounds before"},
		{"a voter too many is found", func(s *session.Summary) { s.Vote.Options[0].Voters++ }, false, true, "people who chose"},
		{"an older ballot in the place of the last is found", func(s *session.Summary) { slices.Reverse(s.Ballots[0]); s.Ballots[0][0] += 7 }, true, false, "ballots"},
		{"a dot too many is found", func(s *session.Summary) { s.Rounds[0].Vote.Options[0].Dots++ }, false, true, "dots on"},
		{"a dot too few is found", func(s *session.Summary) { s.Rounds[0].Vote.Options[0].Dots-- }, true, false, "dots on"},
		{"a lost ballot of the round by score is found", func(s *session.Summary) { s.Rounds[1].Ballots = s.Rounds[1].Ballots[1:] }, true, false, "round 2: ballots"},
		{"two rounds in each other's place are found", func(s *session.Summary) { slices.Reverse(s.Rounds) }, true, false, "round 1"},
		{"a round that is told twice is found", func(s *session.Summary) { s.Rounds = append(s.Rounds, s.Rounds[0]) }, false, true, "rounds before"},
		{"a score that counts in another place is found", func(s *session.Summary) { slices.Reverse(s.Rounds[1].Vote.Options[0].Counts) }, true, true, "score"},
		{"a mean of scores that does not add up is found", func(s *session.Summary) { s.Rounds[1].Vote.Options[0].Mean += .1 }, true, false, "on average"},
		{"a win in the ranking that people did not give is found", func(s *session.Summary) { s.Vote.Options[0].Beats = nil }, true, false, "above"},
		{"a win by too many is found", func(s *session.Summary) { s.Vote.Options[0].Beats[0].For++ }, true, false, "above"},
		{"a table that counts as one person is found", func(s *session.Summary) { s.Counts.Joined-- }, true, false, "joined"},
		{"a phone too many is found", func(s *session.Summary) { s.Counts.Phones++ }, false, true, "phones"},
		{"one of a table's ballots that is lost everywhere is found", func(s *session.Summary) {
			s.Ballots = slices.Delete(s.Ballots, 3, 4)
			s.Counts.Voted--
		}, true, false, "people who voted"},
		{"a card that others saw and that is told as unseen is found", func(s *session.Summary) { s.Counts.Seen-- }, true, false, "others saw"},
		{"a card that nobody might see and that is told as seen is found", func(s *session.Summary) { s.Counts.Seen++ }, false, true, "others saw"},
		{"a missing vote is found", func(s *session.Summary) { s.Vote = nil }, true, false, "the vote"},
		{"dots on an option that is gone are found", func(s *session.Summary) { s.Ballot[0].ID = "c-other" }, true, false, "option"},
		{"a person too many is found", func(s *session.Summary) { s.Counts.Joined++ }, false, true, "joined"},
		{"a card whose mark of paper is lost is found", func(s *session.Summary) { s.Counts.PaperCards++ }, false, true, "cards on paper"},
		{"a ballot that nobody typed in is found", func(s *session.Summary) { s.Counts.Paper++ }, false, true, "ballots on paper"},
		{"results that stay provisional are found", func(s *session.Summary) { s.Final = false }, true, false, "provisional"},
		{"a group with somebody else's people is found", func(s *session.Summary) {
			s.Groups = []session.GroupCount{{Name: "HR", Joined: 6}}
		}, false, true, "group"},
	})
}

// A doctoredCase is a fault in results, and what has to be said of it.
type doctoredCase struct {
	name    string
	change  func(*session.Summary)
	lost    bool
	doubled bool
	says    string
}

func doctoredCases(t *testing.T, want promise, honest session.Summary, cases []doctoredCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			found := check(want, doctored(t, honest, c.change))
			lost, doubled, said := 0, 0, ""
			for _, f := range found {
				lost += f.lost
				doubled += f.doubled
				said += f.what + "\n"
			}
			if c.lost && lost == 0 || c.doubled && doubled == 0 || !strings.Contains(said, c.says) {
				t.Errorf("%d lost, %d doubled, said %q", lost, doubled, said)
			}
		})
	}
}
