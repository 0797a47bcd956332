package faults

import (
	"context"
	"net"
	"os"
	"testing"
	"time"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/session/boltlog"
	"verbindend/session/redislog"
)

func TestMain(m *testing.M) {
	if code, is := runAsServer(); is {
		os.Exit(code)
	}
	os.Exit(rig.Run(m))
}

// sites gives servers as visitors see them.
func sites(t *testing.T, urls ...string) []*visitor.Site {
	t.Helper()
	all := make([]*visitor.Site, len(urls))
	for i, url := range urls {
		site, err := visitor.NewSite(url, rig.Key)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(site.Close)
		all[i] = site
	}
	return all
}

// records reads a session's log to its end.
func records(log session.Log, id string) ([]session.Record, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	var all []session.Record
	for batch, err := range log.Read(ctx, id, 1) {
		if err != nil {
			return nil, err
		}
		some, err := session.DecodeBatch(batch.Bytes)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// inRedis reads logs in Redis beside the servers.
func inRedis(addr string) func(id string) ([]session.Record, error) {
	return func(id string) ([]session.Record, error) {
		log, err := redislog.Open(context.Background(), "redis://"+addr)
		if err != nil {
			return nil, err
		}
		defer log.Close()
		return records(log, id)
	}
}

// inDirectory reads logs in the directory of a server, which has to let go of it for a moment.
func inDirectory(dir string, s *rig.Server) func(id string) ([]session.Record, error) {
	return func(id string) ([]session.Record, error) {
		s.Kill()
		defer s.Start()
		log, err := boltlog.Open(dir)
		if err != nil {
			return nil, err
		}
		defer log.Close()
		return records(log, id)
	}
}

// eventually asks until the answer is yes, or fails the test.
func eventually(t *testing.T, what string, asked func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !asked(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never came: %s", what)
		}
	}
}

func split(t *testing.T, addr string) (host, port string) {
	t.Helper()
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		t.Fatal(err)
	}
	return host, port
}
