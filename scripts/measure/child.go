package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

const (
	key      = "bench-only-key-with-enough-characters"
	patience = 20 * time.Second // for a process to begin or to end
)

// A child is a process that this program has started, and ends.
type child struct {
	cmd  *exec.Cmd
	said *bytes.Buffer
	port int
	done chan struct{}
	err  error // of its end, when done is closed
}

func freePort(ctx context.Context) (int, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	addr, _ := l.Addr().(*net.TCPAddr)
	return addr.Port, nil
}

// spawn starts a process and waits until it answers.
func spawn(ctx context.Context, port int, answers func(context.Context, int) error, name string, args ...string) (*child, error) {
	c := &child{cmd: exec.Command(name, args...), said: &bytes.Buffer{}, port: port, done: make(chan struct{})} //nolint:gosec,noctx // ended by end
	c.cmd.Stdout, c.cmd.Stderr = c.said, c.said
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { defer close(c.done); c.err = c.cmd.Wait() }()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for answers(ctx, port) != nil {
		select {
		case <-c.done:
			return nil, fmt.Errorf("%s ended at once: %w\n%s", filepath.Base(name), c.err, c.said)
		case <-ctx.Done():
			c.end(syscall.SIGKILL)
			return nil, fmt.Errorf("%s did not answer: %w\n%s", filepath.Base(name), ctx.Err(), c.said)
		case <-time.After(10 * time.Millisecond):
		}
	}
	return c, nil
}

// end ends the process with a signal, harder when that takes too long.
func (c *child) end(how os.Signal) {
	_ = c.cmd.Process.Signal(how)
	select {
	case <-c.done:
	case <-time.After(patience):
		_ = c.cmd.Process.Kill()
		<-c.done
	}
}

func (c *child) address() string { return fmt.Sprintf("http://127.0.0.1:%d", c.port) }

func overHTTP(path string) func(context.Context, int) error {
	return func(ctx context.Context, port int) error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("http://127.0.0.1:%d%s", port, path), nil)
		if err != nil {
			return err
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		defer res.Body.Close()
		if res.StatusCode != http.StatusOK {
			return errors.New(res.Status)
		}
		return nil
	}
}

// serve starts a server on a store: the flags name it.
func (b *bench) serve(ctx context.Context, store ...string) (*child, error) {
	port, err := freePort(ctx)
	if err != nil {
		return nil, err
	}
	return b.serveAt(ctx, port, store...)
}

func (b *bench) serveAt(ctx context.Context, port int, store ...string) (*child, error) {
	args := append([]string{"serve", "--addr", fmt.Sprintf("127.0.0.1:%d", port), "--key", key, "--quiet"}, store...)
	return spawn(ctx, port, overHTTP("/readyz"), b.program, args...)
}

// file gives the flags of a store of its own in a file.
func (b *bench) file(name string) []string { return []string{"--data", filepath.Join(b.dir, name)} }

func (b *bench) broadcaster(ctx context.Context, coalesce time.Duration) (*child, error) {
	port, err := freePort(ctx)
	if err != nil {
		return nil, err
	}
	return spawn(ctx, port, overHTTP("/metrics"), b.bare, "-addr", fmt.Sprintf("127.0.0.1:%d", port), "-coalesce", coalesce.String())
}

// redis starts a Redis that writes everything to disk before it answers.
func (b *bench) redis(ctx context.Context) (*child, error) {
	port, err := freePort(ctx)
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(b.dir, fmt.Sprint("redis", port))
	if err := os.Mkdir(dir, 0o700); err != nil {
		return nil, err
	}
	return spawn(ctx, port, overRedis, "redis-server", "--port", fmt.Sprint(port), "--bind", "127.0.0.1", "--dir", dir, "--save", "",
		"--appendonly", "yes", "--appendfsync", "always")
}

func overRedis(ctx context.Context, port int) error {
	conn, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(time.Second)); err != nil {
		return err
	}
	answer := make([]byte, 5)
	if _, err := conn.Write([]byte("PING\r\n")); err != nil {
		return err
	}
	if _, err := conn.Read(answer); err != nil || !strings.HasPrefix(string(answer), "+PONG") {
		return errors.Join(err, errors.New("not ready"))
	}
	return nil
}

func (c *child) redisURL() string { return fmt.Sprintf("redis://127.0.0.1:%d", c.port) }
