package web

import (
	"fmt"
	"net"
	"net/http"
	"testing"

	"verbindend/session"
)

// from makes every connection of a listener seem to come from one address.
type from struct {
	net.Listener
	peer *net.TCPAddr
}

type foreignConn struct {
	net.Conn
	peer net.Addr
}

func (f from) Accept() (net.Conn, error) {
	c, err := f.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return foreignConn{c, f.peer}, nil
}

func (c foreignConn) RemoteAddr() net.Addr { return c.peer }

// watched is a house with figures whose visitors all come from one address.
func watched(t *testing.T, peer string, proxies ...string) *house {
	t.Helper()
	return open(t, change{
		config: func(c *Config) {
			c.TrustedProxies = proxies
			c.Metrics = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "figures 1\n") })
		},
		listen: func(l net.Listener) net.Listener { return from{l, &net.TCPAddr{IP: net.ParseIP(peer), Port: 4711}} },
	})
}

func TestWhoMaySeeTheFigures(t *testing.T) {
	none := session.Problem{Code: session.NotFound}
	for name, c := range map[string]struct {
		peer    string
		proxies []string
		head    [2]string
		sees    bool
	}{
		"this machine does":                {peer: "127.0.0.1", sees: true},
		"this machine does, by IPv6":       {peer: "::1", sees: true},
		"a private network does":           {peer: "10.1.2.3", sees: true},
		"a private network does, by IPv6":  {peer: "fd00::7", sees: true},
		"the rest of the world does not":   {peer: "192.0.2.7"},
		"not by IPv6 either":               {peer: "2001:db8::7"},
		"not by a proxy that nobody named": {peer: "127.0.0.1", head: [2]string{"X-Forwarded-For", "10.0.0.1"}},
		"not by one that only says Via":    {peer: "127.0.0.1", head: [2]string{"Via", "1.1 proxy"}},
		"not by a trusted proxy":           {peer: "10.0.0.1", proxies: []string{"10.0.0.1"}, head: [2]string{"X-Forwarded-For", "192.0.2.7"}},
		"not by a trusted proxy that names a private address which the sender wrote": {peer: "10.0.0.1", proxies: []string{"10.0.0.1"}, head: [2]string{"X-Forwarded-For", "10.0.0.9, 192.0.2.7"}},
		"a private network does by a trusted proxy":                                  {peer: "10.0.0.1", proxies: []string{"10.0.0.1"}, head: [2]string{"X-Forwarded-For", "10.0.0.9"}, sees: true},
		"a program beside the trusted proxy does":                                    {peer: "127.0.0.1", proxies: []string{"127.0.0.1"}, sees: true},
		"a trusted proxy that does not say for whom":                                 {peer: "10.0.0.1", proxies: []string{"10.0.0.1"}, head: [2]string{"Forwarded", "for=10.0.0.9"}},
		"a wrong key opens nothing":                                                  {peer: "192.0.2.7", head: [2]string{"Authorization", "Bearer nothing-like-it"}},
		"a participant's cookie opens nothing either":                                {peer: "192.0.2.7", head: [2]string{"Cookie", "vb=AAAAAAAAAAAAAAAAAAAAAAAAAA"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := watched(t, c.peer, c.proxies...).browser()
			if c.head[0] != "" {
				b.with(c.head[0], c.head[1])
			}
			if a := b.get("/metrics"); c.sees {
				if string(a.is(200).body) != "figures 1\n" {
					t.Errorf("%s", a.body)
				}
			} else {
				a.refuses(404, none)
			}
		})
	}
	t.Run("not by a trusted proxy that adds a line of its own to one that the sender wrote", func(t *testing.T) {
		b := watched(t, "10.0.0.1", "10.0.0.1").browser()
		b.head["X-Forwarded-For"] = []string{"10.0.0.9", "192.0.2.7"}
		b.get("/metrics").refuses(404, none)
	})
	t.Run("the facilitator's key opens them from anywhere", func(t *testing.T) {
		watched(t, "192.0.2.7").facilitator().get("/metrics").is(200)
	})
	t.Run("a server without figures has no such page", func(t *testing.T) {
		open(t).facilitator().get("/metrics").refuses(404, none)
	})
}
