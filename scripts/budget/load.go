package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// A Part is one file of a page's first load.
type Part struct {
	Name  string // as the page asks for it, without the leading slash
	Sent  string // the file that goes over the wire: Name or its .br
	Bytes int64
}

// firstLoad finds the page's parts, each once, in the order in which a browser comes across them.
func firstLoad(dist fs.FS, page string) ([]Part, error) {
	var parts []Part
	seen := map[string]bool{page: true}
	for queue := []string{page}; len(queue) > 0; queue = queue[1:] {
		name := queue[0]
		text, err := fs.ReadFile(dist, name)
		if err != nil {
			return nil, err
		}
		part, err := weigh(dist, name)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
		for _, next := range references(name, string(text)) {
			if !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	if len(parts) == 1 {
		return nil, errors.New("the page refers to nothing: is this a built front end?")
	}
	return parts, nil
}

// weigh takes the smaller form that a browser of today is sent.
func weigh(dist fs.FS, name string) (Part, error) {
	for _, sent := range []string{name + ".br", name} {
		info, err := fs.Stat(dist, sent)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return Part{}, err
		}
		return Part{Name: name, Sent: sent, Bytes: info.Size()}, nil
	}
	return Part{}, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
}

var (
	tag = regexp.MustCompile(`<(?:script|link|img)\b[^>]*>`)
	// The kinds of link that a browser fetches at once; "alternate" or "next" it does not.
	fetched  = regexp.MustCompile(`<script|<img|rel="?(?:stylesheet|modulepreload|preload|icon|manifest)\b`)
	address  = regexp.MustCompile(`\s(?:src|href)="?([^"\s>]+)`)
	cssURL   = regexp.MustCompile(`(?:url\(|@import\s+)["']?([^"')\s;]+)`)
	jsImport = regexp.MustCompile(`(?:\bfrom|\bimport)\s*["'](\.{0,2}/[^"']+)["']`)
)

// references lists the files of ours that a file makes a browser fetch at once.
func references(name, text string) []string {
	var found []string
	switch path.Ext(name) {
	case ".html":
		for _, t := range tag.FindAllString(text, -1) {
			if fetched.MatchString(t) {
				found = append(found, first(address, t)...)
			}
		}
	case ".css":
		found = first(cssURL, text)
	case ".js":
		found = first(jsImport, text)
	}
	var ours []string
	for _, ref := range found {
		ref, _, _ = strings.Cut(ref, "#")
		ref, _, _ = strings.Cut(ref, "?")
		switch {
		case ref == "", strings.Contains(ref, ":"), strings.HasPrefix(ref, "//"): // a part of the same page, data:, elsewhere
		case strings.HasPrefix(ref, "/"):
			ours = append(ours, strings.TrimPrefix(path.Clean(ref), "/"))
		default:
			ours = append(ours, path.Join(path.Dir(name), ref))
		}
	}
	return ours
}

func first(pattern *regexp.Regexp, text string) []string {
	var groups []string
	for _, match := range pattern.FindAllStringSubmatch(text, -1) {
		groups = append(groups, match[1])
	}
	return groups
}
