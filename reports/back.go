package reports

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
		rows = append(rows, Fact{b.t.mark, b.t.markText, mark})
	}
	blocks := []Block{Heading{b.t.about, ""}, Facts{Column: 42, Rows: rows}}
	if b.o.Link != "" {
		blocks = append(blocks, Code{b.t.online, b.t.onlineText, b.o.Link})
	}
	return blocks
}
