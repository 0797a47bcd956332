package rig

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Key is the facilitator's key of every server of a rig, so that links hold whatever store it has.
const Key = "a-key-for-everything-that-breaks"

// patience is how long a server may take to begin or to end; it passes only when something is wrong.
const patience = 30 * time.Second

// A Server is a process of the program. It can be killed, stopped and started again at the same address.
type Server struct {
	t    testing.TB
	addr string
	argv []string
	env  []string

	mu   sync.Mutex
	cmd  *exec.Cmd
	gone chan struct{} // closed when the process has ended
	said *output
	over bool // the test has ended: there is no other life
}

// Serve starts "verbindend serve" on a free port with these arguments, and waits until it answers.
func Serve(t testing.TB, args ...string) *Server {
	t.Helper()
	addr := FreePort(t)
	argv := append([]string{Program(t), "serve", "--addr", addr, "--key", Key, "--quiet"}, args...)
	return Start(t, addr, nil, argv...)
}

// Start starts any program that serves at an address, with additions to the environment, and waits until it answers.
func Start(t testing.TB, addr string, env []string, argv ...string) *Server {
	t.Helper()
	s := &Server{t: t, addr: addr, argv: argv, env: env, said: &output{}}
	t.Cleanup(func() {
		s.mu.Lock()
		s.over = true
		s.mu.Unlock()
		s.Kill()
		if t.Failed() {
			t.Logf("what the server at %s said last:\n%s", addr, s.said.tail())
		}
	})
	s.Start()
	return s
}

// Addr is host:port.
func (s *Server) Addr() string { return s.addr }

// URL is where the server answers.
func (s *Server) URL() string { return "http://" + s.addr }

// Said gives the last of what the server wrote to its standard error, all lives together.
func (s *Server) Said() string { return s.said.tail() }

// Start begins another life of the server and waits until it answers.
func (s *Server) Start() {
	s.t.Helper()
	if err := s.begin(); err != nil {
		s.t.Fatal(err)
	}
}

// Launch begins another life of the server and waits for nothing. It may be called from any goroutine.
func (s *Server) Launch() {
	s.t.Helper()
	if err := s.launch(); err != nil && !s.t.Failed() { // after a failure the test may be over already
		s.t.Error(err)
	}
}

func (s *Server) launch() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return errors.New("start the server: the test is over")
	}
	cmd := exec.CommandContext(context.Background(), s.argv[0], s.argv[1:]...)
	cmd.Env = append(os.Environ(), s.env...)
	cmd.Stdout, cmd.Stderr = s.said, s.said
	cmd.SysProcAttr = orphans()
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start the server: %w", err)
	}
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		_ = cmd.Wait() // how it ended is seen from outside
	}()
	s.cmd, s.gone = cmd, gone
	return nil
}

func (s *Server) begin() error {
	if err := s.launch(); err != nil {
		return err
	}
	return s.Answers("/healthz")
}

// Answers waits until the server answers 200 at a path.
func (s *Server) Answers(path string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for {
		err := ask(ctx, s.URL()+path)
		if err == nil {
			return nil
		}
		select {
		case <-s.gone:
			return fmt.Errorf("the server ended by itself:\n%s", s.said.tail())
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w\n%s", err, s.said.tail())
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// Ready tells whether the server says that it can take commands.
func (s *Server) Ready() bool {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return ask(ctx, s.URL()+"/readyz") == nil
}

var asking = http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: 5 * time.Second}

func ask(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	res, err := asking.Do(req)
	if err != nil {
		return err
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return errors.New(res.Status)
	}
	return nil
}

// Alive tells whether the process runs.
func (s *Server) Alive() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gone == nil {
		return false
	}
	select {
	case <-s.gone:
		return false
	default:
		return true
	}
}

// Pid is the number of the process that runs.
func (s *Server) Pid() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cmd.Process.Pid
}

// Kill ends the process as a power cut would, and waits until it is gone. Killing a dead one does nothing.
func (s *Server) Kill() { s.end(syscall.SIGKILL) }

// Stop asks the server to stop, as a rolling restart does, and waits until it has.
func (s *Server) Stop() { s.end(syscall.SIGTERM) }

func (s *Server) end(signal syscall.Signal) {
	s.t.Helper()
	if !s.Alive() {
		return
	}
	s.mu.Lock()
	cmd, gone := s.cmd, s.gone
	s.mu.Unlock()
	_ = cmd.Process.Signal(signal) // fails only when it is dead already
	select {
	case <-gone:
	case <-time.After(patience):
		_ = cmd.Process.Kill()
		s.t.Errorf("the server does not end after %v", signal)
	}
}

// output keeps the end of what a process says.
type output struct {
	mu   sync.Mutex
	text []byte
}

const keptOutput = 16 << 10

func (o *output) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte("msg=listening")) {
		return len(p), nil // each life begins like that
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.text = append(o.text, p...)
	if len(o.text) > 4*keptOutput {
		o.text = bytes.Clone(o.text[len(o.text)-keptOutput:])
	}
	return len(p), nil
}

func (o *output) tail() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return string(o.text[max(0, len(o.text)-keptOutput):])
}
