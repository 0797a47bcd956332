package web

import (
	"context"
	"log/slog"
	"net/http"

	"verbindend/session"
	"verbindend/session/live"
)

// Config says how a Server presents itself.
type Config struct {
	Secret         []byte       // must be set, at least 16 bytes: everything that proves an identity is derived from it
	Key            string       // the facilitator's key; Key(Secret) when empty
	PublicURL      string       // what phones open, as http://host[:port]; must be set, links and QR codes hold it
	TrustedProxies []string     // addresses or networks whose X-Forwarded headers are believed; none when empty
	Capacity       int          // connections that this server was measured for; 0 when that is not known
	Indexed        bool         // search engines may read the public library
	Version        string       // shown by /healthz
	Logger         *slog.Logger // slog.Default() when nil
	Meter          Meter        // is told what happens; nobody when nil
	Metrics        http.Handler // answers GET /metrics for who may see it; nil: there is no such page here
	Rehearsals     Rehearsals   // plays the participants of rehearsals; nil: this server has none
}

// Rehearsals begin sessions in which simulated participants take part by themselves.
type Rehearsals interface {
	// Rehearse begins a session and lets that many participants come to it; they stay until it is gone or the server stops. It is
	// refused with session.Busy when there are as many as this server plays at once.
	Rehearse(ctx context.Context, c session.StartSession, phones int) (live.Entry, error)
}
