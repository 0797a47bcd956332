package logtest

import (
	"context"
	"testing"
	"time"

	"verbindend/session"
)

// patience ends a test whose log hangs. It is generous, as it only passes when something is wrong.
const patience = 30 * time.Second

// An Option tells Run what else a log can do.
type Option func(*suite)

// Reopen also tests what a log keeps when it is opened again. The hook gets an open log, closes it and opens the same store.
func Reopen(again func(t *testing.T, old session.Log) session.Log) Option {
	return func(s *suite) { s.again = again }
}

// Beside also tests two handles on one store, as two servers would have. The hook opens a second one on the store of an open log.
func Beside(second func(t *testing.T, first session.Log) session.Log) Option {
	return func(s *suite) { s.second = second }
}

// Run tests a log against each sentence of its contract. open gives an empty log, or one that holds other ids, and sees
// to it that it is closed at the end of the test; closing twice must be harmless.
func Run(t *testing.T, open func(t *testing.T) session.Log, options ...Option) {
	s := &suite{open: open}
	for _, o := range options {
		o(s)
	}
	t.Run("append", s.append)
	t.Run("histories", s.histories)
	t.Run("race", s.race)
	t.Run("read", s.read)
	t.Run("replace", s.replace)
	t.Run("delete", s.delete)
	t.Run("watch", s.watch)
	t.Run("context", s.context)
	t.Run("arguments", s.arguments)
	t.Run("close", s.close)
	if s.again != nil {
		t.Run("reopen", s.reopen)
	}
	if s.second != nil {
		t.Run("beside", s.beside)
	}
}

type suite struct {
	open   func(*testing.T) session.Log
	again  func(*testing.T, session.Log) session.Log
	second func(*testing.T, session.Log) session.Log
}

// start opens a log and gives the context and the id of one subtest.
func (s *suite) start(t *testing.T) (context.Context, handle) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx, handle{T: t, ctx: ctx, log: s.open(t), id: newID()}
}
