package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"verbindend/session"
	"verbindend/web"
	"verbindend/web/wire"
)

// What the labels of the web may say.
var (
	transports     = listOf(web.BySocket, web.ByPoll)
	messageKinds   = listOf(wire.Kinds...)
	limits         = listOf(web.Limits...)
	reportOutcomes = listOf(web.ReportDone, web.ReportRefused, web.ReportFailed)
)

// sent counts the messages of one kind.
type sent struct{ messages, bytes prometheus.Counter }

// webFigures is what the web tells.
type webFigures struct {
	connections *prometheus.GaugeVec
	joins       *prometheus.CounterVec
	sent        map[string]sent // by kind; never changed, as it is read for every message
	limited     *prometheus.CounterVec
	reports     *prometheus.HistogramVec
	drains      prometheus.Histogram
	drained     prometheus.Counter
}

func newWebFigures(registry prometheus.Registerer) webFigures {
	m := maker{registry}
	f := webFigures{
		connections: m.gauges("connections", "Who is connected to this server now.", "role", "transport"),
		joins:       m.counters("joins_total", "How often somebody was let into a room, coming back included; by poll each request.", "role", "transport"),
		sent:        map[string]sent{},
		limited:     m.counters("limits_total", "How often somebody ran into a limit, by the limit.", "limit"),
		reports:     m.histograms("report_seconds", "From the request for a report to its answer.", latency, "outcome"),
		drains:      m.histogram("drain_seconds", "How long it took to let go of everybody when the server stopped.", latency),
		drained:     m.counter("drained_connections_total", "Connections that the server let go of because it stopped."),
	}
	messages := m.counters("sent_messages_total", "Messages that went out, by their kind.", "kind")
	bytes := m.counters("sent_bytes_total", "Bytes of JSON that went out, by the kind of message; without what the network adds.", "kind")
	for _, transport := range transports {
		for _, role := range roles {
			f.connections.WithLabelValues(role, transport)
			f.joins.WithLabelValues(role, transport)
		}
	}
	for _, kind := range append(messageKinds, other) {
		f.sent[kind] = sent{messages.WithLabelValues(kind), bytes.WithLabelValues(kind)}
	}
	for _, limit := range limits {
		f.limited.WithLabelValues(limit)
	}
	for _, outcome := range reportOutcomes {
		f.reports.WithLabelValues(outcome)
	}
	return f
}

// Entered implements web.Meter.
func (f *webFigures) Entered(role session.Role, by web.Transport) {
	f.connections.WithLabelValues(roles.of(string(role)), transports.of(string(by))).Inc()
	f.joins.WithLabelValues(roles.of(string(role)), transports.of(string(by))).Inc()
}

// Departed implements web.Meter.
func (f *webFigures) Departed(role session.Role, by web.Transport) {
	f.connections.WithLabelValues(roles.of(string(role)), transports.of(string(by))).Dec()
}

// Sent implements web.Meter.
func (f *webFigures) Sent(kind string, bytes int) {
	counted, known := f.sent[kind]
	if !known {
		counted = f.sent[other]
	}
	counted.messages.Inc()
	counted.bytes.Add(float64(bytes))
}

// Limited implements web.Meter.
func (f *webFigures) Limited(what web.Limit) {
	f.limited.WithLabelValues(limits.of(string(what))).Inc()
}

// Reported implements web.Meter.
func (f *webFigures) Reported(took time.Duration, outcome string) {
	f.reports.WithLabelValues(reportOutcomes.of(outcome)).Observe(took.Seconds())
}

// Drained implements web.Meter.
func (f *webFigures) Drained(connections int, took time.Duration) {
	f.drains.Observe(took.Seconds())
	f.drained.Add(float64(connections))
}
