package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func run() error {
	var o options
	flag.StringVar(&o.program, "program", "bin/verbindend", "the server")
	flag.StringVar(&o.bare, "bare", ".tools/bare", "the bare broadcaster")
	flag.BoolVar(&o.quick, "quick", false, "a few phones for a moment: to see that everything works")
	only := flag.String("only", "", "the scenes to play, with commas: "+strings.Join(sceneNames(), ", ")+"; all when empty")
	asJSON := flag.Bool("json", false, "print the figures as JSON")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if *only != "" {
		o.scenes = strings.Split(*only, ",")
	}
	o.progress = os.Stderr
	figures, err := measure(ctx, o)
	if *asJSON {
		return errors.Join(err, json.NewEncoder(os.Stdout).Encode(figures))
	}
	writeTable(os.Stdout, figures)
	return err
}
