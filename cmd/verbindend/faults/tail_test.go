package faults

import (
	"os"
	"path/filepath"
	"testing"

	"verbindend/cmd/verbindend/faults/rig"
	"verbindend/cmd/verbindend/history"
	"verbindend/session/redislog/redistest"
)

func TestRedisBackWithLess(t *testing.T) {
	t.Parallel()
	t.Run("it comes back without its last second, as after a power cut with everysec: the rooms put it back", func(t *testing.T) {
		t.Parallel()
		addr, redis := redistest.Start(t, "--appendonly", "yes", "--appendfsync", "everysec")
		server := rig.Serve(t, "--redis", "redis://"+addr)
		whileRedis(t, sites(t, server.URL()), addr, history.Rules{TailLost: true}, func() {
			redis.Kill()
			shorten(t, redis.Dir(), 4000)
			redis.Restart()
		})
	})
}

// shorten takes the end off what a Redis that is not running has written.
func shorten(t *testing.T, dir string, bytes int64) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "appendonlydir", "*.incr.aof"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v: %v", files, err)
	}
	info, err := os.Stat(files[0])
	if err != nil || info.Size() < 2*bytes {
		t.Fatalf("%v, %d bytes", err, info.Size())
	}
	if err := os.Truncate(files[0], info.Size()-bytes); err != nil {
		t.Fatal(err)
	}
}
