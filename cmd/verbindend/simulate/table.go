package simulate

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"verbindend/cmd/verbindend/openloop"
)

// maxShown bounds the findings in a table; their number is always told.
const maxShown = 12

// WriteJSON writes the outcome as one object on one line.
func (o Outcome) WriteJSON(w io.Writer) error { return json.NewEncoder(w).Encode(o) }

// WriteTable writes the outcome for people.
func (o Outcome) WriteTable(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	row := func(name, format string, args ...any) { fmt.Fprintf(t, "%s\t%s\n", name, fmt.Sprintf(format, args...)) }
	row("sessions", "%d", len(o.Sessions))
	row("participants", "%d in each", o.Participants)
	row("commands", "%d sent, %d acknowledged, %d lost or doubled", o.Sent, o.Acked, o.Lost)
	row("disclosures", "%d", o.Disclosures)
	row("reconnects", "%d", o.Reconnects)
	row("per phone", "%.0f messages, %.1f kB received", o.Phone.Messages, o.Phone.Bytes/1000)
	row("wall time", "%.1f s", o.Wall)
	_ = t.Flush()

	fmt.Fprintln(w)
	t = tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "milliseconds\tp50\tp95\tp99\tmax\t\n")
	for _, r := range []struct {
		name string
		s    openloop.Spread
	}{
		{"command → ack", o.Ack}, {"vote → screen", o.Visible}, {"vote → host", o.HostVisible}, {"come → welcome", o.Join},
		{"reveal → phone", o.Reveal}, {"line lost → back", o.Back},
	} {
		fmt.Fprintf(t, "%s\t%.1f\t%.1f\t%.1f\t%.1f\t\n", r.name, r.s.P50, r.s.P95, r.s.P99, r.s.Max)
	}
	_ = t.Flush()

	fmt.Fprintln(w)
	o.writeActs(w)
	fmt.Fprintln(w)
	for _, s := range o.Sessions {
		fmt.Fprintf(w, "session %s  pin %s  report %.1f kB\n", s.ID, s.Pin, float64(s.ReportBytes)/1000)
	}
	for i, f := range o.Findings {
		if i == maxShown {
			fmt.Fprintf(w, "  … and %d more\n", len(o.Findings)-maxShown)
			break
		}
		fmt.Fprintf(w, "  ✗ %s\n", f)
	}
	if o.Fine() {
		fmt.Fprintln(w, "Nothing lost, nothing twice, nothing told early.")
	}
}

// writeActs tells what each act asked of the phones' lines and of the servers.
func (o Outcome) writeActs(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "act\tseconds\tcommands\tack p95 ms\tmessages a phone\tkB a phone\tCPU s: server\tstore\tper 1,000\tMB\tkB a phone\t\n")
	for _, a := range o.Acts {
		fmt.Fprintf(t, "%s\t%.1f\t%d\t%.1f\t%.1f\t%.1f\t", a.Name, a.Wall, a.Commands, a.Ack.P95, a.Phone.Messages, a.Phone.Bytes/1000)
		if u := a.Use; u != nil {
			fmt.Fprintf(t, "%.2f\t%.2f\t%.3f\t%.0f\t%.1f\t\n", u.ServerCPU, u.StoreCPU, u.PerCommand, float64(u.RSS)/1e6, u.PerPhone/1000)
		} else {
			fmt.Fprintf(t, "–\t–\t–\t–\t–\t\n")
		}
	}
	_ = t.Flush()
}
