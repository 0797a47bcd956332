package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"runtime"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/reports"
	"verbindend/session/live"
)

// Limits of the server.
const (
	bodyLimit      = 64 << 10 // bytes of an HTTP request
	readTimeout    = 30 * time.Second
	writeTimeout   = 30 * time.Second
	idleTimeout    = 75 * time.Second
	requestTimeout = 10 * time.Second // for what a request waits on
)

// Server serves one set of rooms. Make it with New.
type Server struct {
	config  Config
	keys    keys
	rooms   *live.Rooms
	logger  *slog.Logger
	meter   Meter
	printer *reports.Printer
	assets  *assets
	app     *fiber.App
	public  *url.URL

	proxies []netip.Prefix
	wrongPins, wrongKeys, wrongLinks,
	pulseAnswers, publicReads *perMinute

	typeset typesetter
	sockets sockets
	tabs    tabs
	halt    chan struct{} // closed when the server begins to stop
	ready   readiness
	waits   waits
}

// New makes a server. It refuses a configuration that cannot work.
func New(rooms *live.Rooms, config Config) (*Server, error) {
	if config.Logger == nil {
		config.Logger = slog.Default()
	}
	if config.Meter == nil {
		config.Meter = unmetered{}
	}
	if len(config.Secret) < 16 {
		return nil, errors.New("the secret is shorter than 16 bytes")
	}
	if config.Key == "" {
		config.Key = Key(config.Secret)
	}
	public, err := url.Parse(config.PublicURL)
	if err != nil || public.Host == "" || public.Scheme != "http" && public.Scheme != "https" {
		return nil, fmt.Errorf("the public URL %q is not of the form http://host:port", config.PublicURL)
	}
	config.PublicURL = strings.TrimSuffix(config.PublicURL, "/")
	proxies, err := networks(config.TrustedProxies)
	if err != nil {
		return nil, fmt.Errorf("trusted proxies: %w", err)
	}
	built, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, err
	}
	files, err := loadAssets(built)
	if err != nil {
		return nil, err
	}
	s := &Server{ // reports take half of the processors at most: who votes comes first
		config: config, keys: keys{config.Secret, config.Key}, rooms: rooms, logger: config.Logger, meter: config.Meter,
		printer: reports.NewPrinter(runtime.GOMAXPROCS(0) / 2), assets: files, public: public, proxies: proxies,
		wrongPins: allowing(pinsAMinute), wrongKeys: allowing(keysAMinute), wrongLinks: allowing(linksAMinute),
		pulseAnswers: allowing(answersAMinute), publicReads: allowing(readingAMinute),
		typeset: reports.HTML, waits: standardWaits, halt: make(chan struct{}),
	}
	s.app = fiber.New(fiber.Config{
		Immutable:               true, // strings live longer than a request here; Fiber would reuse their bytes
		DisableStartupMessage:   true,
		BodyLimit:               bodyLimit,
		ReadTimeout:             readTimeout,
		WriteTimeout:            writeTimeout,
		IdleTimeout:             idleTimeout,
		ErrorHandler:            s.refuse,
		EnableTrustedProxyCheck: true,
		TrustedProxies:          config.TrustedProxies, // for the host and protocol they forward; see address for the sender's
	})
	s.app.Server().KeepHijackedConns = true // else a closed socket's memory is handed to the next one while we may still write
	s.app.Server().HeaderReceived = s.allowance
	s.routes()
	if rooms != nil {
		rooms.WhenSealed(s.printAhead)
	}
	return s, nil
}

// Serve answers on ln until ctx ends. Then it lets go of everybody kindly: new sockets are refused, rooms finish the append
// they are busy with, sockets are closed with 1012 (come back), and requests under way are answered.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	swept := make(chan struct{})
	defer func() { <-swept }()
	sweeping, stop := context.WithCancel(ctx)
	defer stop()
	go func() { defer close(swept); s.sweep(sweeping) }()
	failed := make(chan error, 1)
	go func() { failed <- s.app.Listener(ln) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	began, connected := time.Now(), s.sockets.refuse()
	close(s.halt)
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.waits.drain)
	defer cancel()
	err := s.rooms.Close(drain)
	s.sockets.empty(drain)
	s.meter.Drained(connected, time.Since(began))
	return errors.Join(err, s.app.ShutdownWithTimeout(s.waits.drain))
}
