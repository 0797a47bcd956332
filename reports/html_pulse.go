package reports

import "strings"

// A course is the line of a value, drawn small beside its name: 200 wide, 40 high.
type course struct {
	Path string
	Dots []spot
}

type spot struct{ X, Y float64 }

// drawn gives the line of a row for a web page; nil when no point of it is told.
func drawn(r LineRow) *course {
	var c course
	var path strings.Builder
	for i, p := range r.Points {
		if !p.Told {
			continue
		}
		at := spot{200 * (float64(i) + .5) / float64(len(r.Points)), 36 - 32*p.At}
		if len(c.Dots) > 0 {
			path.WriteString("L")
		} else {
			path.WriteString("M")
		}
		path.WriteString(coordinate(at.X) + " " + coordinate(at.Y))
		c.Dots = append(c.Dots, at)
	}
	if len(c.Dots) == 0 {
		return nil
	}
	c.Path = path.String()
	return &c
}
