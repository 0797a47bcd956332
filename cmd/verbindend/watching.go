package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/pprof"
	"net/netip"
	"runtime"
	"time"

	"verbindend/web/metrics"
)

// watchFlags say how a server lets itself be watched, and what it should be fit for.
type watchFlags struct {
	Capacity      int    `env:"VERBINDEND_CAPACITY" placeholder:"N" help:"Connections to be fit for: the facilitator is warned at 80 %, and at the start it is said when this machine is too small. Default: what was measured, by the number of cores."`
	MetricsAddr   string `name:"metrics-addr" env:"VERBINDEND_METRICS_ADDR" placeholder:"HOST:PORT" help:"Show figures for Prometheus (/metrics) on an address of their own, to everybody who reaches it. Default: beside everything else, for this machine, private networks and the facilitator's key."`
	Pprof         bool   `env:"VERBINDEND_PPROF" help:"Show profiles (/debug/pprof/) too, on --metrics-addr. That must be an address of this machine alone, as profiles show what is in memory."`
	PprofAnywhere bool   `name:"pprof-anywhere" env:"VERBINDEND_PPROF_ANYWHERE" help:"Show profiles on any --metrics-addr, for example inside a container."`
}

// perCore is how many connections a core was measured for: docs/performance.md.
const perCore = 2000

// Validate refuses what would show too much.
func (f *watchFlags) Validate() error {
	switch {
	case f.Capacity < 0:
		return errors.New("--capacity must be 1 or more")
	case f.MetricsAddr != "":
		if _, _, err := net.SplitHostPort(f.MetricsAddr); err != nil {
			return fmt.Errorf("--metrics-addr: %q is not of the form 127.0.0.1:9090", f.MetricsAddr)
		}
	}
	switch {
	case !f.profiles():
	case f.MetricsAddr == "":
		return errors.New("--pprof needs --metrics-addr, for example --metrics-addr 127.0.0.1:9090")
	case !f.PprofAnywhere && !onlyThisMachine(f.MetricsAddr):
		return fmt.Errorf("--pprof: others reach %s too; use 127.0.0.1, or --pprof-anywhere when a firewall stands before it", f.MetricsAddr)
	}
	return nil
}

func (f *watchFlags) profiles() bool { return f.Pprof || f.PprofAnywhere }

func (f *watchFlags) capacity() int {
	if f.Capacity > 0 {
		return f.Capacity
	}
	return perCore * runtime.GOMAXPROCS(0) // which knows what a container may use
}

func onlyThisMachine(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// A lookout shows a server's figures on an address of their own.
type lookout struct {
	listener net.Listener
	server   *http.Server
	ended    chan struct{}
}

// lookOut opens the address that the flags name; nil when they name none.
func lookOut(ctx context.Context, t *terminal, f watchFlags, meter *metrics.Meter) (*lookout, error) {
	if f.MetricsAddr == "" {
		return nil, nil //nolint:nilnil // nothing was asked for
	}
	listener, err := listen(ctx, t, f.MetricsAddr)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", meter.Handler())
	if f.profiles() {
		mux.HandleFunc("GET /debug/pprof/", pprof.Index)
		mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
		mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
		mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
		mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	}
	l := &lookout{listener, &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute}, make(chan struct{})}
	go func() {
		defer close(l.ended)
		_ = l.server.Serve(listener) // ends with Close
	}()
	return l, nil
}

// Close lets go of the address, and of whoever looks. Without an address there is nothing to do.
func (l *lookout) Close() error {
	if l == nil {
		return nil
	}
	err := l.server.Close()
	<-l.ended
	return err
}
