package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"verbindend/session"
)

// A terminal is where the program speaks, in the language of who listens.
type terminal struct {
	out, err io.Writer
	lang     session.Lang
	words    words
	rich     bool // out shows colours
}

func newTerminal(out, err io.Writer, env func(string) (string, bool)) *terminal {
	lang := languageOf(env)
	_, plain := env("NO_COLOR")
	return &terminal{out: out, err: err, lang: lang, words: wordsIn[lang], rich: !plain && isTerminal(out)}
}

// languageOf follows the environment as POSIX orders it. Who set nothing in particular gets Dutch.
func languageOf(env func(string) (string, bool)) session.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value, _ := env(name); value != "" {
			if strings.HasPrefix(strings.ToLower(value), "en") {
				return session.English
			}
			return session.Dutch
		}
	}
	return session.Dutch
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// The colours of a terminal: strong for what people copy, soft for what may be skipped.
const (
	strong = "\x1b[1m"
	soft   = "\x1b[2m"
	accent = "\x1b[1;36m"
	plain  = "\x1b[0m"
)

func (t *terminal) paint(colour, text string) string {
	if !t.rich {
		return text
	}
	return colour + text + plain
}

// A plight is a failure that people can do something about, in words they can use.
type plight struct {
	words string
	cause error // nil when the words say it all
}

func (p *plight) Error() string { return p.words }
func (p *plight) Unwrap() error { return p.cause }

// line tells an error in one line.
func line(err error) string {
	if p := (*plight)(nil); errors.As(err, &p) {
		return oneLine(p.words)
	}
	return oneLine(err.Error())
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// logger writes what happens to stderr, apart from what the program says.
func (t *terminal) logger(format string) *slog.Logger {
	if format == "json" {
		return slog.New(slog.NewJSONHandler(t.err, nil))
	}
	return slog.New(slog.NewTextHandler(t.err, nil))
}

func (t *terminal) say(format string, args ...any) { fmt.Fprintf(t.out, format+"\n", args...) }

// complain tells something that is wrong, beside the output.
func (t *terminal) complain(what string) { fmt.Fprintf(t.err, "✗ %s\n", what) }
