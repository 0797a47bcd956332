package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// A Part is one file of a page.
type Part struct {
	Name  string // as the page asks for it, without the leading slash
	Sent  string // the file that goes over the wire: Name or its .gz
	Bytes int64
}

// load finds the page's parts, each once, in the order in which a browser comes across them. Files whose name matches one of
// the exceptions are left out; an exception that matches nothing is an error, because it says something that is not so.
func load(dist fs.FS, page string, except []string) ([]Part, error) {
	var parts []Part
	seen, used := map[string]bool{page: true}, map[string]bool{}
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
			if seen[next] {
				continue
			}
			seen[next] = true
			if pattern, ok := matching(except, next); ok {
				used[pattern] = true
				continue
			}
			queue = append(queue, next)
		}
	}
	if len(parts) == 1 {
		return nil, errors.New("the page refers to nothing: is this a built front end?")
	}
	for _, pattern := range except {
		if !used[pattern] {
			return nil, fmt.Errorf("the exception %s leaves nothing out", pattern)
		}
	}
	return parts, nil
}

func matching(patterns []string, name string) (string, bool) {
	for _, pattern := range patterns {
		if ok, err := path.Match(pattern, name); ok && err == nil {
			return pattern, true
		}
	}
	return "", false
}

// weigh takes the gzip, because over plain http browsers accept nothing smaller.
func weigh(dist fs.FS, name string) (Part, error) {
	for _, sent := range []string{name + ".gz", name} {
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
	jsImport = regexp.MustCompile("(?:\\bfrom|\\bimport)\\s*\\(?\\s*[\"'`](\\.{0,2}/[^\"'`]+)[\"'`]")
)

// references lists the files of ours that a file makes a browser fetch, at once or when it comes to it.
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
