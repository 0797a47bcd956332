package web

import (
	"bytes"
	"testing"
	"testing/fstest"

	"verbindend/session"
)

// built is a front end as a build leaves it.
var built = fstest.MapFS{
	"index.html":               {Data: []byte("<p>index")},
	"index.html.br":            {Data: []byte("index in brotli")},
	"index.html.gz":            {Data: []byte("index in gzip")},
	"host.html":                {Data: []byte("<p>host")},
	"screen.html":              {Data: []byte("<p>screen")},
	"play.html":                {Data: []byte("<p>play")},
	"play.en.html":             {Data: []byte("<p>play in English")},
	"placeholder.html":         {Data: []byte("<p>not built")},
	"icon.svg":                 {Data: []byte("<svg/>")},
	"assets/a-1234.js":         {Data: []byte("a()")},
	"assets/a-1234.js.br":      {Data: []byte("a in brotli")},
	"assets/font-1234.woff2":   {Data: []byte("font")},
	"assets/_chunk-1234.css":   {Data: []byte("p{}")},
	"assets/site.webmanifest":  {Data: []byte("{}")},
	"assets/unheard-of.xyzzy1": {Data: []byte("?")},
}

func withFrontEnd(t *testing.T, files fstest.MapFS) *house {
	t.Helper()
	loaded, err := loadAssets(files)
	if err != nil {
		t.Fatal(err)
	}
	return open(t, change{server: func(s *Server) { s.assets = loaded }})
}

func TestFrontEnd(t *testing.T) {
	h := withFrontEnd(t, built)

	t.Run("is sent in the encoding the browser takes", func(t *testing.T) {
		h := h.in(t)
		for accept, want := range map[string]string{
			"gzip, deflate, br": "index in brotli", "br": "index in brotli", "gzip": "index in gzip", "GZIP;q=0.5": "index in gzip",
			"br;q=0, gzip": "index in gzip", "br; q=0.0": "<p>index", "": "<p>index", "identity": "<p>index", "brotli": "<p>index", "zstd": "<p>index",
		} {
			a := h.browser().with("Accept-Encoding", accept).get("/").is(200)
			if string(a.body) != want || a.header.Get("Vary") != "Accept-Encoding" {
				t.Errorf("%q is sent %q, %v", accept, a.body, a.header)
			}
			if encoded := a.header.Get("Content-Encoding") != ""; encoded != (want != "<p>index") {
				t.Errorf("%q is told %q", accept, a.header.Get("Content-Encoding"))
			}
		}
		a := h.browser().with("Accept-Encoding", "gzip").get("/assets/a-1234.js").is(200)
		if string(a.body) != "a()" || a.header.Get("Content-Encoding") != "" {
			t.Errorf("what was not compressed is sent %q as %q", a.body, a.header.Get("Content-Encoding"))
		}
	})
	t.Run("is not sent again to who has it", func(t *testing.T) {
		h := h.in(t)
		plain, brotli := h.browser().get("/").header.Get("ETag"), h.browser().with("Accept-Encoding", "br").get("/").header.Get("ETag")
		if plain == brotli || plain == "" {
			t.Fatalf("tags %s and %s", plain, brotli)
		}
		if a := h.browser().with("If-None-Match", `"x", `+plain).get("/").is(304); len(a.body) != 0 {
			t.Errorf("sent %q", a.body)
		}
		h.browser().with("If-None-Match", "W/"+plain).get("/").is(304)
		h.browser().with("If-None-Match", plain).with("Accept-Encoding", "br").get("/").is(200)
	})
	t.Run("pages are asked for again, files with a hash are kept for ever", func(t *testing.T) {
		h := h.in(t)
		for path, want := range map[string]string{
			"/": "no-cache", "/icon.svg": "no-cache", "/play/x": "private, no-cache", // with somebody's cookie
			"/assets/a-1234.js": "public, max-age=31536000, immutable", "/assets/_chunk-1234.css": "public, max-age=31536000, immutable",
		} {
			if got := h.browser().get(path).is(200).header.Get("Cache-Control"); got != want {
				t.Errorf("%s is %q", path, got)
			}
		}
		b := h.browser()
		b.get("/play/x").is(200)
		if got := b.get("/play/x").is(200).header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("who has a cookie is answered with %q", got)
		}
	})
	t.Run("has kinds that no machine's table decides", func(t *testing.T) {
		h := h.in(t)
		for path, want := range map[string]string{
			"/": "text/html; charset=utf-8", "/icon.svg": "image/svg+xml", "/assets/a-1234.js": "text/javascript; charset=utf-8",
			"/assets/font-1234.woff2": "font/woff2", "/assets/_chunk-1234.css": "text/css; charset=utf-8",
			"/assets/site.webmanifest": "application/manifest+json", "/assets/unheard-of.xyzzy1": "application/octet-stream",
		} {
			if got := h.browser().get(path).is(200).header.Get("Content-Type"); got != want {
				t.Errorf("%s is %q", path, got)
			}
		}
	})
	t.Run("answers each role's address with its page", func(t *testing.T) {
		h := h.in(t)
		for path, want := range map[string]string{
			"/host": "<p>host", "/host/s1": "<p>host", "/screen/s1": "<p>screen", "/play/s1": "<p>play", "/?pin=123456&gone=1": "<p>index",
		} {
			if a := h.browser().get(path).is(200); string(a.body) != want {
				t.Errorf("%s is %q", path, a.body)
			}
		}
		h.browser().get("/nothing.html").is(404)
		h.browser().get("/index.html.br").is(404)
		if a := h.browser().send("HEAD", "/", "").is(200); len(a.body) != 0 {
			t.Errorf("HEAD brings %q", a.body)
		}
	})
}

func TestLanguage(t *testing.T) {
	h := withFrontEnd(t, built)
	for lang, want := range map[session.Lang]string{session.Dutch: "<p>play", session.English: "<p>play in English"} {
		t.Run("a session in "+string(lang)+" has its page in that language", func(t *testing.T) {
			h := h.in(t)
			e, err := h.rooms.Start(t.Context(), session.StartSession{Title: "Proef", Lang: lang})
			if err != nil {
				t.Fatal(err)
			}
			if a := h.browser().get("/play/" + e.ID).is(200); string(a.body) != want {
				t.Errorf("sent %q", a.body)
			}
		})
	}
}

func TestWithoutFrontEnd(t *testing.T) {
	h := withFrontEnd(t, fstest.MapFS{"placeholder.html": built["placeholder.html"]})
	for _, path := range []string{"/", "/play/s1", "/host", "/screen/s1"} {
		if a := h.browser().get(path).is(200); !bytes.Equal(a.body, []byte("<p>not built")) {
			t.Errorf("%s is %q", path, a.body)
		}
	}
	h.browser().get("/icon.svg").is(404)
	h.start() // the rest works
}
