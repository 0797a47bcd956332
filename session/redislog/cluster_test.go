package redislog

import (
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
	"verbindend/session/logtest"
	"verbindend/session/redislog/redistest"
)

func TestCluster(t *testing.T) {
	addr, _ := redistest.Start(t, "--cluster-enabled", "yes")
	formCluster(t, addr)
	log := func(t *testing.T) session.Log { return mustOpen(t, addr+"?cluster=true") }
	logtest.Run(t, log, logtest.Beside(func(t *testing.T, _ session.Log) session.Log { return log(t) }))
}

// formCluster gives one server all the slots. That is enough for Redis to refuse what would span slots.
func formCluster(t *testing.T, addr string) {
	t.Helper()
	c := redis.NewClient(&redis.Options{Addr: addr})
	defer c.Close()
	must(t, c.ClusterAddSlotsRange(t.Context(), 0, 16383).Err())
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		info, err := c.ClusterInfo(t.Context()).Result()
		must(t, err)
		if strings.Contains(info, "cluster_state:ok") {
			return
		}
		if time.Now().After(end) {
			t.Fatal(info)
		}
	}
}
