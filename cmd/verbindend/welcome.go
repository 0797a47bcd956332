package main

import (
	"fmt"
	"strings"
)

// welcome says how people get in and where things are kept. ownKey: the key was set by who runs this; then it is not
// repeated where it would end up in somebody's log.
func (t *terminal) welcome(s *server, ownKey bool) {
	var b strings.Builder
	line := func(indent int, text string) { b.WriteString(strings.Repeat(" ", indent) + text + "\n") }
	line(0, "")
	line(2, t.paint(accent, "⌒ Verbindend")+" "+t.paint(soft, versionText()))
	line(0, "")
	if ownKey && !t.rich {
		line(2, t.words.hostPage)
		line(4, s.ways.local+"/host "+t.words.hostKey)
	} else {
		line(2, t.words.hostLink)
		line(4, t.paint(strong, s.signIn()))
	}
	line(0, "")
	switch s.ways.reach {
	case everybody:
		words := t.words.phones
		if s.ways.local != s.ways.public {
			words = t.words.phonesHere
		}
		line(2, words)
		line(4, t.paint(strong, s.ways.public))
		line(0, "")
		b.WriteString(drawQR(s.ways.public, "  ", t.rich))
	case nobodyElse:
		line(2, fmt.Sprintf(t.words.onlyHere, s.listener.Addr()))
	case noNetwork:
		line(2, t.words.noNetwork)
	}
	line(0, "")
	line(2, t.stored(s.store))
	line(2, t.paint(soft, t.words.howStop))
	line(0, "")
	fmt.Fprint(t.out, b.String())
}

// signIn is the facilitator's link. The key stands behind the #, where browsers keep it to themselves.
func (s *server) signIn() string { return s.ways.local + "/host#key=" + s.key }

func (t *terminal) stored(kept *store) string {
	if kept.redis {
		return fmt.Sprintf(t.words.storedRedis, kept.where)
	}
	return fmt.Sprintf(t.words.stored, kept.where)
}
