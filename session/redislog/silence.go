package redislog

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// The client tells stderr of each broken connection. Every call here answers with its error anyway, and whoever gets that
// says it once.
func init() { redis.SetLogger(silence{}) }

type silence struct{}

func (silence) Printf(context.Context, string, ...any) {}
