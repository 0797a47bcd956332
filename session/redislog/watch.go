package redislog

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
)

// channel is where all servers publish what they changed. It is one for all logs, as a subscription to each would cost a
// Cluster a connection per slot.
const channel = "vb:notices"

// Watch implements session.Log. All watchers of a log share one subscription. It fails when that cannot be made; once
// made, it is taken up again by itself, and each time watchers get the empty Notice.
func (l *Log) Watch(ctx context.Context) (<-chan session.Notice, error) {
	if err := l.listen(ctx); err != nil {
		return nil, err
	}
	return l.watchers.Add(ctx)
}

// listen makes the subscription if there is none, and returns when the server has confirmed it.
func (l *Log) listen(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case _, first := <-l.hearing:
		if !first {
			return nil
		}
	case <-ctx.Done():
		return ctx.Err()
	case <-l.closing:
		return ErrClosed
	}
	sub := l.client.Subscribe(ctx) // to nothing yet, so it does not wait
	_, err := call(ctx, l, callPatience, func(ctx context.Context) (any, error) {
		if err := sub.Subscribe(ctx, channel, neighbourChannel); err != nil {
			return nil, err
		}
		if _, err := sub.ReceiveTimeout(ctx, callPatience); err != nil {
			return nil, err
		}
		return sub.ReceiveTimeout(ctx, callPatience) // one answer for each channel
	})
	if err == nil && !l.enter() {
		err = ErrClosed
	}
	if err != nil {
		l.hearing <- struct{}{} // the next one tries again
		return errors.Join(err, sub.Close())
	}
	go l.pump(sub)
	close(l.hearing)
	return nil
}

// pump tells the watchers and the hearers what arrives, until the log is closed.
func (l *Log) pump(sub *redis.PubSub) {
	defer l.running.Done()
	ctx, cancel := context.WithCancel(context.Background())
	arrived := make(chan any)
	go l.receive(ctx, sub, arrived)
	poll := time.NewTicker(l.tuning.pollEvery)
	defer poll.Stop()
	known := senders{}
	for {
		select {
		case m := <-arrived:
			l.sort(m, known)
		case <-poll.C:
			l.watchers.Tell(session.Notice{})
			l.healSecret()
		case <-l.closing:
			cancel()
			for range arrived {
				continue // let its sender go
			}
			return
		}
	}
}

// sort gives what arrived to those it is for.
func (l *Log) sort(arrived any, known senders) {
	switch m := arrived.(type) {
	case *redis.Message:
		if m.Channel == channel {
			l.watchers.Tell(noticed(m.Payload))
		} else if message, fresh := known.take(m.Payload); fresh {
			l.hearers.Tell(message)
		}
	case *redis.Subscription: // a new one, and something may have been missed before it
		if m.Channel == channel {
			l.watchers.Tell(session.Notice{})
			l.healSecret()
		}
	}
}

// noticed reads a message; one that says nothing we know is the empty Notice.
func noticed(message string) session.Notice {
	id, last, _ := strings.Cut(message, " ")
	seq, err := strconv.ParseUint(last, 10, 64)
	if err != nil {
		return session.Notice{}
	}
	return session.Notice{ID: id, Seq: seq}
}
