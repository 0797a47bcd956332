package redislog

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
	"verbindend/session/contract"
)

// ErrClosed answers calls after Close.
var ErrClosed = contract.ErrClosed

const (
	openPatience = 3 * time.Second
	callPatience = 2 * time.Second // for one answer of the server
	readPatience = 5 * time.Second // for a page, which may be large

	secretKey = "vb:secret"
	pingKey   = "vb:ping"
)

func logKey(id string) string { return "vb:{" + id + "}:log" }
func newKey(id string) string { return "vb:{" + id + "}:new" }

// A Log keeps logs in Redis. All methods are safe for concurrent use.
type Log struct {
	client   redis.UniversalClient
	tuning   tuning
	watchers contract.Watchers
	hearers  contract.Hearers
	sender   sender // what this server tells its neighbours is told as
	secret   atomic.Pointer[[]byte]
	healing  atomic.Bool    // the secret is being put back
	parted   atomic.Bool    // another server has made another secret
	hearing  chan struct{}  // holds one token, taken by who starts to listen; closed once somebody listens
	erased   chan struct{}  // room for one: something is to be forgotten
	closing  chan struct{}  // closed by Close
	forgot   chan struct{}  // closed when the rewriting of files has ended
	running  sync.WaitGroup // calls and the listener
	unwell   atomic.Bool    // the last call got no answer

	mu       sync.Mutex // guards closed, and that running does not grow after it
	closed   bool
	closeErr error
}

// tuning is what tests set otherwise.
type tuning struct {
	pollEvery   time.Duration // between empty notices, in case a message was lost unseen
	pingEvery   time.Duration // on a subscription that is silent; after twice this time without an answer it is made anew
	forgetAfter time.Duration // after the first erasure, so that many share one rewriting
	forgetAgain time.Duration // while another rewriting is under way
}

func usual() tuning {
	return tuning{pollEvery: 30 * time.Second, pingEvery: 3 * time.Second, forgetAfter: 2 * time.Second, forgetAgain: 5 * time.Second}
}

var _ session.Log = (*Log)(nil)

// Open connects to the Redis at a URL and makes sure, within three seconds, that it can be written to. The URL is one of
//
//	redis://user:password@host:6379/0          one server; rediss:// with TLS
//	unix:///run/redis.sock                     one server on this machine
//	redis://sentinel:26379?master_name=m       Sentinel; more sentinels as &addr=host:port
//	redis://node:6379?addr=other:6379          a Cluster; cluster=true where one address is all that is known
//
// and may set what go-redis lets a URL set (pool_size, dial_timeout, …). Errors do not tell the password.
func Open(ctx context.Context, url string) (*Log, error) {
	client, where, err := connect(url)
	if err != nil {
		return nil, err
	}
	l := New(client)
	ctx, cancel := context.WithTimeout(ctx, openPatience)
	defer cancel()
	if err := l.Ping(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("redis at %s cannot be used: %w", where, err), l.Close())
	}
	return l, nil
}

// New makes a log of a client, which belongs to the log from now on: Close closes it.
// A client that retries by itself is fine, as a batch that is sent twice is stored once.
func New(client redis.UniversalClient) *Log { return start(client, usual()) }

func start(client redis.UniversalClient, tuning tuning) *Log {
	l := &Log{
		client:  client,
		sender:  sender{name: rand.Text()},
		tuning:  tuning,
		hearing: make(chan struct{}, 1),
		erased:  make(chan struct{}, 1),
		closing: make(chan struct{}),
		forgot:  make(chan struct{}),
	}
	l.hearing <- struct{}{}
	go l.forget()
	return l
}

// Ping implements session.Log. It writes, as a server that is full, read-only or loading answers a mere PING.
func (l *Log) Ping(ctx context.Context) error {
	_, err := call(ctx, l, callPatience, func(ctx context.Context) (string, error) {
		return l.client.Set(ctx, pingKey, "1", time.Minute).Result()
	})
	return err
}

// Close implements session.Log. Those who still wait for an answer get ErrClosed.
func (l *Log) Close() error {
	l.mu.Lock()
	first := !l.closed
	l.closed = true
	l.mu.Unlock()
	if first {
		close(l.closing)
		<-l.forgot
		l.closeErr = l.client.Close() // ends what is on the wire
		l.watchers.Close()
		l.hearers.Close()
	}
	l.running.Wait()
	return l.closeErr
}

// shut tells whether Close was called.
func (l *Log) shut() bool {
	select {
	case <-l.closing:
		return true
	default:
		return false
	}
}

// enter counts a goroutine that Close must wait for.
func (l *Log) enter() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed {
		l.running.Add(1)
	}
	return !l.closed
}
