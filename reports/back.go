package reports

import "cmp"

// back says what a reader may ask of the report itself: whose words these are, when it was made, and whether it is unchanged.
func (b outliner) back() []Block {
	privacy := b.t.privacyText
	if !b.sum.Final {
		privacy = b.t.privacyOpen
	}
	in := b.o.Made.Location()
	rows := []Fact{{Name: b.t.privacy, Text: privacy}}
	if !b.o.Made.IsZero() {
		rows = append(rows, Fact{Name: b.t.made, Text: sentence(b.t.madeAt, b.t.day(b.o.Made, in), clock(b.o.Made, in))})
	}
	if mark := Fingerprint(b.sum); mark != "" {
		rows = append(rows, Fact{Name: b.t.mark, Text: b.t.markText, Note: mark})
		if b.sum.Final {
			rows = append(rows, b.checked())
		}
	}
	blocks := []Block{Heading{b.t.about, ""}, Facts{Column: 42, Rows: rows}}
	if b.o.Link != "" {
		blocks = append(blocks, Code{b.t.online, b.t.onlineText, b.o.Link})
	}
	return blocks
}

// checked tells where a fingerprint is checked. A page on the web is on the server that does so.
func (b outliner) checked() Fact {
	f := Fact{Name: b.t.check, Text: b.t.checkText, Note: b.o.Check, Link: b.o.Check}
	switch {
	case b.o.Medium == Web:
		f.Note, f.Link = cmp.Or(f.Note, "/check"), "/check"
	case f.Note == "":
		f.Note = b.t.checkHere
	}
	return f
}
