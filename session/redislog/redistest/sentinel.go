package redistest

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// MasterName is what the sentinels of this package call the master.
const MasterName = "verbindend"

// A Sentinel watches one master and makes one of its replicas the master when it is gone. It is a process like a Server.
type Sentinel struct{ *Server }

// StartSentinel starts a sentinel that decides alone, within seconds, and waits until it knows the master's replicas.
func StartSentinel(t testing.TB, master *Server, replicas int) *Sentinel {
	t.Helper()
	s := launch(t, func(s *Server) []string {
		path := filepath.Join(s.dir, "sentinel.conf") // it must be a file: a sentinel writes down what it knows
		settings := []string{
			"port " + s.port, "bind 127.0.0.1", "dir " + s.dir, "daemonize no",
			fmt.Sprintf("sentinel monitor %s 127.0.0.1 %s 1", MasterName, master.port),
			"sentinel down-after-milliseconds " + MasterName + " 500",
			"sentinel failover-timeout " + MasterName + " 5000",
		}
		if err := os.WriteFile(path, []byte(strings.Join(settings, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return []string{path, "--sentinel"}
	})
	s.says(fmt.Sprintf("slaves=%d", replicas), "INFO", "sentinel")
	return &Sentinel{s}
}

// URL is the address of the master as redislog.Open takes it.
func (s *Sentinel) URL() string { return "redis://" + s.Addr() + "?master_name=" + MasterName }

// Promoted waits until a server is the master, in the sentinel's eyes and in its own.
func (s *Sentinel) Promoted(srv *Server) {
	s.t.Helper()
	await(s.t, func() error {
		answer, err := s.Do("SENTINEL", "GET-MASTER-ADDR-BY-NAME", MasterName)
		if err != nil {
			return err
		}
		if pair, ok := answer.([]any); !ok || len(pair) != 2 || net.JoinHostPort(fmt.Sprint(pair[0]), fmt.Sprint(pair[1])) != srv.Addr() {
			return fmt.Errorf("the master is %v", answer)
		}
		return nil
	})
	srv.says("role:master", "INFO", "replication")
}
