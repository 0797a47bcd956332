package faults

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/faults/workshop"
	"verbindend/cmd/verbindend/history"
	"verbindend/session/boltlog"
	"verbindend/session/live"
	"verbindend/web"
)

// clockVariable makes this test binary a server whose clock can be set: it names a file that says how wrong it is.
const clockVariable, dirVariable, addrVariable = "FAULTS_CLOCK", "FAULTS_DIR", "FAULTS_ADDR"

func TestClock(t *testing.T) {
	t.Parallel()
	t.Run("it jumps back and ahead while people write and vote", func(t *testing.T) {
		t.Parallel()
		dir, addr := t.TempDir(), rig.FreePort(t)
		clock := filepath.Join(t.TempDir(), "clock")
		set := func(wrong time.Duration) {
			if err := os.WriteFile(clock+".new", []byte(wrong.String()), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(clock+".new", clock); err != nil {
				t.Fatal(err)
			}
		}
		set(0)
		server := rig.Start(t, addr, []string{clockVariable + "=" + clock, dirVariable + "=" + dir, addrVariable + "=" + addr}, os.Args[0])
		company := workshop.Gather(t, 2, workshop.Options{Sites: sites(t, server.URL()), Phones: 4, Seed: 15})
		jump := func() {
			for _, wrong := range []time.Duration{-time.Hour, 36 * time.Hour, -20 * 365 * 24 * time.Hour, 10 * time.Second, -10 * time.Second} {
				set(wrong)
				time.Sleep(300 * time.Millisecond)
			}
		}
		company.Write()
		jump()
		company.Cluster()
		company.Vote()
		jump()
		server.Kill() // what was written at impossible times can be read, too
		server.Start()
		time.Sleep(300 * time.Millisecond)
		company.Settle()
		company.Reveal()
		company.Judge(history.Rules{}, inDirectory(dir, server))
	})
}

// serveByClock is the program with another clock.
func serveByClock(clock string) error {
	now := func() time.Time {
		text, err := os.ReadFile(clock) //nolint:gosec // the test's own file
		if err != nil {
			panic(err)
		}
		wrong, err := time.ParseDuration(string(text))
		if err != nil {
			panic(err)
		}
		return time.Now().Add(wrong)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	log, err := boltlog.Open(os.Getenv(dirVariable))
	if err != nil {
		return err
	}
	secret, err := log.Secret()
	if err != nil {
		return err
	}
	logger := slog.New(slog.NewTextHandler(os.Stderr, nil))
	rooms, err := live.Open(ctx, log, live.Options{Logger: logger, Now: now})
	if err != nil {
		return err
	}
	server, err := web.New(rooms, web.Config{Secret: secret, Key: rig.Key, PublicURL: "http://" + os.Getenv(addrVariable), Logger: logger})
	if err != nil {
		return err
	}
	var listen net.ListenConfig
	listener, err := listen.Listen(ctx, "tcp", os.Getenv(addrVariable))
	if err != nil {
		return err
	}
	return errors.Join(server.Serve(ctx, listener), rooms.Close(context.Background()), log.Close())
}

func runAsServer() (code int, is bool) {
	clock, is := os.LookupEnv(clockVariable)
	if !is {
		return 0, false
	}
	if err := serveByClock(clock); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1, true
	}
	return 0, true
}
