package redislog

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
)

// secretSize is 256 bits: a key for HMAC-SHA-256.
const secretSize = 32

// Secret gives 32 random bytes that all servers on this Redis share: made by the first that asks, the same ever after. When Redis
// loses it, this log puts it back (see the package documentation).
func (l *Log) Secret(ctx context.Context) ([]byte, error) {
	if known := l.secret.Load(); known != nil {
		return bytes.Clone(*known), nil
	}
	fresh := make([]byte, secretSize)
	rand.Read(fresh) // never fails
	kept, err := l.keepSecret(ctx, fresh)
	if err != nil {
		return nil, fmt.Errorf("the shared secret: %w", err)
	}
	if len(kept) != secretSize {
		return nil, fmt.Errorf("%s holds %d bytes, not %d", secretKey, len(kept), secretSize)
	}
	if l.secret.CompareAndSwap(nil, &kept) {
		return bytes.Clone(kept), nil
	}
	return l.Secret(ctx)
}

// keepSecret has Redis keep a secret if it has none, and gives the one that it has.
func (l *Log) keepSecret(ctx context.Context, secret []byte) ([]byte, error) {
	return call(ctx, l, callPatience, func(ctx context.Context) ([]byte, error) {
		if err := l.client.SetNX(ctx, secretKey, secret, 0).Err(); err != nil {
			return nil, err
		}
		return l.client.Get(ctx, secretKey).Bytes()
	})
}

// healSecret puts the secret back where it may be lost, without keeping the caller waiting. Many calls at once do it once.
func (l *Log) healSecret() {
	own := l.secret.Load()
	if own == nil || !l.healing.CompareAndSwap(false, true) {
		return
	}
	if !l.enter() {
		return
	}
	go func() {
		defer l.running.Done()
		defer l.healing.Store(false)
		kept, err := l.keepSecret(context.Background(), *own)
		if err != nil || bytes.Equal(kept, *own) {
			return // when it fails: it is tried again with the next sign, and every half minute
		}
		if !l.parted.Swap(true) {
			slog.Error("redis was emptied, and another server made a new secret before this one could put its own back: " +
				"keys of this server are refused there, and the other way round, until this server is started again")
		}
	}()
}
