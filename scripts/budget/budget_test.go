package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func file(size int) *fstest.MapFile { return &fstest.MapFile{Data: make([]byte, size)} }

func text(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func TestLoad(t *testing.T) {
	dist := fstest.MapFS{
		"play.html": text(`<!doctype html><link rel="icon" href="/bridge.svg"><link rel="alternate" href="/en.html">
			<script type="module" crossorigin src="/assets/play.js"></script>
			<link rel="modulepreload" crossorigin href="/assets/wire.js">
			<link rel="stylesheet" crossorigin href="/assets/play.css"><a href="/report.html">x</a>
			<script src="https://elsewhere.example/x.js"></script>`),
		"play.html.gz":       file(400),
		"bridge.svg":         file(30),
		"assets/play.js":     text(`import{a}from"./wire.js";import"./ui.js";const later=()=>import("./report.js"),en=()=>import("./en-1.js")`),
		"assets/en-1.js":     file(7000),
		"assets/play.js.gz":  file(5000),
		"assets/wire.js":     text(`export const a=1`),
		"assets/wire.js.gz":  file(2000),
		"assets/ui.js":       text(`import"./wire.js"`),
		"assets/report.js":   file(90),
		"assets/play.css":    text(`@font-face{src:url(/assets/inter.woff2)format("woff2")} a{background:url("data:image/svg+xml,x")}`),
		"assets/play.css.gz": file(900),
		"assets/inter.woff2": file(20000),
		"report.html":        file(10),
	}
	parts, err := load(dist, "play.html", []string{"assets/en-*.js"})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("it follows scripts, styles and fonts, each once, now or later, but not what is left out", func(t *testing.T) {
		var names []string
		for _, p := range parts {
			names = append(names, p.Name)
		}
		want := []string{
			"play.html", "bridge.svg", "assets/play.js", "assets/wire.js", "assets/play.css", "assets/ui.js", "assets/report.js", "assets/inter.woff2",
		}
		if !slices.Equal(names, want) {
			t.Errorf("found %q; want %q", names, want)
		}
	})
	t.Run("it weighs the compressed file where there is one", func(t *testing.T) {
		var sum int64
		for _, p := range parts {
			sum += p.Bytes
		}
		if want := int64(400 + 30 + 5000 + 2000 + 900 + len(`import"./wire.js"`) + 90 + 20000); sum != want {
			t.Errorf("weighed %d; want %d", sum, want)
		}
	})
	t.Run("a file that is not there is an error", func(t *testing.T) {
		if _, err := load(fstest.MapFS{"play.html": text(`<script src="/gone.js">`)}, "play.html", nil); err == nil {
			t.Error("want an error")
		}
	})
	t.Run("an exception that leaves nothing out is an error", func(t *testing.T) {
		if _, err := load(dist, "play.html", []string{"assets/fr-*.js"}); err == nil {
			t.Error("want an error")
		}
	})
	t.Run("a page that refers to nothing is an error: it was not built", func(t *testing.T) {
		if _, err := load(fstest.MapFS{"play.html": text(`<p>soon`)}, "play.html", nil); err == nil {
			t.Error("want an error")
		}
	})
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{"play.html": `<script src="a.js"></script>`, "a.js": strings.Repeat("x", 972)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("exactly the limit is within the budget", func(t *testing.T) {
		var out strings.Builder
		if err := run([]string{"-dist", dir, "-limit", "1000", "-except", ""}, &out); err != nil {
			t.Error(err, out.String())
		}
	})
	t.Run("a byte over is refused", func(t *testing.T) {
		err := run([]string{"-dist", dir, "-limit", "999", "-except", ""}, &strings.Builder{})
		if err == nil || !strings.Contains(err.Error(), "1 bytes over") {
			t.Errorf("got %v", err)
		}
	})
}
