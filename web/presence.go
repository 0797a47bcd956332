package web

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

// presence words who is there now. Hosts are also told how full this server is.
func (s *Server) presence(role session.Role, there live.Presence) wire.PresenceMessage {
	message := wire.PresenceMessage{T: wire.TPresence, Connected: there.Connected, Hosts: there.Hosts}
	if role == session.Host && s.config.Capacity > 0 {
		message.Server, message.Capacity = s.connections(), s.config.Capacity
	}
	return message
}

// connections are all who are connected to this server, however they are.
func (s *Server) connections() int {
	return s.sockets.count() + int(s.tabs.present.Load())
}

// presenceTag names a presence for who polls: another one is worth an answer. How full the server is changes all the time; it
// is in steps of a twentieth.
func (s *Server) presenceTag(m wire.PresenceMessage) string {
	if m.Capacity == 0 {
		return fmt.Sprintf("%d-%d", m.Connected, m.Hosts)
	}
	return fmt.Sprintf("%d-%d-%d", m.Connected, m.Hosts, 20*m.Server/m.Capacity)
}

// tagOf names somebody's own part, in 16 characters that tell nothing about it.
func tagOf(me []byte) string {
	sum := sha256.Sum256(me)
	return base32.StdEncoding.EncodeToString(sum[:10])
}
