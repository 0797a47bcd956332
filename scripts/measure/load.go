package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// load takes the benchmark of a long history that is read from its log.
func load(ctx context.Context, b *bench) error {
	times := "5x"
	if b.quick {
		times = "1x"
	}
	out, err := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", "^BenchmarkLoad", "-benchtime", times, "verbindend/session/live").CombinedOutput() //nolint:gosec // our own words
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	found := benchLine.FindAllStringSubmatch(string(out), -1)
	if len(found) == 0 {
		return errors.New("there is no BenchmarkLoad\n" + string(out))
	}
	for _, line := range found {
		ns, err := strconv.ParseFloat(line[2], 64)
		if err != nil {
			return err
		}
		b.atMost(200, ns/1e6, "ms", "loading a session of 20,000 events", "%s: %s", line[1], strings.Join(strings.Fields(line[3]), " "))
	}
	return nil
}

var benchLine = regexp.MustCompile(`(?m)^(BenchmarkLoad\S*)\s+\d+\s+([0-9.]+) ns/op(.*)$`)
