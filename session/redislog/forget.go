package redislog

import (
	"context"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

// forgetTries bounds how often a rewriting is asked for that another one, or a broken connection, keeps from starting.
const forgetTries = 20

func (l *Log) forgetSoon() {
	select {
	case l.erased <- struct{}{}:
	default: // it is to be done anyway
	}
}

// forget has the server's append-only file written anew some time after an erasure, until the log is closed.
func (l *Log) forget() {
	defer close(l.forgot)
	for {
		select {
		case <-l.erased:
		case <-l.closing:
			select {
			case <-l.erased: // the last chance
			default:
				return
			}
		}
		pause := l.tuning.forgetAfter
		for range forgetTries {
			open := l.wait(pause)
			select {
			case <-l.erased: // this rewriting does for it too
			default:
			}
			if l.rewrite() || !open {
				break
			}
			pause = l.tuning.forgetAgain
		}
	}
}

// wait tells whether the log is still open after it.
func (l *Log) wait(pause time.Duration) bool {
	t := time.NewTimer(pause)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-l.closing:
		return false
	}
}

// rewrite tells whether there is nothing more to be done: it has begun, or it will not be allowed.
func (l *Log) rewrite() (done bool) {
	ctx, cancel := context.WithTimeout(context.Background(), callPatience)
	defer cancel()
	var err error
	switch c := l.client.(type) {
	case *redis.ClusterClient:
		err = c.ForEachMaster(ctx, rewriteOne)
	case *redis.Client:
		err = rewriteOne(ctx, c)
	}
	return err == nil || refused(err) && !strings.Contains(err.Error(), "in progress")
}

func rewriteOne(ctx context.Context, c *redis.Client) error {
	state, err := c.Info(ctx, "persistence").Result()
	if err != nil {
		return err
	}
	// A server without an append-only file would begin one.
	if !strings.Contains(state, "aof_enabled:1") {
		return nil
	}
	return c.BgRewriteAOF(ctx).Err()
}
