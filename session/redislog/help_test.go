package redislog

import (
	"fmt"
	"strings"
	"testing"

	"verbindend/session"
)

func mustOpen(t *testing.T, addr string) *Log {
	t.Helper()
	return openURL(t, "redis://"+addr)
}

func openURL(t *testing.T, url string) *Log {
	t.Helper()
	l, err := Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}

// contents is a log as text, a line for each batch.
func contents(t *testing.T, l session.Log, id string) string {
	t.Helper()
	var all strings.Builder
	for b, err := range l.Read(t.Context(), id, 1) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&all, "%d-%d %s\n", b.First, b.Last, b.Bytes)
	}
	return all.String()
}

func typeName(v any) string { return fmt.Sprintf("%T", v) }
