package visitor

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// A poll is a line made of requests: one waits for news while others bring commands.
type poll struct {
	v    *Visitor
	l    *line
	ctx  context.Context //nolint:containedctx // a line's life, which its requests share
	path string

	mu           sync.Mutex // one answer is taken in at a time
	me, presence string     // as the last answer called them
	answers      int        // to commands

	gate  sync.Mutex
	ended bool // no command is posted any more
}

// openPoll begins a line without a socket. read stays until a request fails.
func (v *Visitor) openPoll(ctx context.Context) (*line, func() error, error) {
	ctx, cut := context.WithCancel(ctx)
	p := &poll{v: v, ctx: ctx, path: "/api/sessions/" + url.PathEscape(v.o.Session)}
	var posting sync.WaitGroup
	p.l = &line{cut: cut, say: func(message []byte) error {
		p.gate.Lock()
		defer p.gate.Unlock()
		if p.ended || ctx.Err() != nil {
			return context.Canceled
		}
		posting.Go(func() {
			if p.post(message) != nil {
				cut()
			}
		})
		return nil
	}}
	hello := v.begins(p.l)
	return p.l, func() error {
		defer func() {
			cut()
			p.gate.Lock()
			p.ended = true // nobody posts any more: now those who do can be waited for
			p.gate.Unlock()
			posting.Wait()
		}()
		return p.read(hello)
	}, nil
}

func (p *poll) read(hello wire.Hello) error {
	ask := wire.Poll{Role: hello.Role, Key: hello.Key, Client: hello.Client, Mark: hello.Mark, Rev: hello.Rev, Fresh: true}
	for {
		if err := p.request("/poll", ask); err != nil {
			return leaving(err)
		}
		p.v.mu.Lock()
		ask.Mark, ask.Rev, ask.Fresh = p.v.view.Mark, p.v.view.Rev, false
		p.v.mu.Unlock()
		p.mu.Lock()
		ask.Me, ask.Presence = p.me, p.presence
		p.mu.Unlock()
	}
}

// post brings one command.
func (p *poll) post(message []byte) error {
	var do wire.Do
	if err := json.Unmarshal(message, &do); err != nil {
		return err
	}
	o := p.v.o
	return p.request("/commands", wire.CommandPost{Role: o.Role, Key: o.Key, Client: o.Client, Do: []wire.Do{do}})
}

// request asks and takes in what comes.
func (p *poll) request(what string, ask any) error {
	p.mu.Lock()
	before := p.answers
	p.mu.Unlock()
	var polled wire.Polled
	site, began := p.v.site(), time.Now()
	if _, err := site.exchangeAs(p.ctx, p.v.o.Cookie, http.MethodPost, p.path+what, ask, &polled); err != nil {
		return err
	}
	if err := p.tell(polled, what == "/commands", before); err != nil {
		return err
	}
	if len(polled.Messages) == 0 && what == "/poll" { // never faster than somebody who waits
		return pause(p.ctx, time.Until(began.Add(100*time.Millisecond)))
	}
	return nil
}

// tell takes in an answer. An own part of a poll that was under way when a command was answered may be older than the one that
// came with that answer: the next poll will tell.
func (p *poll) tell(polled wire.Polled, commands bool, before int) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	mine := commands || before == p.answers
	if commands {
		p.answers++
	}
	if polled.Me != "" && mine {
		p.me = polled.Me
	}
	if polled.Presence != "" {
		p.presence = polled.Presence
	}
	for _, message := range polled.Messages {
		if !mine && isMe(message) {
			continue
		}
		if err := p.v.receive(p.l, message); err != nil {
			return err
		}
	}
	return nil
}

func isMe(message []byte) bool { return bytes.HasPrefix(message, []byte(`{"t":"me"`)) }

// leaving reads a refusal: not to come back, or later.
func leaving(err error) error {
	p := session.AsProblem(err)
	var netErr *url.Error
	if p == nil || errors.As(err, &netErr) || p.Retry || p.Code == session.Busy || p.Code == session.Unavailable {
		return err
	}
	return fmt.Errorf("%w: %w", ErrSentAway, err)
}
