package reports

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbindend/session"
)

// handout has a ballot with so many options.
func handout(n int) session.Handout {
	h := session.Handout{ID: "k7", Title: inspiration.title, Lang: session.Dutch, Groups: []string{"Ondernemers", "HR en leidinggevenden"}}
	for i := range n {
		h.Ballot.Options = append(h.Ballot.Options, session.Option{ID: fmt.Sprint("c", i), Name: fmt.Sprintf("Waarde%03d", i)})
	}
	h.Ballot.Round, h.Ballot.Dots, h.Ballot.PerOption = 1, session.DotsFor(n), session.PerOptionFor(n)
	return h
}

func TestPaperBallots(t *testing.T) {
	text := func(t *testing.T, h session.Handout, copies int) []string {
		t.Helper()
		file, err := PaperBallots(h, session.Dutch, copies)
		if err != nil {
			t.Fatal(err)
		}
		look(t, fmt.Sprintf("ballots-%d.pdf", len(h.Ballot.Options)), file)
		return strings.Split(strings.TrimSuffix(tool(t, "pdftotext", "-layout", onDisk(t, file), "-"), "\f"), "\f")
	}
	t.Run("every option stands once on every copy, two copies to a page", func(t *testing.T) {
		for _, n := range []int{1, 5, 16} {
			pages := text(t, handout(n), 3)
			if len(pages) != 2 {
				t.Fatalf("%d options: %d pages", n, len(pages))
			}
			for i := range n {
				name := fmt.Sprintf("Waarde%03d", i)
				if a, b := strings.Count(pages[0], name), strings.Count(pages[1], name); a != 2 || b != 1 {
					t.Errorf("%s stands %d and %d times", name, a, b)
				}
			}
		}
	})
	t.Run("a long ballot takes as many pages as it needs", func(t *testing.T) {
		pages := text(t, handout(100), 2)
		if len(pages) != 6 {
			t.Fatalf("%d pages", len(pages))
		}
		for i := range 100 {
			if n := strings.Count(strings.Join(pages[:3], ""), fmt.Sprintf("Waarde%03d", i)); n != 1 {
				t.Errorf("option %d stands %d times on the first copy", i, n)
			}
		}
	})
	t.Run("of a ballot that nobody shortened there are fewer copies, and at least one", func(t *testing.T) {
		if pages := text(t, handout(660), MaxCopies); len(pages) != 8*15 {
			t.Errorf("%d pages", len(pages))
		}
		if pages := text(t, handout(16), MaxCopies); len(pages) != MaxCopies/2 {
			t.Errorf("%d pages of short ballots", len(pages))
		}
	})
	t.Run("each copy has an order of its own, and the same each time it is printed", func(t *testing.T) {
		h := handout(12)
		first, second := shuffled(h, 0), shuffled(h, 1)
		if slices.EqualFunc(first, second, func(a, b session.Option) bool { return a.ID == b.ID }) {
			t.Error("two copies have the same order")
		}
		a, err := PaperBallots(h, session.Dutch, 9)
		if err != nil {
			t.Fatal(err)
		}
		b, err := PaperBallots(h, session.Dutch, 9)
		if err != nil || !bytes.Equal(a, b) {
			t.Error("the same ballots came out different", err)
		}
	})
	t.Run("it says how many dots there are, and that it may change while it is not frozen", func(t *testing.T) {
		h := handout(12)
		h.Draft = true
		page := strings.Join(strings.Fields(text(t, h, 1)[0]), " ")
		for _, want := range []string{"Je hebt 4 stippen", "hooguit 2 bij één waarde", "VOORLOPIG", "Ondernemers", "Zet je naam er niet op"} {
			if !strings.Contains(page, want) {
				t.Errorf("%q is missing in %s", want, page)
			}
		}
	})
	t.Run("a ballot that is scored has the numbers 1 to 5 for each value, one that is ranked says so", func(t *testing.T) {
		for method, want := range map[session.Method]string{session.ByScore: dutch.sheets.score, session.ByRank: dutch.sheets.ranked} {
			h := handout(7)
			h.Ballot.Ballot, h.Ballot.Dots, h.Ballot.PerOption = method, 0, 0
			file := must(PaperBallots(h, session.Dutch, 1))
			look(t, "ballots-"+string(method)+".pdf", file)
			page := strings.Join(strings.Fields(tool(t, "pdftotext", "-layout", onDisk(t, file), "-")), " ")
			if !strings.Contains(page, want) {
				t.Errorf("%q is missing in %s", want, page)
			}
			if rows := strings.Count(page, "1 2 3 4 5"); (rows == 7) != (method == session.ByScore) {
				t.Errorf("%s: %d rows of numbers", method, rows)
			}
		}
	})
	t.Run("whatever people wrote, it prints", func(t *testing.T) {
		h := handout(0)
		for i, name := range nasty {
			h.Ballot.Options = append(h.Ballot.Options, session.Option{ID: fmt.Sprint(i), Name: name})
		}
		h.Title, h.Groups, h.Ballot.Dots, h.Ballot.PerOption = nasty[0], nasty, 7, 2
		if out := tool(t, "qpdf", "--check", onDisk(t, must(PaperBallots(h, session.English, 2)))); strings.Contains(out, "WARNING") {
			t.Error(out)
		}
	})
}

func must(file []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return file
}

func TestInvitation(t *testing.T) {
	in := Invitation{Title: inspiration.title, Pin: "482913", Join: "https://verbindend.example/482913", Site: "verbindend.example", Lang: session.Dutch}
	t.Run("it has the pin in two halves, where to type it, and the code", func(t *testing.T) {
		for _, format := range []Format{A4, A3} {
			file := must(Invite(in, format))
			look(t, "invitation-"+string(format)+".pdf", file)
			text := strings.Join(strings.Fields(tool(t, "pdftotext", "-layout", onDisk(t, file), "-")), " ")
			for _, want := range []string{"482 913", "verbindend.example", "geen account", "DOE MEE MET JE TELEFOON"} {
				if !strings.Contains(text, want) {
					t.Errorf("%q is missing in %s", want, text)
				}
			}
		}
	})
	t.Run("every title fits", func(t *testing.T) {
		for _, title := range nasty {
			in.Title = title
			if out := tool(t, "qpdf", "--check", onDisk(t, must(Invite(in, A4)))); strings.Contains(out, "WARNING") {
				t.Error(title, out)
			}
		}
	})
}
