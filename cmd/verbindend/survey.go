package main

import (
	"context"
	"os"
	"time"

	"verbindend/session/redislog"
)

// survey looks at what the server runs on.
func (s *server) survey(ctx context.Context) machine {
	m := machine{files: openFiles(), memory: freeMemory(os.DirFS("/")), now: time.Now()}
	for _, e := range s.rooms.Directory().List() {
		for _, at := range []time.Time{e.StartedAt, e.EndedAt} {
			if at.After(m.newest) {
				m.newest = at
			}
		}
	}
	if log, is := s.store.Log.(*redislog.Log); is {
		m.redis = log.Settings(ctx)
	} else {
		m.disk = freeDisk(s.store.where)
	}
	return m
}

// warn says in one line each where this machine falls short.
func (s *server) warn(ctx context.Context, t *terminal) {
	for _, c := range t.words.complaints(s.survey(ctx), s.capacity) {
		s.logger.Warn(c.words, "check", c.about)
	}
}
