package web

import (
	"encoding/json"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

// poll answers with what is new for somebody who cannot have a socket, as soon as anything is. It is a connection that lasts for
// one answer: nothing is remembered from one to the next, which may go to another server.
func (s *Server) poll(c *fiber.Ctx) error {
	var in wire.Poll
	if err := read(c, &in); err != nil {
		return err
	}
	name, err := s.tabOf(c, in.Role, in.Key, in.Client)
	if err != nil {
		return err
	}
	one, newer := s.tabs.poll(name)
	defer s.tabs.polled(one, newer)
	if !one.pace.Allow() {
		s.meter.Limited(TooManyWait)
		return tooMuch
	}
	member, err := s.enter(name.session, name.viewer, in.Client, live.Seen{Mark: in.Mark, Rev: in.Rev})
	if err != nil {
		return err
	}
	defer member.LeaveLater(s.waits.linger)
	s.meter.Entered(name.viewer.Role, ByPoll)
	defer s.meter.Departed(name.viewer.Role, ByPoll)
	a := answering{server: s, has: in}
	if in.Fresh {
		a.say(wire.TWelcome, s.welcome(name.session, member))
	}
	if err := a.wait(member, newer); err != nil {
		return err
	}
	return c.JSON(a.polled())
}

// tabOf checks who asks, as the hello of a socket is checked, and for what: nothing is kept of who asks for a session that does not exist.
func (s *Server) tabOf(c *fiber.Ctx, role session.Role, key, client string) (tabName, error) {
	if s.sockets.refused() {
		s.meter.Limited(NotLetIn)
		return tabName{}, stopping
	}
	if !clientName.MatchString(client) {
		return tabName{}, malformed
	}
	v := visit{session: c.Params("id"), token: c.Cookies(personCookie), leads: s.leads(c)}
	viewer, err := s.viewer(role, key, v)
	if err != nil {
		return tabName{}, err
	}
	ctx, cancel := waiting()
	defer cancel()
	return tabName{v.session, viewer, client}, s.rooms.Known(ctx, v.session)
}

// answering is an answer that is being put together.
type answering struct {
	server *Server
	has    wire.Poll // what the client has
	told   wire.Polled
}

// wait gathers what is new until there is something.
func (a *answering) wait(member *live.Member, newer <-chan struct{}) error {
	late := time.NewTimer(a.server.waits.poll)
	defer late.Stop()
	for {
		news := member.Take(a.has.Mark, a.has.Rev)
		a.take(news, member.Viewer.Role)
		switch {
		case news.Closing == live.StoreDown:
			return unavailable
		case news.Closing == live.Vanished:
			return &session.Problem{Code: session.NotFound, Field: "session", Reason: session.Unknown}
		case news.Closing != live.StillOpen && a.server.sockets.refused():
			return stopping
		case news.Closing != live.StillOpen || len(a.told.Messages) > 0:
			return nil // the next question goes to the room's next life
		}
		select {
		case <-member.Wake():
		case <-a.server.halt:
			return stopping
		case <-newer:
			return nil
		case <-late.C:
			return nil
		}
	}
}

// take puts what is new to the client into the answer.
func (a *answering) take(news live.News, role session.Role) {
	if news.Me != nil {
		if tag := tagOf(news.Me); tag != a.has.Me {
			a.say(wire.TMe, wire.MeMessage{T: wire.TMe, Me: news.Me})
			a.told.Me = tag
		}
	}
	if news.Frame != nil {
		if shared, ok := news.Frame.Encoded(prepare).(sharedFrame); ok {
			a.add(wire.TFrame, shared.text)
		}
	}
	if news.Presence != nil {
		message := a.server.presence(role, *news.Presence)
		if tag := a.server.presenceTag(message); tag != a.has.Presence {
			a.say(wire.TPresence, message)
			a.told.Presence = tag
		}
	}
}

func (a *answering) say(kind string, message any) {
	encoded, err := json.Marshal(message)
	if err != nil { // the wire's types always encode
		a.server.logger.Error("encode message", "error", err)
		return
	}
	a.add(kind, encoded)
}

func (a *answering) add(kind string, message []byte) {
	a.told.Messages = append(a.told.Messages, message)
	a.server.meter.Sent(kind, len(message))
}

func (a *answering) polled() wire.Polled {
	if a.told.Messages == nil {
		a.told.Messages = []json.RawMessage{}
	}
	return a.told
}
