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

// Watch adds a gauge that is read whenever somebody looks. read must be quick.
func (m *Meter) Watch(name, help string, read func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help}, read))
}

func (m *Meter) constant(name, help string, labels prometheus.Labels) prometheus.Gauge {
	g := prometheus.NewGauge(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help, ConstLabels: labels})
	m.registry.MustRegister(g)
	return g
}
