package redistest_test

import (
	"fmt"
	"testing"

	"verbindend/session/redislog/redistest"
)

func TestReplica(t *testing.T) {
	t.Run("a replica has what its master had, and one that lags has no more when the master dies", func(t *testing.T) {
		_, master := redistest.Start(t)
		replica := master.Replica()
		does(t, master, "SET", "early", "1")
		replica.Lag()
		does(t, master, "SET", "late", "1")
		master.Kill()
		replica.Thaw()
		if early, late := does(t, replica, "EXISTS", "early"), does(t, replica, "EXISTS", "late"); early != "1" || late != "0" {
			t.Fatalf("early %s, late %s", early, late)
		}
	})
}

func TestSentinel(t *testing.T) {
	t.Run("the replica becomes the master when the master is gone", func(t *testing.T) {
		_, master := redistest.Start(t)
		replica := master.Replica()
		sentinel := redistest.StartSentinel(t, master, 1)
		sentinel.Promoted(master)
		master.Kill()
		sentinel.Promoted(replica)
		does(t, replica, "SET", "k", "v")
	})
}

func TestCluster(t *testing.T) {
	t.Run("three masters share the keys, and one that was killed comes back", func(t *testing.T) {
		c := redistest.StartCluster(t, 3, "--appendonly", "yes", "--appendfsync", "always")
		seen := map[*redistest.Server]bool{}
		for i := range 20 {
			key := fmt.Sprint("key", i)
			does(t, c.Of(key), "SET", key, "v")
			seen[c.Of(key)] = true
		}
		if len(seen) != 3 {
			t.Fatalf("%d nodes have keys", len(seen))
		}
		c.Of("key1").Kill()
		c.Of("key1").Restart()
		c.Works()
		if got := does(t, c.Of("key1"), "GET", "key1"); got != "v" {
			t.Fatal(got)
		}
	})
}

func does(t *testing.T, s *redistest.Server, command ...any) string {
	t.Helper()
	answer, err := s.Do(command...)
	if err != nil {
		t.Fatalf("%v: %v", command, err)
	}
	return fmt.Sprint(answer)
}
