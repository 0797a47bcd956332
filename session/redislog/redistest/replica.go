package redistest

import (
	"fmt"
	"strings"
)

// Replica starts a server that follows this one, with the same arguments and those given here, and waits until it is in step.
func (s *Server) Replica(args ...string) *Server {
	s.t.Helper()
	_, replica := Start(s.t, append([]string{"--replicaof", "127.0.0.1 " + s.port}, args...)...)
	replica.InStep()
	return replica
}

// InStep waits until a replica has all that its master has at this moment.
func (s *Server) InStep() {
	s.t.Helper()
	s.says("master_link_status:up", "INFO", "replication")
	goal := s.master().replication("master_repl_offset")
	await(s.t, func() error {
		// Offsets have no leading zeros, so the longer one is the larger one.
		if at := s.replication("slave_repl_offset"); len(at) < len(goal) || len(at) == len(goal) && at < goal {
			return fmt.Errorf("the replica is at %s of %s", at, goal)
		}
		return nil
	})
}

// Lag keeps a replica from hearing what its master does from now on, until the master is dead: it is frozen, and what the system
// holds for it is filled up with something else. Kill the master, then Thaw the replica: it has only what it had here.
func (s *Server) Lag() {
	s.t.Helper()
	s.InStep()
	master := s.master()
	s.Freeze()
	master.must("SET", "filler", strings.Repeat("x", 32<<20))
}

func (s *Server) master() *Server { return &Server{t: s.t, port: s.replication("master_port")} }

// replication gives a line of INFO replication.
func (s *Server) replication(name string) string {
	for line := range strings.Lines(fmt.Sprint(s.must("INFO", "replication"))) {
		if value, found := strings.CutPrefix(strings.TrimSpace(line), name+":"); found {
			return value
		}
	}
	return ""
}
