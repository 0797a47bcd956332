package web

import (
	"context"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/web/wire"
)

// post has commands done for somebody who cannot have a socket, one after the other, and answers when all are.
func (s *Server) post(c *fiber.Ctx) error {
	var in wire.CommandPost
	if err := read(c, &in); err != nil {
		return err
	}
	switch {
	case len(in.Do) == 0:
		return &session.Problem{Code: session.Invalid, Field: "do", Reason: session.Empty}
	case len(in.Do) > inFlight:
		return &session.Problem{Code: session.Invalid, Field: "do", Reason: session.TooMany, Limit: inFlight}
	}
	name, err := s.tabOf(c, in.Role, in.Key, in.Client)
	if err != nil {
		return err
	}
	one := s.tabs.post(name)
	if one == nil {
		s.meter.Limited(TooManyWait)
		return tooMuch
	}
	defer s.tabs.posted(one)
	ctx, cancel := waiting()
	defer cancel()
	replies, done := s.doAll(ctx, name, one, in.Do)
	a := answering{server: s}
	if done && name.viewer.Role == session.Participant {
		if me, err := s.rooms.Me(ctx, name.session, name.viewer.Person); err == nil { // else the next poll brings it
			a.say(wire.TMe, wire.MeMessage{T: wire.TMe, Me: me})
			a.told.Me = tagOf(me)
		}
	}
	for i, p := range replies {
		if p == nil {
			a.say(wire.TAck, wire.Ack{T: wire.TAck, N: in.Do[i].N})
		} else {
			a.say(wire.TProblem, wire.Refused{T: wire.TProblem, N: in.Do[i].N, Problem: *p})
		}
	}
	return c.JSON(a.polled())
}

// doAll does commands in their order and tells whether any was done. After one that may be sent again none is tried: it would
// overtake the other, whose number would then count as done.
func (s *Server) doAll(ctx context.Context, name tabName, one *tab, commands []wire.Do) (replies []*session.Problem, done bool) {
	for _, do := range commands {
		var p *session.Problem
		if n := len(replies); n > 0 && replies[n-1] != nil && replies[n-1].Retry {
			p = replies[n-1]
		} else {
			p = s.doOne(ctx, name, one, do)
		}
		replies = append(replies, p)
		done = done || p == nil
	}
	return replies, done
}

func (s *Server) doOne(ctx context.Context, name tabName, one *tab, do wire.Do) *session.Problem {
	if do.T != "" && do.T != wire.TDo {
		return &session.Problem{Code: session.Invalid, Field: "t", Reason: session.Unknown}
	}
	if do.N == 0 {
		return &session.Problem{Code: session.Invalid, Field: "n", Reason: session.Empty}
	}
	command, err := session.ParseCommand(do.Type, do.Data)
	if err != nil {
		return session.AsProblem(err)
	}
	if !one.pace.Allow() {
		s.meter.Limited(Paced)
		if one.pace.Wait(ctx) != nil {
			return tooMuch
		}
	}
	by := session.Actor{Role: name.viewer.Role, Person: name.viewer.Person, Client: name.client, N: do.N}
	if err := s.rooms.Do(ctx, name.session, by, command); err != nil {
		p := asProblem(s.logger, err, "command")
		return &p
	}
	return nil
}
