package metrics

import (
	"slices"

	"github.com/prometheus/client_golang/prometheus"
)

// namespace begins every name that is ours.
const namespace = "verbindend"

// latency are the buckets of everything that is waited for, in seconds: from a write to memory to what people give up on.
var latency = []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

// A maker makes metrics and registers them.
type maker struct{ registry prometheus.Registerer }

func (m maker) gauge(name, help string) prometheus.Gauge {
	g := prometheus.NewGauge(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help})
	m.registry.MustRegister(g)
	return g
}

func (m maker) gauges(name, help string, labels ...string) *prometheus.GaugeVec {
	g := prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help}, labels)
	m.registry.MustRegister(g)
	return g
}

func (m maker) counter(name, help string) prometheus.Counter {
	c := prometheus.NewCounter(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help})
	m.registry.MustRegister(c)
	return c
}

func (m maker) counters(name, help string, labels ...string) *prometheus.CounterVec {
	c := prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help}, labels)
	m.registry.MustRegister(c)
	return c
}

func (m maker) histogram(name, help string, buckets []float64) prometheus.Histogram {
	h := prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: buckets})
	m.registry.MustRegister(h)
	return h
}

func (m maker) histograms(name, help string, buckets []float64, label string) *prometheus.HistogramVec {
	h := prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: buckets}, []string{label})
	m.registry.MustRegister(h)
	return h
}

// other stands for every value that is not on a label's list.
const other = "other"

// A list is what a label may say.
type list []string

// of gives a value that is on the list, or other.
func (l list) of(value string) string {
	if _, found := slices.BinarySearch(l, value); found {
		return value
	}
	return other
}

func listOf[T ~string](values ...T) list {
	l := make(list, 0, len(values))
	for _, v := range values {
		l = append(l, string(v))
	}
	slices.Sort(l)
	return l
}
