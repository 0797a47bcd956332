package redislog

import (
	"context"
	"crypto/rand"
	"fmt"
)

// secretSize is 256 bits: a key for HMAC-SHA-256.
const secretSize = 32

// Secret gives 32 random bytes that all servers on this Redis share: made by the first that asks, the same ever after.
func (l *Log) Secret(ctx context.Context) ([]byte, error) {
	kept, err := call(ctx, l, callPatience, func(ctx context.Context) ([]byte, error) {
		fresh := make([]byte, secretSize)
		rand.Read(fresh) // never fails
		if err := l.client.SetNX(ctx, secretKey, fresh, 0).Err(); err != nil {
			return nil, err
		}
		return l.client.Get(ctx, secretKey).Bytes()
	})
	if err != nil {
		return nil, fmt.Errorf("the shared secret: %w", err)
	}
	if len(kept) != secretSize {
		return nil, fmt.Errorf("%s holds %d bytes, not %d", secretKey, len(kept), secretSize)
	}
	return kept, nil
}
