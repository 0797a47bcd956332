package main

import (
	"strings"

	"github.com/skip2/go-qrcode"
)

// drawQR draws a QR code with two modules per character, its quiet zone included. Light modules are drawn and dark ones
// left out, as on the usual dark terminal; rich paints both, so that it also scans on a light one.
func drawQR(text, indent string, rich bool) string {
	code, err := qrcode.New(text, qrcode.Low) // the smallest: a terminal is not torn or stained
	if err != nil {
		return "" // too long for a QR code; the text stands beside it anyway
	}
	modules := code.Bitmap()
	dark := func(y, x int) bool { return y < len(modules) && modules[y][x] }
	var b strings.Builder
	for y := 0; y < len(modules); y += 2 {
		b.WriteString(indent)
		if rich {
			b.WriteString("\x1b[97;40m") // white on black, whatever the terminal's own colours are
		}
		for x := range modules[y] {
			switch top, bottom := dark(y, x), dark(y+1, x); {
			case top && bottom:
				b.WriteRune(' ')
			case top:
				b.WriteRune('▄')
			case bottom:
				b.WriteRune('▀')
			default:
				b.WriteRune('█')
			}
		}
		if rich {
			b.WriteString(plain)
		}
		b.WriteRune('\n')
	}
	return b.String()
}
