package main

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is when a test gives up on something that should have come at once.
const patience = 20 * time.Second

func TestMain(m *testing.M) {
	for _, entry := range os.Environ() { // the environment of whoever runs the tests is not part of them
		if name, _, _ := strings.Cut(entry, "="); strings.HasPrefix(name, "VERBINDEND_") || name == "REDIS_URL" {
			os.Unsetenv(name)
		}
	}
	os.Setenv("LC_ALL", "nl_NL.UTF-8")
	os.Exit(m.Run())
}

// speech is what a program has said so far.
type speech struct {
	mu   sync.Mutex
	text bytes.Buffer
	more chan struct{}
}

func newSpeech() *speech { return &speech{more: make(chan struct{}, 1)} }

func (s *speech) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case s.more <- struct{}{}:
	default:
	}
	return s.text.Write(p)
}

func (s *speech) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// A program is one that runs inside the test.
type program struct {
	out, err *speech
	stop     context.CancelFunc
	code     chan int
}

// start runs the program until it ends or the test does.
func start(t *testing.T, args ...string) *program {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	p := &program{out: newSpeech(), err: newSpeech(), stop: cancel, code: make(chan int, 1)}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		p.code <- run(ctx, args, p.out, p.err)
	}()
	t.Cleanup(func() { cancel(); <-ended })
	return p
}

// says waits until the program has said something that matches, and gives the first group.
func (p *program) says(t *testing.T, pattern string) string {
	t.Helper()
	match := regexp.MustCompile(pattern)
	deadline := time.After(patience)
	for {
		if found := match.FindStringSubmatch(p.out.String()); found != nil {
			return found[len(found)-1]
		}
		select {
		case <-p.out.more:
		case code := <-p.code:
			t.Fatalf("ended with %d; stdout:\n%s\nstderr:\n%s", code, p.out, p.err)
		case <-deadline:
			t.Fatalf("never said %s; stdout:\n%s\nstderr:\n%s", pattern, p.out, p.err)
		}
	}
}

// ends stops the program and gives its exit code.
func (p *program) ends(t *testing.T) int {
	t.Helper()
	p.stop()
	select {
	case code := <-p.code:
		return code
	case <-time.After(patience):
		t.Fatal("the program does not stop")
		return 0
	}
}

// invoke runs the program to its end.
func invoke(t *testing.T, args ...string) (code int, out, err string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// oneLineOn fails unless text is exactly one line that contains every part.
func oneLineOn(t *testing.T, text string, parts ...string) {
	t.Helper()
	if strings.Count(text, "\n") != 1 || !strings.HasSuffix(text, "\n") {
		t.Errorf("not one line: %q", text)
	}
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in %q", part, text)
		}
	}
}

// serving starts a server on a free port and gives its address and the facilitator's key.
func serving(t *testing.T, dir string) (p *program, address, key string) {
	t.Helper()
	p = start(t, "serve", "--addr", "127.0.0.1:0", "--data", dir)
	address = p.says(t, `(http://127\.0\.0\.1:\d+)/host#key=`)
	return p, address, p.says(t, `/host#key=(\S+)`)
}
