package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // an image without a system still knows what time it is in the room

	"github.com/alecthomas/kong"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // whoever asks a second time is not kept waiting
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// Exit codes.
const (
	fine   = 0
	failed = 1
	misuse = 2
)

type commands struct {
	Serve    serveCmd    `cmd:"" help:"Serve sessions: for a laptop as it is, for a server with --redis and --public-url."`
	Demo     demoCmd     `cmd:"" help:"Serve, and let a fictional group play a whole session in front of you."`
	Simulate simulateCmd `cmd:"" help:"Play whole sessions against a server on this machine and check that nothing is lost or told early."`
	Report   reportCmd   `cmd:"" help:"Write a session's report as a PDF, from a store that no server has open (or from Redis)."`
	Health   healthCmd   `cmd:"" help:"Ask a running server whether it is ready; exit code 0 when it is."`
	Version  versionCmd  `cmd:"" help:"Say which version this is."`
}

// run is the program without the process around it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	t := newTerminal(stdout, stderr, os.LookupEnv)
	exited := -1
	parser, err := kong.New(&commands{},
		kong.Name("verbindend"),
		kong.Description("Sessions in which a group finds the values that connect it. Begin with: verbindend serve"),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { exited = code }), // after --help
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(t),
	)
	if err != nil {
		panic("the command line is declared wrongly: " + err.Error())
	}
	chosen, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintf(stderr, "verbindend: %v (try --help)\n", err)
		return misuse
	}
	err = chosen.Run()
	if err == nil || errors.Is(err, errQuiet) {
		return exitCode(err)
	}
	fmt.Fprintf(stderr, "verbindend: %s\n", line(err))
	return exitCode(err)
}

// errQuiet ends with exit code 1 after everything has been said.
var errQuiet = errors.New("said already")

func exitCode(err error) int {
	if err == nil {
		return fine
	}
	return failed
}
