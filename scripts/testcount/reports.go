package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// readReport reads a runner's JSON report of one of the shapes below.
func readReport(file string, shape func([]byte) (Count, error)) (Count, error) {
	report, err := os.ReadFile(file)
	if err != nil {
		return Count{}, err
	}
	count, err := shape(report)
	if err != nil {
		return Count{}, fmt.Errorf("%s: %w", file, err)
	}
	return count, nil
}

// vitest counts what vitest's json reporter wrote. A file that could not even be loaded is a failure without tests.
func vitest(report []byte) (Count, error) {
	var r struct {
		NumPassedTests, NumFailedTests, NumPendingTests, NumTodoTests int
		NumFailedTestSuites                                           int
	}
	if err := json.Unmarshal(report, &r); err != nil {
		return Count{}, err
	}
	failed := r.NumFailedTests
	if failed == 0 {
		failed = r.NumFailedTestSuites
	}
	return Count{Passed: r.NumPassedTests, Failed: failed, Skipped: r.NumPendingTests + r.NumTodoTests}, nil
}

// playwright counts what Playwright's json reporter wrote. Errors outside any test (a server that did not start)
// count as failures too; a test that passed at the second try only counts as passed, and the report names it.
func playwright(report []byte) (Count, error) {
	var r struct {
		Stats  struct{ Expected, Unexpected, Flaky, Skipped int }
		Errors []json.RawMessage
	}
	if err := json.Unmarshal(report, &r); err != nil {
		return Count{}, err
	}
	return Count{
		Passed:  r.Stats.Expected + r.Stats.Flaky,
		Failed:  r.Stats.Unexpected + len(r.Errors),
		Skipped: r.Stats.Skipped,
	}, nil
}
