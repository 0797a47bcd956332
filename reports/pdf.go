package reports

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	pdf "github.com/jung-kurt/gofpdf"

	"verbindend/reports/faces"
)

// A canvas is a PDF in the making: text, lines and shapes in millimetres from the upper left corner, on the last page added.
// It is the only thing that knows the PDF library. A canvas without a file draws nothing: it is there to measure.
type canvas struct {
	pdf    *pdf.Fpdf
	loaded [faces.Count]bool
	now    style // whose face and size the current page has; the zero style when unknown
	page   int
	boxed  map[int]bool // pages on which a □ was set
}

func newCanvas(d Document) *canvas {
	c := &canvas{pdf: pdf.New("P", "mm", "A4", ""), boxed: map[int]bool{}}
	p := c.pdf
	p.SetMargins(0, 0, 0)
	p.SetAutoPageBreak(false, 0)
	p.SetCellMargin(0)
	p.SetCompression(false) // see pack
	// Without these three the same report would come out different each time.
	made := d.Made
	if made.IsZero() { // the library would take today
		made = time.Unix(0, 0).UTC()
	}
	p.SetCreationDate(made)
	p.SetModificationDate(made)
	p.SetCatalogSort(true)
	p.SetTitle(d.Title, true)
	p.SetSubject(d.Subject, true)
	p.SetAuthor(textsIn(d.Lang).author, true)
	p.SetCreator("Verbindend", true)
	p.SetKeywords(keywords(d), false) // plain letters, so that a page can read it without knowing PDF
	p.SetProducer("Verbindend", true)
	p.SetXmpMetadata(metadata(d))
	p.SetDisplayMode("fullpage", "single")
	p.SetLineCapStyle("round")
	p.SetLineJoinStyle("round")
	return c
}

func (c *canvas) addPage() {
	if c.pdf == nil {
		c.page++
		return
	}
	c.pdf.AddPage()
	c.page = c.pdf.PageNo()
	c.now = style{}
}

// addSheet adds a page of a size of its own, upright.
func (c *canvas) addSheet(w, h float64) {
	c.pdf.AddPageFormat("P", pdf.SizeType{Wd: w, Ht: h})
	c.page = c.pdf.PageNo()
	c.now = style{}
}

// resume draws on an earlier page again. What the library believes about the current face and colours is then wrong.
func (c *canvas) resume(page int) {
	c.pdf.SetPage(page)
	c.page, c.now = page, style{}
	c.fill(black)
	c.pen(black, .2)
}

// set makes a face and size current. The library skips what it thinks is current already, so an unknown state is forced.
func (c *canvas) set(f faces.Face, size float64) {
	if c.now.size == size && c.now.face == f {
		return
	}
	name := f.Name()
	if !c.loaded[f] {
		// The library writes into the slice it is given: two reports that share one would race.
		c.pdf.AddUTF8FontFromBytes(name, "", bytes.Clone(f.File()))
		c.loaded[f] = true
	}
	if c.now.size == 0 {
		c.pdf.SetFont(name, "", size+1)
	}
	c.pdf.SetFont(name, "", size)
	c.now.face, c.now.size = f, size
}

// text sets one line with its baseline at y.
func (c *canvas) text(x, y float64, s style, text string) {
	if c.pdf == nil {
		return
	}
	if strings.ContainsRune(text, box) {
		c.boxed[c.page] = true
	}
	c.pdf.SetTextColor(s.colour[0], s.colour[1], s.colour[2])
	if s.tracking != 0 {
		c.pdf.RawWriteStr(fmt.Sprintf("%.2f Tc", s.tracking))
	}
	// A no-break space has kept its words together by now; who searches the file types a plain one.
	text = strings.ReplaceAll(text, "\u00a0", " ")
	for _, p := range s.pieces(text) {
		c.set(p.face, s.size)
		c.pdf.Text(x+p.at, y, p.text)
	}
	if s.tracking != 0 {
		c.pdf.RawWriteStr("0 Tc")
	}
}

func (c *canvas) textRight(x, y float64, s style, text string) { c.text(x-s.widthOf(text), y, s, text) }

func (c *canvas) textCentred(x, y float64, s style, text string) {
	c.text(x-s.widthOf(text)/2, y, s, text)
}

func (c *canvas) fill(k colour) { c.pdf.SetFillColor(k[0], k[1], k[2]) }

func (c *canvas) pen(k colour, w float64) {
	c.pdf.SetDrawColor(k[0], k[1], k[2])
	c.pdf.SetLineWidth(w)
}

func (c *canvas) line(x1, y1, x2, y2 float64, k colour, w float64) {
	if c.pdf == nil {
		return
	}
	c.pen(k, w)
	c.pdf.Line(x1, y1, x2, y2)
}

func (c *canvas) dashed(x1, y1, x2, y2 float64, k colour, w float64) {
	if c.pdf == nil {
		return
	}
	c.pdf.SetDashPattern([]float64{.2, 1.3}, 0)
	c.line(x1, y1, x2, y2, k, w)
	c.pdf.SetDashPattern([]float64{}, 0)
}

func (c *canvas) rect(x, y, w, h float64, k colour) {
	if c.pdf == nil {
		return
	}
	c.fill(k)
	c.pdf.Rect(x, y, w, h, "F")
}

// bar is a filled rectangle with round corners, or only its outline.
func (c *canvas) bar(x, y, w, h, radius float64, inside, edge colour) {
	if c.pdf == nil {
		return
	}
	radius = min(radius, w/2, h/2)
	c.fill(inside)
	c.pen(edge, .3)
	if radius < .05 {
		c.pdf.Rect(x, y, w, h, "FD")
		return
	}
	c.pdf.RoundedRect(x, y, w, h, radius, "1234", "FD")
}

func (c *canvas) circle(x, y, radius float64, inside, edge colour, w float64) {
	if c.pdf == nil {
		return
	}
	c.fill(inside)
	c.pen(edge, w)
	c.pdf.Circle(x, y, radius, "FD")
}

// arc is a part of an ellipse, in degrees counter-clockwise from the right.
func (c *canvas) arc(x, y, rx, ry, from, to float64, k colour, w float64) {
	if c.pdf == nil {
		return
	}
	c.pen(k, w)
	c.pdf.Arc(x, y, rx, ry, 0, from, to, "D")
}

// curve is a cubic Bézier curve from the first point to the last, drawn by the two between.
func (c *canvas) curve(points [4][2]float64, k colour, w float64) {
	if c.pdf == nil {
		return
	}
	c.pen(k, w)
	c.pdf.CurveBezierCubic(points[0][0], points[0][1], points[1][0], points[1][1], points[2][0], points[2][1], points[3][0], points[3][1], "D")
}

// stone is a filled polygon with an edge.
func (c *canvas) stone(points [][2]float64, inside, edge colour, w float64) {
	if c.pdf == nil {
		return
	}
	list := make([]pdf.PointType, len(points))
	for i, p := range points {
		list[i] = pdf.PointType{X: p[0], Y: p[1]}
	}
	c.fill(inside)
	c.pen(edge, w)
	c.pdf.Polygon(list, "FD")
}

func (c *canvas) link(x, y, w, h float64, address string) {
	if c.pdf == nil {
		return
	}
	c.pdf.LinkString(x, y, w, h, address)
}

// bookmark needs a UTF-8 face to be current: only then does the library write its text as UTF-16.
func (c *canvas) bookmark(text string, y float64) {
	if c.pdf == nil {
		return
	}
	c.set(faces.Sans, bodyType.size)
	c.pdf.Bookmark(text, 0, y)
}

func (c *canvas) bytes() ([]byte, error) {
	var b bytes.Buffer
	if err := c.pdf.Output(&b); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return pack(b.Bytes()), nil
}
