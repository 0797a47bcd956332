package metrics

import (
	"net/http"
	"runtime"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"verbindend/session/live"
	"verbindend/web"
)

// About says what does not change while a server runs.
type About struct {
	Version  string
	Store    string // "redis" or "file"
	Capacity int    // connections that this server was measured for
}

// A Meter counts what one server does. It is safe for concurrent use. Make it with New.
type Meter struct {
	roomFigures
	webFigures
	registry *prometheus.Registry
}

var (
	_ live.Meter = (*Meter)(nil)
	_ web.Meter  = (*Meter)(nil)
)

// New makes a meter with a registry of its own, in which the process and the Go runtime are too.
func New(about About) *Meter {
	m := &Meter{registry: prometheus.NewRegistry()}
	m.registry.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	m.constant("build_info", "Always 1; the labels say which version runs, on which Go and on which store.",
		prometheus.Labels{"version": about.Version, "go": runtime.Version(), "store": about.Store}).Set(1)
	m.constant("capacity_connections", "How many connections this server was measured for, or told to expect.", nil).Set(float64(about.Capacity))
	m.roomFigures = newRoomFigures(m.registry)
	m.webFigures = newWebFigures(m.registry)
	return m
}

// Handler shows the figures in the formats that Prometheus reads.
func (m *Meter) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry, Timeout: 5 * time.Second})
}

// Ask adds what is asked whenever somebody looks: whether the server is ready, and how many are in its rooms. Both must answer
// within seconds.
func (m *Meter) Ask(ready func() bool, members func() int) {
	m.asked("ready", "1 when sessions can be written to and the server is not on its way out, as /readyz says; else 0.", func() float64 {
		if ready() {
			return 1
		}
		return 0
	})
	m.asked("members", "Who is in the rooms of this server, also between two polls.", func() float64 { return float64(members()) })
}

func (m *Meter) asked(name, help string, read func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help}, read))
}

func (m *Meter) constant(name, help string, labels prometheus.Labels) prometheus.Gauge {
	g := prometheus.NewGauge(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help, ConstLabels: labels})
	m.registry.MustRegister(g)
	return g
}
