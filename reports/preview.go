package reports

import "verbindend/session"

// Preview gives the picture that others show beside a link to a report, as a PNG of 1200 × 630 pixels: the bridge and the title, and
// nothing of what the room said.
func Preview(title string, lang session.Lang) (file []byte, err error) {
	defer caught(&err, "draw preview")
	const w, h = 1200, 630
	r := newRaster(w, h)
	t := textsIn(lang)
	if title = clean(title, maxTitle); title == "" {
		title = t.untitled
	}
	preview(sheet{r, w / pixel, h / pixel}, title, t)
	return r.bytes()
}

func preview(s sheet, title string, t *texts) {
	const margin, deck = 24.0, 41.0
	s.rect(0, 0, s.w, s.h, deep)
	for i, k := range []colour{coral, amber, sage, petrol} { // a bridge over the whole width
		s.arc(s.w/2, s.h-deck+20, (s.w/2-10)*(1-float64(i)*.07), 88*(1-float64(i)*.1), 14, 166, k, 1.5)
	}
	s.text(margin, 30, kickerType.scaled(1.7).in(amber), t.report)
	big, lines := bigType.scaled(2.9).in(white).fitted(title, s.w-2*margin, 3, .4)
	tall := float64(len(lines)) * big.leading
	s.rect(margin-6, s.h/2-tall/2+2, s.w-2*margin+12, tall+6, deep)
	s.at(margin-1, s.h/2-tall/2+4, big, lines)
	s.rect(0, s.h-27, s.w, 27, deep)
	s.line(margin, s.h-25, s.w-margin, s.h-25, petrol, .5)
	s.text(margin, s.h-14.5, nameType.scaled(1.45).in(white), wordmark)
}
