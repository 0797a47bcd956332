package web

import (
	"regexp"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

// readHello waits for the first message.
func readHello(socket *websocket.Conn) (wire.Hello, error) {
	var hello wire.Hello
	_, message, err := socket.ReadMessage()
	if err != nil {
		return hello, err
	}
	if err := strict(message, &hello); err != nil {
		return hello, err
	}
	if hello.T != wire.THello || !clientName.MatchString(hello.Client) {
		return hello, malformed
	}
	return hello, nil
}

// clientName is what a tab may call itself; the name is kept with each of its records.
var clientName = regexp.MustCompile(`^[A-Za-z0-9_-]{8,40}$`)

// viewer checks that somebody is who they say.
func (s *Server) viewer(role session.Role, key string, v visit) (session.Viewer, error) {
	switch role {
	case session.Host:
		if v.leads || equal(key, s.keys.host(v.session)) {
			return session.Viewer{Role: session.Host, Person: session.HostID}, nil
		}
	case session.Screen:
		if v.leads || equal(key, s.keys.screen(v.session)) {
			return session.Viewer{Role: session.Screen}, nil
		}
	case session.Preview:
		if v.leads || equal(key, s.keys.host(v.session)) {
			return session.Viewer{Role: session.Preview}, nil
		}
	case session.Participant:
		if !identifies(v.token) {
			return session.Viewer{}, &session.Problem{Code: session.Denied, Reason: session.NeedsCookie}
		}
		return session.Viewer{Role: session.Participant, Person: s.keys.person(v.session, v.token)}, nil
	}
	return session.Viewer{}, denied
}

func (s *Server) welcome(id string, m *live.Member) wire.Welcome {
	e, _ := s.rooms.Directory().Get(id)
	return wire.Welcome{
		T: wire.TWelcome, Role: m.Viewer.Role, At: time.Now().UnixMilli(), LastN: m.LastN,
		Links: s.links(e, m.Viewer.Role), Known: m.Known,
	}
}
