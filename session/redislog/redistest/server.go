package redistest

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

// patience is how long a server may take to answer; it passes only when something is wrong.
const patience = 20 * time.Second

// A Server is one redis-server that belongs to one test.
type Server struct {
	t    testing.TB
	port string
	dir  string
	args []string

	mu  sync.Mutex // guards cmd and said
	cmd *exec.Cmd  // nil when it is not running
	out *bytes.Buffer
}

// Start starts a server without persistence, or with what the arguments say ("--appendonly", "yes"), waits until it answers
// and stops it at the end of the test. Where redis-server is not installed the test is skipped, but fails when the environment has CI set.
func Start(t testing.TB, args ...string) (addr string, srv *Server) {
	t.Helper()
	s := launch(t, func(s *Server) []string {
		return append([]string{
			"--port", s.port, "--bind", "127.0.0.1", "--dir", s.dir, "--save", "", "--appendonly", "no", "--daemonize", "no",
			"--repl-diskless-sync-delay", "0", // a replica need not wait for others
		}, args...)
	})
	return s.Addr(), s
}

// launch starts a process with the arguments that command makes for its port and directory.
func launch(t testing.TB, command func(*Server) []string) *Server {
	t.Helper()
	if _, err := exec.LookPath("redis-server"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("this test needs redis-server: %v", err)
		}
		t.Skipf("this test needs redis-server: %v", err)
	}
	// Between our choice of a port and Redis taking it somebody else may; then we choose again.
	for try := 1; ; try++ {
		s := &Server{t: t, port: freePort(t), dir: t.TempDir()}
		s.args = command(s)
		err := s.run()
		if err == nil {
			t.Cleanup(s.Kill)
			return s
		}
		s.Kill()
		if try == 3 {
			t.Fatal(err)
		}
	}
}

// Addr is host:port.
func (s *Server) Addr() string { return net.JoinHostPort("127.0.0.1", s.port) }

// Dir is where the server keeps its files.
func (s *Server) Dir() string { return s.dir }

// Do asks the server something, over a connection of its own.
func (s *Server) Do(command ...any) (any, error) {
	c := redis.NewClient(&redis.Options{Addr: s.Addr(), MaxRetries: -1, DialerRetries: 1})
	defer c.Close()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return c.Do(ctx, command...).Result()
}

// must is Do for what has to succeed.
func (s *Server) must(command ...any) any {
	s.t.Helper()
	answer, err := s.Do(command...)
	if err != nil {
		s.t.Fatalf("redis on port %s: %v: %v", s.port, command, err)
	}
	return answer
}

// says waits until the server's answer to a command contains a text.
func (s *Server) says(text string, command ...any) {
	s.t.Helper()
	await(s.t, func() error {
		answer, err := s.Do(command...)
		if said := fmt.Sprint(answer); err == nil && !strings.Contains(said, text) {
			err = fmt.Errorf("it does not say %q but %s", text, said)
		}
		if err != nil {
			return fmt.Errorf("redis on port %s: %w", s.port, err)
		}
		return nil
	})
}

// Kill ends the server as a power cut would, and waits until it is gone. Killing a dead one does nothing.
func (s *Server) Kill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cmd == nil {
		return
	}
	_ = s.cmd.Process.Kill() // fails only when it is dead already
	_ = s.cmd.Wait()         // says "killed", as it was
	s.cmd = nil
}

// Restart kills the server if it runs and starts it on the same port with the files that it kept.
func (s *Server) Restart() {
	s.t.Helper()
	s.Kill()
	if err := s.run(); err != nil {
		s.t.Fatal(err)
	}
}

// Freeze stops the server in the middle of what it does, with its connections open; Thaw lets it go on.
func (s *Server) Freeze() { s.signal(syscall.SIGSTOP) }

// Thaw lets a frozen server go on.
func (s *Server) Thaw() { s.signal(syscall.SIGCONT) }

func (s *Server) signal(sig syscall.Signal) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cmd == nil {
		s.t.Fatal("the redis-server is not running")
	}
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

func (s *Server) run() error {
	cmd, out := exec.Command("redis-server", s.args...), &bytes.Buffer{}
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start redis-server: %w", err)
	}
	s.mu.Lock()
	s.cmd, s.out = cmd, out
	s.mu.Unlock()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		err := ping(s.Addr(), cmd.Process.Pid)
		if err == nil {
			return nil
		}
		// A process that has ended is a zombie until we wait for it, so we look at the clock only.
		if time.Now().After(end) {
			s.Kill()
			return fmt.Errorf("redis-server on port %s: %w\n%s", s.port, err, out)
		}
	}
}

// ping asks for the process id too, so that another server on our port is not taken for ours.
func ping(addr string, pid int) error {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(time.Second)); err != nil {
		return err
	}
	if _, err := fmt.Fprint(conn, "PING\r\nINFO server\r\n"); err != nil {
		return err
	}
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "-") {
			return fmt.Errorf("it answers %s", line) // loading, for one
		}
		if id, ok := strings.CutPrefix(line, "process_id:"); ok {
			if id != fmt.Sprint(pid) {
				return fmt.Errorf("another server, process %s, has the port", id)
			}
			return nil
		}
	}
	return fmt.Errorf("it hung up: %w", lines.Err())
}
