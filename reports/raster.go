package reports

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	over "image/draw"
	"image/png"
	"math"
	"sync"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"verbindend/reports/faces"
)

// A raster is an image in the making. It draws what a canvas draws, in the same millimetres and with the same faces.
type raster struct {
	image *image.RGBA
	dots  float64 // pixels per millimetre
	buf   sfnt.Buffer
}

func newRaster(width, height int) *raster {
	return &raster{image: image.NewRGBA(image.Rect(0, 0, width, height)), dots: pixel}
}

// bytes gives the image as a PNG.
func (r *raster) bytes() ([]byte, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, r.image); err != nil {
		return nil, fmt.Errorf("write PNG: %w", err)
	}
	return b.Bytes(), nil
}

func (k colour) rgba() color.RGBA {
	return color.RGBA{uint8(k[0]), uint8(k[1]), uint8(k[2]), 255} //nolint:gosec // a colour's parts are 0–255
}

// A point is a place in millimetres.
type point struct{ x, y float64 }

// paint fills what a path encloses; only the part of the image that it touches is worked on.
func (r *raster) paint(k colour, paths ...[]point) {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, path := range paths {
		for _, p := range path {
			low = point{math.Min(low.x, p.x), math.Min(low.y, p.y)}
			high = point{math.Max(high.x, p.x), math.Max(high.y, p.y)}
		}
	}
	within := image.Rect(
		int(math.Floor(low.x*r.dots)), int(math.Floor(low.y*r.dots)), int(math.Ceil(high.x*r.dots)), int(math.Ceil(high.y*r.dots)),
	).Intersect(r.image.Bounds())
	if within.Empty() {
		return
	}
	z := vector.NewRasterizer(within.Dx(), within.Dy())
	at := func(p point) (x, y float32) {
		return float32(p.x*r.dots - float64(within.Min.X)), float32(p.y*r.dots - float64(within.Min.Y))
	}
	for _, path := range paths {
		for i, p := range path {
			if x, y := at(p); i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	}
	z.DrawOp = over.Over
	z.Draw(r.image, within, image.NewUniform(k.rgba()), image.Point{})
}

// text sets one line with its baseline at y.
func (r *raster) text(x, y float64, s style, text string) {
	s.walk(text, func(i int, face faces.Face, _ int, at float64) {
		letter, _ := utf8.DecodeRuneInString(text[i:])
		r.letter(x+at, y, face, s, letter)
	})
}

var outlines = func() (list [faces.Count]func() *sfnt.Font) {
	for f := range faces.Count {
		list[f] = sync.OnceValue(func() *sfnt.Font {
			font, err := sfnt.Parse(faces.Face(f).File())
			if err != nil {
				panic(fmt.Sprintf("typeface %s is part of the program and does not parse: %v", faces.Face(f).Name(), err))
			}
			return font
		})
	}
	return list
}()

func (r *raster) letter(x, y float64, face faces.Face, s style, letter rune) {
	shapes := outlines[face]()
	glyph, err := shapes.GlyphIndex(&r.buf, letter)
	if err != nil || glyph == 0 {
		return
	}
	pixels := s.size * millimetres * r.dots
	segments, err := shapes.LoadGlyph(&r.buf, glyph, fixed.Int26_6(math.Round(pixels*64)), nil)
	if err != nil || len(segments) == 0 {
		return
	}
	box := segments.Bounds()
	left, top := int(math.Floor(x*r.dots))+box.Min.X.Floor()-1, int(math.Floor(y*r.dots))+box.Min.Y.Floor()-1
	right, low := int(math.Ceil(x*r.dots))+box.Max.X.Ceil()+1, int(math.Ceil(y*r.dots))+box.Max.Y.Ceil()+1
	within := image.Rect(left, top, right, low).Intersect(r.image.Bounds())
	if within.Empty() {
		return
	}
	left, top = within.Min.X, within.Min.Y
	z := vector.NewRasterizer(within.Dx(), within.Dy())
	z.DrawOp = over.Over
	at := func(p fixed.Point26_6) (float32, float32) {
		return float32(x*r.dots + float64(p.X)/64 - float64(left)), float32(y*r.dots + float64(p.Y)/64 - float64(top))
	}
	for _, seg := range segments {
		ax, ay := at(seg.Args[0])
		switch seg.Op {
		case sfnt.SegmentOpMoveTo:
			z.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			z.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			bx, by := at(seg.Args[1])
			z.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			bx, by := at(seg.Args[1])
			cx, cy := at(seg.Args[2])
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
	z.Draw(r.image, within, image.NewUniform(s.colour.rgba()), image.Point{})
}

func (r *raster) rect(x, y, w, h float64, k colour) {
	r.paint(k, []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}})
}

func (r *raster) bar(x, y, w, h, radius float64, inside, edge colour) {
	radius = min(radius, w/2, h/2)
	round := func(x, y, w, h, radius float64) (path []point) {
		for _, c := range []struct{ x, y, from float64 }{
			{x + w - radius, y + radius, 0}, {x + radius, y + radius, 90}, {x + radius, y + h - radius, 180}, {x + w - radius, y + h - radius, 270},
		} {
			path = append(path, bow(c.x, c.y, radius, radius, c.from, c.from+90)...)
		}
		return path
	}
	const edgeWidth = .3
	r.paint(edge, round(x-edgeWidth/2, y-edgeWidth/2, w+edgeWidth, h+edgeWidth, radius+edgeWidth/2))
	r.paint(inside, round(x+edgeWidth/2, y+edgeWidth/2, w-edgeWidth, h-edgeWidth, max(0, radius-edgeWidth/2)))
}

func (r *raster) circle(x, y, radius float64, inside, edge colour, w float64) {
	r.paint(edge, bow(x, y, radius+w/2, radius+w/2, 0, 360))
	r.paint(inside, bow(x, y, max(0, radius-w/2), max(0, radius-w/2), 0, 360))
}

func (r *raster) line(x1, y1, x2, y2 float64, k colour, w float64) {
	long := math.Hypot(x2-x1, y2-y1)
	if long == 0 {
		return
	}
	dx, dy := (y2-y1)/long*w/2, (x1-x2)/long*w/2
	r.paint(k, []point{{x1 + dx, y1 + dy}, {x2 + dx, y2 + dy}, {x2 - dx, y2 - dy}, {x1 - dx, y1 - dy}})
}

func (r *raster) dashed(x1, y1, x2, y2 float64, k colour, w float64) {
	const dash, gap = 1.2, 1.3
	long := math.Hypot(x2-x1, y2-y1)
	for at := 0.0; at < long; at += dash + gap {
		from, to := at/long, math.Min(1, (at+dash)/long)
		r.line(x1+(x2-x1)*from, y1+(y2-y1)*from, x1+(x2-x1)*to, y1+(y2-y1)*to, k, w)
	}
}

// arc is a part of an ellipse, in degrees counter-clockwise from the right.
func (r *raster) arc(x, y, rx, ry, from, to float64, k colour, w float64) {
	band := bow(x, y, rx+w/2, ry+w/2, from, to)
	band = append(band, bow(x, y, rx-w/2, ry-w/2, to, from)...)
	r.paint(k, band)
}

// bow gives points on an ellipse, close enough to look round at a hundred pixels per millimetre of radius.
func bow(x, y, rx, ry, from, to float64) []point {
	steps := max(8, int(math.Abs(to-from)/1.5))
	path := make([]point, 0, steps+1)
	for i := range steps + 1 {
		a := (from + (to-from)*float64(i)/float64(steps)) * math.Pi / 180
		path = append(path, point{x + rx*math.Cos(a), y - ry*math.Sin(a)})
	}
	return path
}
