package boltlog

import (
	"bytes"
	"context"
	"crypto/rand"

	"go.etcd.io/bbolt"
)

// secretSize is 256 bits: a key for HMAC-SHA-256.
const secretSize = 32

var secretKey = []byte("secret")

// Secret gives 32 random bytes that belong to this directory: made at the first call, the same ever after.
func (l *Log) Secret() ([]byte, error) {
	var secret []byte
	err := l.submit(context.Background(), &job{do: func(tx *bbolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if kept := meta.Get(secretKey); kept != nil {
			secret = bytes.Clone(kept)
			return nil
		}
		secret = make([]byte, secretSize)
		rand.Read(secret) // never fails
		return meta.Put(secretKey, secret)
	}})
	if err != nil {
		return nil, err
	}
	return secret, nil
}
