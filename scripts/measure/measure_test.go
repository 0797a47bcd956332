package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestQuick takes every figure that needs real processes with a few phones and for a moment, so that the measurement cannot rot.
func TestQuick(t *testing.T) {
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("there is no /proc to read what a process used")
	}
	bin := t.TempDir()
	build := exec.CommandContext(t.Context(), "go", "build", "-o", bin+string(filepath.Separator), "verbindend/cmd/verbindend", "verbindend/scripts/bare") //nolint:gosec // our own
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var progress bytes.Buffer
	figures, err := measure(t.Context(), options{
		program: filepath.Join(bin, "verbindend"), bare: filepath.Join(bin, "bare"), quick: true, progress: &progress,
		scenes: []string{"thousand", "hall", "reveal", "rooms", "return", "idle", "two", "reports"},
	})
	if err != nil {
		t.Fatalf("%v\n%s", err, &progress)
	}
	for _, part := range []string{
		"bare broadcaster: per 1,000", "vote, 20 on bbolt: CPU", "vote, 20 on redis: acknowledgement", "silent writing", "hall, 40: acknowledgement", "reveal to 40",
		"3 sessions of 5", "return, 20, server killed", "memory of an idle connection", "throughput of one session", "throughput of many sessions",
		"a report with all charts: its file", "while reports are made", "100 downloads of one report",
	} {
		if !strings.Contains(progress.String(), part) {
			t.Errorf("%q was not measured", part)
		}
	}
	for _, f := range figures {
		if f.Unit == nothing && !f.Met {
			t.Errorf("%s: %v (%s)", f.Name, f.Value, f.Of)
		}
		if f.Value < 0 {
			t.Errorf("%s is %v", f.Name, f.Value)
		}
	}
}

func TestScenes(t *testing.T) {
	t.Run("a scene that does not exist is refused", func(t *testing.T) {
		if _, err := measure(t.Context(), options{scenes: []string{"opera"}}); err == nil || !strings.Contains(err.Error(), "opera") {
			t.Errorf("%v", err)
		}
	})
}

func TestFigures(t *testing.T) {
	t.Run("a target that is missed is said, and no target is none", func(t *testing.T) {
		b := &bench{options: options{progress: &bytes.Buffer{}}}
		b.atMost(0.5, 0.75, "×", "dear", "a ÷ b")
		b.atLeast(1.5, 1.6, "×", "fast", "a ÷ b")
		b.told(3, "kB", "curious", "by the way")
		b.atMost(0, 1, nothing, "kept", "of ten")
		var out bytes.Buffer
		writeTable(&out, b.figures)
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		for i, want := range []string{"≤ 0.5 MISSED", "≥ 1.5 ok", "3 kB by the way", "0 MISSED"} {
			if got := strings.Join(strings.Fields(lines[i+1]), " "); !strings.Contains(got, want) {
				t.Errorf("%q does not say %q", got, want)
			}
		}
	})
}
