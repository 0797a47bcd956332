package redislog

import (
	"bytes"
	"context"
	"crypto/rand"
	_ "embed" // for the scripts
	"fmt"
	"strconv"

	"github.com/redis/go-redis/v9"

	"verbindend/session"
	"verbindend/session/contract"
)

var (
	//go:embed append.lua
	appendSource string
	//go:embed replace.lua
	replaceSource string
	//go:embed delete.lua
	deleteSource string

	//go:embed read.lua
	readSource string

	readScript    = redis.NewScript(readSource)
	appendScript  = redis.NewScript(appendSource)
	replaceScript = redis.NewScript(replaceSource)
	deleteScript  = redis.NewScript(deleteSource)
)

// maxSeq is the last record number that a script can compare exactly: its numbers are doubles.
const maxSeq = 1 << 53

// Append implements session.Log: without error the batch is as durable as the server's appendfsync promises.
func (l *Log) Append(ctx context.Context, id string, after session.Mark, last uint64, batch []byte) error {
	if err := contract.CheckAppend(id, after, last, batch); err != nil {
		return err
	}
	if last > maxSeq {
		return tooFar(last)
	}
	return l.append(ctx, id, after, last, rand.Text(), bytes.Clone(batch))
}

// append needs bytes that nobody changes: when ctx ends, the call may still be sending them.
func (l *Log) append(ctx context.Context, id string, after session.Mark, last uint64, nonce string, batch []byte) error {
	stored := session.Batch{First: after.Seq + 1, Last: last, Bytes: batch}
	err := l.twice(ctx, appendScript, []string{logKey(id)},
		after.Seq, after.Sum.String(), stored.First, last, nonce, batch, stored.Mark().Sum.String(), channel, message(id, last))
	return about("append", id, stored, err)
}

// Replace implements session.Log. For what becomes of the old bytes in the server's files see the package documentation.
func (l *Log) Replace(ctx context.Context, id string, at session.Mark, batch []byte) error {
	if err := contract.CheckReplace(id, at, batch); err != nil {
		return err
	}
	if at.Seq > maxSeq {
		return tooFar(at.Seq)
	}
	stored := session.Batch{First: 1, Last: at.Seq, Bytes: bytes.Clone(batch)}
	err := l.twice(ctx, replaceScript, []string{logKey(id), newKey(id)},
		at.Seq, at.Sum.String(), rand.Text(), stored.Bytes, stored.Mark().Sum.String(), channel, message(id, at.Seq))
	if err == nil {
		l.forgetSoon()
	}
	return about("replace", id, stored, err)
}

// Delete implements session.Log. For what becomes of the old bytes in the server's files see the package documentation.
func (l *Log) Delete(ctx context.Context, id string) error {
	if err := contract.CheckID(id); err != nil {
		return err
	}
	_, err := l.run(ctx, deleteScript, []string{logKey(id)}, channel, message(id, 0))
	if err != nil {
		return fmt.Errorf("delete log %s: %w", id, err)
	}
	l.forgetSoon()
	return nil
}

// twice runs a script that knows its own work by the nonce, and once more when the answer did not come.
func (l *Log) twice(ctx context.Context, script *redis.Script, keys []string, args ...any) error {
	verdict, err := l.run(ctx, script, keys, args...)
	var unclear error
	if err != nil && !refused(err) && ended(ctx) == nil {
		unclear = err
		verdict, err = l.run(ctx, script, keys, args...)
	}
	switch {
	case err != nil:
		return err
	case verdict == "OK":
		return nil
	case verdict == "LOST":
		l.healSecret() // it may have gone with the rest
		return session.ErrLost
	case verdict == "CONFLICT" && unclear != nil:
		// The first run may have stored the batch, and somebody replaced the history since. Only reading can tell.
		return unclear
	}
	return session.ErrConflict
}

func (l *Log) run(ctx context.Context, script *redis.Script, keys []string, args ...any) (verdict string, err error) {
	return call(ctx, l, callPatience, func(ctx context.Context) (string, error) {
		return script.Run(ctx, l.client, keys, args...).Text()
	})
}

func tooFar(seq uint64) error { return fmt.Errorf("%w: record %d", contract.ErrInvalid, seq) }

func about(what, id string, b session.Batch, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s log %s, records %d to %d: %w", what, id, b.First, b.Last, err)
}

// message is what is published of a change: the log and its last record.
func message(id string, last uint64) string { return id + " " + strconv.FormatUint(last, 10) }
