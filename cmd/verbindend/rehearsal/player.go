package rehearsal

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"runtime/debug"
	"time"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/session"
	"verbindend/session/live"
)

// A player takes part in one rehearsal as one phone. Its goroutine owns it.
type player struct {
	troupe  *Troupe
	session string
	lang    session.Lang
	number  int
	crowd   *crowd.Crowd
	chance  *rand.Rand
	person  session.PersonID
	client  string

	member   *live.Member
	n        uint64
	mark     string
	rev      uint64
	items    map[string]json.RawMessage
	me       session.Me
	thoughts []crowd.Card
	done     map[string]bool // wishes that were fulfilled, by their names
}

// How long people take to come in, and to come back after their line was lost.
var (
	untilHere = span{500 * time.Millisecond, 12 * time.Second}
	untilBack = span{500 * time.Millisecond, 3 * time.Second}
)

// attend comes in, takes part, and comes back when the room let go, until the session is gone or ctx ends.
func (p *player) attend(ctx context.Context) {
	defer func() {
		if failed := recover(); failed != nil { // a mistake of ours takes one player away, not the server
			p.troupe.logger.Error("player failed", "session", p.session, "panic", failed, "stack", string(debug.Stack()))
		}
	}()
	p.done = map[string]bool{}
	for wait := untilHere; p.rest(ctx, wait); wait = untilBack {
		v := session.Viewer{Role: session.Participant, Person: p.person}
		member, err := p.troupe.rooms.Join(ctx, p.session, v, p.client, live.Seen{})
		if problem := session.AsProblem(err); problem != nil && !problem.Retry {
			return // there is no such session any more
		}
		if err != nil {
			continue
		}
		p.member, p.n, p.mark, p.rev, p.items = member, member.LastN, "", 0, map[string]json.RawMessage{}
		gone := p.takePart(ctx)
		member.Leave()
		if gone {
			return
		}
	}
}

// takePart does what there is to do until the room lets go, and tells whether the session is gone for good.
func (p *player) takePart(ctx context.Context) (gone bool) {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for current := ""; ; {
		news := p.member.Take(p.mark, p.rev)
		p.learn(news)
		if news.Closing != live.StillOpen {
			return news.Closing == live.Vanished
		}
		if w := p.wishes(); w.name != current {
			current = w.name
			timer.Stop()
			if current != "" {
				timer.Reset(p.draw(w.after))
			}
		}
		select {
		case <-ctx.Done():
			return true
		case <-p.member.Wake():
		case <-timer.C:
			if w := p.wishes(); w.name == current {
				p.done[w.name] = true
				p.n++
				if p.member.Submit(ctx, p.n, w.does()) != nil {
					return false
				}
			}
			current = ""
		}
	}
}

// learn takes over what is new. What is refused is not tried again: the wish was fulfilled as well as it could be.
func (p *player) learn(news live.News) {
	if news.Me != nil {
		p.me = session.Me{}
		_ = json.Unmarshal(news.Me, &p.me) // what the server made can be read
	}
	f := news.Frame
	if f == nil {
		return
	}
	if f.Since == 0 {
		clear(p.items)
	}
	for key, item := range f.Set {
		p.items[key] = item
	}
	for _, key := range f.Drop {
		delete(p.items, key)
	}
	p.mark, p.rev = f.Mark, f.Rev
}

// item reads what a phone sees under a key; the zero value when that is nothing.
func item[T any](p *player, key string) (it T) {
	if encoded := p.items[key]; encoded != nil {
		_ = json.Unmarshal(encoded, &it)
	}
	return it
}

// span is how long something takes people, from … to …; drawn anew each time.
type span struct{ from, to time.Duration }

func (p *player) draw(s span) time.Duration {
	long := s.from + time.Duration(p.chance.Float64()*float64(s.to-s.from))
	return time.Duration(float64(long) / p.troupe.pace)
}

// rest waits a while; false when ctx has ended.
func (p *player) rest(ctx context.Context, s span) bool {
	timer := time.NewTimer(p.draw(s))
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
