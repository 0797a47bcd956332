package rig_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
)

// echo is a server that says back every line it hears, with its name before it.
func echo(t *testing.T, name string) (addr string, heard chan string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	heard = make(chan string, 100)
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				for lines := bufio.NewScanner(conn); lines.Scan(); {
					heard <- lines.Text()
					if _, err := io.WriteString(conn, name+" "+lines.Text()+"\n"); err != nil {
						return
					}
				}
			}()
		}
	}()
	return l.Addr().String(), heard
}

// A guest is a connection of the test.
type guest struct {
	t     *testing.T
	conn  net.Conn
	lines *bufio.Reader
}

func visit(t *testing.T, addr string) *guest {
	t.Helper()
	dial := net.Dialer{Timeout: 5 * time.Second}
	conn, err := dial.DialContext(context.Background(), "tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return &guest{t, conn, bufio.NewReader(conn)}
}

func (g *guest) say(line string) { _, _ = io.WriteString(g.conn, line+"\n") }

// hears waits for a line, at most so long.
func (g *guest) hears(patience time.Duration) (string, error) {
	_ = g.conn.SetReadDeadline(time.Now().Add(patience))
	line, err := g.lines.ReadString('\n')
	return strings.TrimSpace(line), err
}

const (
	soon  = 5 * time.Second
	never = 200 * time.Millisecond // long enough for a line on this machine
)

func (g *guest) expect(want string) {
	g.t.Helper()
	if got, err := g.hears(soon); err != nil || got != want {
		g.t.Fatalf("heard %q, %v; want %q", got, err, want)
	}
}

func (g *guest) expectNothing() {
	g.t.Helper()
	if got, err := g.hears(never); !errors.Is(err, os.ErrDeadlineExceeded) {
		g.t.Fatalf("heard %q, %v; want nothing", got, err)
	}
}

func (g *guest) expectEnd() {
	g.t.Helper()
	if got, err := g.hears(soon); err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		g.t.Fatalf("heard %q, %v; want the end", got, err)
	}
}

func TestProxy(t *testing.T) {
	t.Run("it carries both ways, and gives newcomers to the servers in turn", func(t *testing.T) {
		a, _ := echo(t, "a")
		b, _ := echo(t, "b")
		p := rig.NewProxy(t, a, b)
		for _, want := range []string{"a 1", "b 1", "a 1"} {
			g := visit(t, p.Addr())
			g.say("1")
			g.expect(want)
		}
	})
	t.Run("it passes over a server that is not there", func(t *testing.T) {
		a, _ := echo(t, "a")
		p := rig.NewProxy(t, rig.FreePort(t), a)
		for range 2 {
			g := visit(t, p.Addr())
			g.say("1")
			g.expect("a 1")
		}
	})
	t.Run("refused, everybody is cut off and nobody is let in; healed, they are", func(t *testing.T) {
		a, _ := echo(t, "a")
		p := rig.NewProxy(t, a)
		g := visit(t, p.Addr())
		g.say("1")
		g.expect("a 1")
		p.Refuse()
		g.expectEnd()
		visit(t, p.Addr()).expectEnd()
		p.Heal()
		g = visit(t, p.Addr())
		g.say("2")
		g.expect("a 2")
	})
	t.Run("in a black hole nothing arrives until it is healed, and then everything does, also from who has left", func(t *testing.T) {
		a, heard := echo(t, "a")
		p := rig.NewProxy(t, a)
		g, gone := visit(t, p.Addr()), visit(t, p.Addr())
		p.Hold(rig.Requests, rig.Replies)
		g.say("1")
		gone.say("2")
		gone.conn.Close()
		g.expectNothing()
		if len(heard) > 0 {
			t.Fatalf("%q came through", <-heard)
		}
		p.Heal()
		g.expect("a 1")
		for range 2 {
			select {
			case <-heard:
			case <-time.After(soon):
				t.Fatal("what was held up never arrived")
			}
		}
	})
	t.Run("half open, requests pass and replies wait", func(t *testing.T) {
		a, heard := echo(t, "a")
		p := rig.NewProxy(t, a)
		g := visit(t, p.Addr())
		p.Hold(rig.Replies)
		g.say("1")
		if got := <-heard; got != "1" {
			t.Fatal(got)
		}
		g.expectNothing()
		p.Heal()
		g.expect("a 1")
	})
	t.Run("abandoned, a connection stays open and silent, and newcomers are served", func(t *testing.T) {
		a, _ := echo(t, "a")
		p := rig.NewProxy(t, a)
		g := visit(t, p.Addr())
		g.say("1")
		g.expect("a 1")
		p.Abandon()
		g.say("2")
		g.expectNothing()
		g = visit(t, p.Addr())
		g.say("3")
		g.expect("a 3")
	})
	t.Run("delayed, everything takes longer and nothing is reordered", func(t *testing.T) {
		a, _ := echo(t, "a")
		p := rig.NewProxy(t, a)
		p.Delay(100 * time.Millisecond)
		g := visit(t, p.Addr())
		begun := time.Now()
		g.say("1")
		g.say("2")
		g.expect("a 1")
		g.expect("a 2")
		if took := time.Since(begun); took < 200*time.Millisecond {
			t.Errorf("there and back took %v", took)
		}
	})
	t.Run("a connection is cut after the request that is meant and before its reply, as often as asked", func(t *testing.T) {
		a, heard := echo(t, "a")
		p := rig.NewProxy(t, a)
		p.CutAfter("append", 1)
		g := visit(t, p.Addr())
		g.say("read")
		g.expect("a read")
		g.say("append")
		g.expectEnd()
		if <-heard != "read" || <-heard != "append" || p.Cuts() != 0 {
			t.Error("the request did not arrive")
		}
		g = visit(t, p.Addr())
		g.say("append")
		g.expect("a append")
	})
}
