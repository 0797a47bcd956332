package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// A Count is how many tests ended in which way.
type Count struct{ Passed, Failed, Skipped int }

// String is the plain form that people and build servers read; skipped tests are named only when there are any.
func (c Count) String() string {
	if c.Skipped == 0 {
		return fmt.Sprintf("%d passed, %d failed", c.Passed, c.Failed)
	}
	return fmt.Sprintf("%d passed, %d failed, %d skipped", c.Passed, c.Failed, c.Skipped)
}

// add writes a count as one more line of the file.
func add(file string, c Count) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "%d %d %d\n", c.Passed, c.Failed, c.Skipped)
	return errors.Join(err, f.Close())
}

// total prints the sum of the file's lines. A file that is not there means that nothing was counted.
func total(file, name string, out io.Writer) error {
	f, err := os.Open(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var sum Count
	if err == nil {
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			var c Count
			if _, err := fmt.Sscanf(lines.Text(), "%d %d %d", &c.Passed, &c.Failed, &c.Skipped); err != nil {
				return fmt.Errorf("%s: %q: %w", file, lines.Text(), err)
			}
			sum.Passed += c.Passed
			sum.Failed += c.Failed
			sum.Skipped += c.Skipped
		}
	}
	_, err = fmt.Fprintf(out, "%s: %s\n", name, sum)
	return err
}
