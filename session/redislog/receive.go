package redislog

import (
	"context"
	"errors"
	"net"
	"time"

	"github.com/redis/go-redis/v9"
)

// receive hands on what arrives on a subscription, until ctx ends; then it closes the channel.
//
// The client makes a broken connection anew by itself, but does not notice one that stays and lets nothing through: it pings and
// does not look for the answer. A host that is gone without a word would be waited for until the system gives up, which takes
// a quarter of an hour. So we ping, too, and subscribe anew when nothing comes.
func (l *Log) receive(ctx context.Context, sub *redis.PubSub, arrived chan<- any) {
	defer close(arrived)
	wake := closeWith(ctx, sub)
	defer func() { wake(); _ = sub.Close() }() // it says only that the connection was gone already
	for silent := 0; ctx.Err() == nil; {
		m, err := sub.ReceiveTimeout(ctx, l.tuning.pingEvery)
		var timeout net.Error
		switch {
		case err == nil:
			silent = 0
			select {
			case arrived <- m:
			case <-ctx.Done():
			}
		case !errors.As(err, &timeout) || !timeout.Timeout():
			pause(ctx, brokenPause) // the client connects again when we ask again
		case silent == 0:
			silent = 1
			_ = sub.Ping(ctx) // a failure shows in what comes, or does not come, next
		default:
			silent = 0
			wake()
			_ = sub.Close()
			sub = l.client.Subscribe(ctx, channel, neighbourChannel) // what fails here is made good by receiving
			wake = closeWith(ctx, sub)
		}
	}
}

// closeWith closes a subscription when ctx ends, which wakes who receives. The answer calls it off.
func closeWith(ctx context.Context, sub *redis.PubSub) (callOff func() bool) {
	return context.AfterFunc(ctx, func() { _ = sub.Close() })
}

// brokenPause is between two tries to connect.
const brokenPause = 100 * time.Millisecond

func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}
