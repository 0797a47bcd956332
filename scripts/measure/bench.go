package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"
)

type options struct {
	program, bare string
	quick         bool
	scenes        []string // by name; empty: all
	progress      io.Writer
}

// A scene measures some figures that belong together.
type scene struct {
	name string
	play func(context.Context, *bench) error
}

var scenes = []scene{
	{"thousand", thousand},   // one session of 1,000
	{"hall", hall},           // one session of 4,000
	{"reveal", reveal},       // to 4,000
	{"rooms", manyRooms},     // 200 sessions of 25
	{"return", comeBack},     // everybody after a restart
	{"idle", idle},           // memory of a connection
	{"two", two},             // servers on one Redis
	{"load", load},           // a long history
	{"reports", reportScene}, // while others vote
}

func sceneNames() []string {
	var names []string
	for _, s := range scenes {
		names = append(names, s.name)
	}
	return names
}

// sizes are how many, and for how long.
type sizes struct {
	thousand, hall, rooms, room, idle int
	window, coalesce, rest, saturated time.Duration
}

var (
	full  = sizes{1000, 4000, 200, 25, 2000, 20 * time.Second, 50 * time.Millisecond, 8 * time.Second, 8 * time.Second}
	small = sizes{20, 40, 3, 5, 30, 600 * time.Millisecond, 50 * time.Millisecond, 500 * time.Millisecond, 500 * time.Millisecond}
)

// bench is one run.
type bench struct {
	options
	sizes
	dir     string
	figures []Figure
	vote    float64 // CPU seconds per 1,000 votes of the thousand, for the hall to compare
}

func measure(ctx context.Context, o options) (figures []Figure, err error) {
	for _, name := range o.scenes {
		if !slices.Contains(sceneNames(), name) {
			return nil, fmt.Errorf("there is no scene %q", name)
		}
	}
	dir, err := os.MkdirTemp("", "verbindend-measure-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	b := &bench{options: o, sizes: full, dir: dir}
	if o.quick {
		b.sizes = small
	}
	var failed []error
	for _, s := range scenes {
		if len(o.scenes) > 0 && !slices.Contains(o.scenes, s.name) {
			continue
		}
		if err := s.play(ctx, b); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", s.name, err))
		}
		if ctx.Err() != nil {
			break
		}
	}
	return b.figures, errors.Join(failed...)
}

func (b *bench) say(format string, args ...any) {
	fmt.Fprintf(b.progress, "  "+format+"\n", args...)
}
