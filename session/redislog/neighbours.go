package redislog

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
)

// neighbourChannel is where servers publish what they tell each other. It comes over the same subscription as the notices.
const neighbourChannel = "vb:neighbours"

// publishScript publishes at the node of a Cluster that has the channel's name as a key. A bare PUBLISH goes to any node, and
// what goes by different nodes arrives in any order.
var publishScript = redis.NewScript("return redis.call('PUBLISH', KEYS[1], ARGV[1])")

var _ session.Neighbours = (*Log)(nil)

// Tell implements session.Neighbours.
func (l *Log) Tell(ctx context.Context, message []byte) error {
	signed := l.sender.sign(message)
	_, err := call(ctx, l, callPatience, func(ctx context.Context) (int64, error) {
		return publishScript.Run(ctx, l.client, []string{neighbourChannel}, signed).Int64()
	})
	if err != nil {
		return fmt.Errorf("tell the neighbours: %w", err)
	}
	return nil
}

// Hear implements session.Neighbours. It fails when the subscription, which it shares with Watch, cannot be made; once
// made, it is taken up again by itself, and what was told meanwhile is lost.
func (l *Log) Hear(ctx context.Context) (<-chan []byte, error) {
	if err := l.listen(ctx); err != nil {
		return nil, err
	}
	return l.hearers.Add(ctx)
}

// A sender numbers what one server tells. Clients of a Cluster repeat what was cut off, and a message whose sender gave up
// waiting may arrive after the next one: by its number the receivers know.
type sender struct {
	name string
	told atomic.Uint64
}

func (s *sender) sign(message []byte) string {
	return s.name + " " + strconv.FormatUint(s.told.Add(1), 10) + " " + string(message)
}

// senders knows the number of the last message of each server that was heard. It belongs to one goroutine.
type senders map[string]uint64

// maxSenders bounds the memory; each start of a server is a new sender.
const maxSenders = 4096

// take gives what a message says, and whether it is new: not heard before, and told after the last one heard of its sender.
func (s senders) take(signed string) (message []byte, fresh bool) {
	name, rest, _ := strings.Cut(signed, " ")
	number, text, whole := strings.Cut(rest, " ")
	n, err := strconv.ParseUint(number, 10, 64)
	if err != nil || !whole || n <= s[name] {
		return nil, false
	}
	if len(s) >= maxSenders {
		clear(s) // a repetition would have to come at this very moment
	}
	s[name] = n
	return []byte(text), true
}
