package reports

import qrcode "github.com/skip2/go-qrcode"

// code draws a web address in the flow.
func (f *flow) code(x, y, side float64, address string) bool { return drawCode(f, x, y, side, address) }

// drawCode draws a web address as a QR code of rectangles, with the border of four modules that readers need. It tells whether
// there was room in a code for so long an address.
func drawCode(s surface, x, y, side float64, address string) bool {
	rows := modules(address)
	if rows == nil {
		return false
	}
	m := side / float64(len(rows))
	x -= 4 * m // the border lies in the margin, the code on the line of the text
	s.rect(x, y, side, side, white)
	for row, list := range rows {
		for start := 0; start < len(list); start++ {
			end := start
			for end < len(list) && list[end] {
				end++
			}
			if end > start { // one rectangle for neighbours: no hairlines between them in print
				s.rect(x+float64(start)*m, y+float64(row)*m, float64(end-start)*m, m, black)
				start = end
			}
		}
	}
	return true
}

// modules gives the dark squares of a QR code row by row, the border of four with it; nil when there is no room in a code for so long
// an address.
func modules(address string) [][]bool {
	q, err := qrcode.New(address, qrcode.Medium)
	if err != nil {
		return nil
	}
	return q.Bitmap()
}
