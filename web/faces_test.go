package web

import (
	"bytes"
	"testing"

	"verbindend/reports/faces"
)

func TestFacesForPages(t *testing.T) {
	h := open(t)
	t.Run("each face of the report comes by its name", func(t *testing.T) {
		for f := range faces.Face(faces.Count) {
			a := h.in(t).browser().get("/faces/" + f.Name() + ".ttf").is(200)
			if !bytes.Equal(a.body, f.File()) || a.header.Get("Content-Type") != "font/ttf" || a.header.Get("ETag") == "" {
				t.Errorf("%s: %d bytes, %v", f.Name(), len(a.body), a.header)
			}
		}
	})
	t.Run("nothing else does", func(t *testing.T) {
		for _, name := range []string{"README.md", "Arial.ttf", "..%2fInter.ttf", "Inter"} {
			h.in(t).browser().get("/faces/" + name).is(404)
		}
	})
}
