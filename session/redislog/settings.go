package redislog

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

// Settings are what decides how much an answer of one Redis server is worth. A text is empty, and Clock is zero, where the
// server does not tell.
type Settings struct {
	AppendOnly  string    // "yes": what it stores outlives its process
	AppendFsync string    // "always", "everysec" or "no": how soon it is on the disk
	Eviction    string    // maxmemory-policy: what it throws away when it is full
	Clock       time.Time // what time it is there …
	Asked       time.Time // … and was here, halfway between the question and the answer
}

// Settings asks the server, or each master of a Cluster. It asks what hosted servers allow before what they may refuse, and
// what is refused stays unknown.
func (l *Log) Settings(ctx context.Context) []Settings {
	found, _ := call(ctx, l, callPatience, func(ctx context.Context) ([]Settings, error) { // who does not answer tells nothing
		cluster, is := l.client.(*redis.ClusterClient)
		if !is {
			return []Settings{settingsOf(ctx, l.client)}, nil
		}
		var mu sync.Mutex
		var all []Settings
		err := cluster.ForEachMaster(ctx, func(ctx context.Context, node *redis.Client) error {
			s := settingsOf(ctx, node)
			mu.Lock()
			defer mu.Unlock()
			all = append(all, s)
			return nil
		})
		return all, err
	})
	return found
}

func settingsOf(ctx context.Context, server redis.Cmdable) Settings {
	var s Settings
	info := server.Info(ctx, "persistence").Val() + server.Info(ctx, "memory").Val()
	switch field(info, "aof_enabled") {
	case "1":
		s.AppendOnly = "yes"
	case "0":
		s.AppendOnly = "no"
	}
	s.Eviction = field(info, "maxmemory_policy")
	s.AppendFsync = server.ConfigGet(ctx, "appendfsync").Val()["appendfsync"]
	before := time.Now()
	if clock, err := server.Time(ctx).Result(); err == nil {
		s.Clock, s.Asked = clock, before.Add(time.Since(before)/2)
	}
	return s
}

// field finds a line "name:value" of what INFO says.
func field(info, name string) string {
	for line := range strings.Lines(info) {
		if value, found := strings.CutPrefix(line, name+":"); found {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
