package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
)

// A testEvent is one line of `go test -json` (go doc test2json). The lines of a build that failed carry ImportPath
// in place of Package, and FailedBuild names them when the package is given up.
type testEvent struct {
	Action, Package, Test, Output string
	ImportPath, FailedBuild       string
	Elapsed                       float64
}

// A testName is a test of a package; the empty test stands for the package itself.
type testName struct{ pkg, test string }

// readGo prints a line per package, and for what failed everything it printed. Only the leaves are counted: a test
// that has subtests is their sum, and counts on its own only when it failed though none of them did.
func readGo(in io.Reader, out io.Writer) (Count, error) {
	r := goReport{out: out, output: map[testName]*strings.Builder{}, hasSub: map[testName]bool{}, subFailed: map[testName]bool{}}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20) // a failing property test may print a whole history on one line
	for lines.Scan() {
		var e testEvent
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Fprintln(out, lines.Text()) // not an event: what the go command itself has to say
			continue
		}
		r.take(e)
	}
	return r.count, lines.Err()
}

type goReport struct {
	out       io.Writer
	count     Count
	output    map[testName]*strings.Builder
	hasSub    map[testName]bool
	subFailed map[testName]bool // a package or test of which some part was counted as failed already
}

func (r *goReport) take(e testEvent) {
	name := testName{e.Package, e.Test}
	switch e.Action {
	case "run":
		for whole := range name.wholes() {
			r.hasSub[whole] = true
		}
	case "output":
		r.keep(name, e.Output)
	case "build-output":
		r.keep(testName{pkg: e.ImportPath}, e.Output)
	case "pass", "fail", "skip":
		r.end(name, e)
	}
}

func (r *goReport) keep(name testName, text string) {
	if r.output[name] == nil {
		r.output[name] = &strings.Builder{}
	}
	r.output[name].WriteString(text)
}

func (r *goReport) end(name testName, e testEvent) {
	switch {
	case e.Action == "fail":
		r.fail(name, e)
	case name.test == "":
		if e.Action == "pass" {
			fmt.Fprintf(r.out, "ok    %s  %.1f s\n", name.pkg, e.Elapsed)
		}
	case e.Action == "skip":
		r.count.Skipped++
		fmt.Fprintf(r.out, "skip  %s  %s\n%s", name.pkg, name.test, r.printed(name))
	case !r.hasSub[name]:
		r.count.Passed++
	}
	delete(r.output, name)
}

func (r *goReport) fail(name testName, e testEvent) {
	if !r.subFailed[name] { // nothing inside was counted, so it failed by itself: a leaf, a panic, a build
		r.count.Failed++
	}
	for whole := range name.wholes() {
		r.subFailed[whole] = true
	}
	fmt.Fprintf(r.out, "FAIL  %s  %s\n%s", name.pkg, name.test, r.printed(name))
	if e.FailedBuild != "" {
		fmt.Fprint(r.out, r.printed(testName{pkg: e.FailedBuild}))
	}
}

func (r *goReport) printed(name testName) string {
	if b := r.output[name]; b != nil {
		return b.String()
	}
	return ""
}

// wholes yields what a test is part of: "TestVote/a third dot" → "TestVote" → its package. A slash inside a subtest's
// own name yields a part that does not exist, which harms nobody.
func (n testName) wholes() iter.Seq[testName] {
	return func(yield func(testName) bool) {
		for n.test != "" {
			n.test = n.test[:max(0, strings.LastIndexByte(n.test, '/'))]
			if !yield(n) {
				return
			}
		}
	}
}
