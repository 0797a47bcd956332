package web

import (
	"log/slog"
	"net/http"
)

// Config says how a Server presents itself.
type Config struct {
	Secret         []byte       // must be set, at least 16 bytes: everything that proves an identity is derived from it
	Key            string       // the facilitator's key; Key(Secret) when empty
	PublicURL      string       // what phones open, as http://host[:port]; must be set, links and QR codes hold it
	TrustedProxies []string     // addresses or networks whose X-Forwarded headers are believed; none when empty
	Capacity       int          // connections that this server was measured for; 0 when that is not known
	Version        string       // shown by /healthz
	Logger         *slog.Logger // slog.Default() when nil
	Meter          Meter        // is told what happens; nobody when nil
	Metrics        http.Handler // answers GET /metrics for who may see it; nil: there is no such page here
}
