package metrics

import (
	"maps"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"verbindend/session"
)

const done = "done"

// What the labels of the rooms may say.
var (
	commandNames    = listOf(slices.Collect(maps.Keys(session.CommandTypes()))...)
	commandOutcomes = listOf(done, string(session.Invalid), string(session.Denied), string(session.Closed), string(session.NotFound),
		string(session.Taken), string(session.Busy), string(session.Unavailable))
	appendOutcomes = listOf(done, "conflict", "lost", "failed")
	roles          = listOf(session.Host, session.Participant, session.Screen, session.Preview)
)

// roomFigures is what the rooms tell.
type roomFigures struct {
	open            prometheus.Gauge
	load            prometheus.Histogram
	loaded          prometheus.Counter
	commands        *prometheus.CounterVec
	commandWait     prometheus.Histogram
	appends         *prometheus.HistogramVec
	appendedRecords prometheus.Counter
	appendedBytes   prometheus.Counter
	publications    *prometheus.HistogramVec
	publishedBytes  *prometheus.CounterVec
	behind          prometheus.Histogram
	recovered       prometheus.Counter
}

func newRoomFigures(registry prometheus.Registerer) roomFigures {
	m := maker{registry}
	f := roomFigures{
		open:   m.gauge("rooms_open", "Sessions that this server has in memory now."),
		load:   m.histogram("room_load_seconds", "How long it took to read a session from the log and build its state.", latency),
		loaded: m.counter("room_loaded_records_total", "Records that were read to open rooms."),
		commands: m.counters("commands_total", "Commands that were answered, by their name and by how: done, or the code of the refusal.",
			"command", "outcome"),
		commandWait:     m.histogram("command_seconds", "From a command's arrival in its room to its answer.", latency),
		appends:         m.histograms("append_seconds", "How long the log took to answer an append, by how it answered.", latency, "outcome"),
		appendedRecords: m.counter("appended_records_total", "Records that were made durable."),
		appendedBytes:   m.counter("appended_bytes_total", "Bytes of the batches that were made durable."),
		publications:    m.histograms("publish_seconds", "How long it took to make a new snapshot for a role.", latency, "role"),
		publishedBytes:  m.counters("published_bytes_total", "Bytes of the items that changed in snapshots, once for all who get them.", "role"),
		behind: m.histogram("log_behind_records", "How many records of other servers a room read at once: how far it was behind.",
			[]float64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}),
		recovered: m.counter("recovered_commands_total", "Acknowledged commands that the log had lost and that were put back or decided again."),
	}
	for _, name := range commandNames { // a rate needs a beginning: what may come is there, at zero
		f.commands.WithLabelValues(name, done)
	}
	for _, outcome := range appendOutcomes {
		f.appends.WithLabelValues(outcome)
	}
	for _, role := range roles {
		f.publications.WithLabelValues(role)
		f.publishedBytes.WithLabelValues(role)
	}
	return f
}

// RoomOpened implements live.Meter.
func (f *roomFigures) RoomOpened(took time.Duration, records int) {
	f.open.Inc()
	f.load.Observe(took.Seconds())
	f.loaded.Add(float64(records))
}

// RoomClosed implements live.Meter.
func (f *roomFigures) RoomClosed() { f.open.Dec() }

// Commanded implements live.Meter.
func (f *roomFigures) Commanded(command, outcome string, waited time.Duration) {
	f.commands.WithLabelValues(commandNames.of(command), commandOutcomes.of(outcome)).Inc()
	f.commandWait.Observe(waited.Seconds())
}

// Appended implements live.Meter.
func (f *roomFigures) Appended(records, bytes int, took time.Duration, outcome string) {
	f.appends.WithLabelValues(appendOutcomes.of(outcome)).Observe(took.Seconds())
	if outcome == done {
		f.appendedRecords.Add(float64(records))
		f.appendedBytes.Add(float64(bytes))
	}
}

// Published implements live.Meter.
func (f *roomFigures) Published(role session.Role, took time.Duration, bytes int) {
	name := roles.of(string(role))
	f.publications.WithLabelValues(name).Observe(took.Seconds())
	f.publishedBytes.WithLabelValues(name).Add(float64(bytes))
}

// Behind implements live.Meter.
func (f *roomFigures) Behind(records int) { f.behind.Observe(float64(records)) }

// Recovered implements live.Meter.
func (f *roomFigures) Recovered(commands int) { f.recovered.Add(float64(commands)) }
