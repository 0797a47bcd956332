// Command testcount turns what the test runners report into numbers that can be added up.
//
//	go test -json ./... | testcount -to counts go        prints packages, and the whole output of what failed
//	testcount -to counts vitest     report.json          reads vitest's JSON report
//	testcount -to counts playwright report.json          reads Playwright's JSON report
//	testcount -to counts total NAME                      prints "NAME: 12 passed, 0 failed"
//
// Each run but the last adds one line to the file named by -to. It exits with 1 when a test failed or when no test
// ran at all: a runner that finds nothing to run has found a mistake.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	err := run(os.Args[1:], os.Stdin, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "testcount:", err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	flags := flag.NewFlagSet("testcount", flag.ContinueOnError)
	to := flags.String("to", "", "the `file` that collects the counts")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *to == "" {
		return errors.New("-to is needed")
	}
	kind, rest := flags.Arg(0), flags.Arg(1)
	if kind == "total" {
		return total(*to, rest, out)
	}
	count, err := read(kind, rest, in, out)
	if err != nil {
		return err
	}
	if err := add(*to, count); err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: %s\n", kind, count)
	switch {
	case count.Failed > 0:
		return fmt.Errorf("%s: %d failed", kind, count.Failed)
	case count.Passed == 0:
		return fmt.Errorf("%s: no test ran", kind)
	}
	return nil
}

func read(kind, file string, in io.Reader, out io.Writer) (Count, error) {
	switch kind {
	case "go":
		return readGo(in, out)
	case "vitest":
		return readReport(file, vitest)
	case "playwright":
		return readReport(file, playwright)
	}
	return Count{}, fmt.Errorf("%q is none of go, vitest, playwright, total", kind)
}
