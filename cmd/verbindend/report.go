package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"verbindend/reports"
	"verbindend/session"
	"verbindend/session/live"
)

type reportCmd struct {
	storeFlags
	Session string       `required:"" placeholder:"ID" help:"The session: its id, or its pin while it has not ended."`
	Lang    session.Lang `enum:"nl,en," default:"" help:"Language of the report: nl or en. Default: the session's."`
	Output  string       `short:"o" placeholder:"FILE" help:"Where to write; - is standard output. Default verbindend-DATE-LANG.pdf here."`
}

// Run writes the report.
func (c *reportCmd) Run(ctx context.Context, t *terminal) (err error) {
	if err := c.exists(t); err != nil {
		return err
	}
	kept, err := c.open(ctx, t)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	sum, err := c.summary(ctx, t, kept)
	if err != nil {
		return err
	}
	lang := c.Lang
	if lang == "" {
		lang = sum.Lang
	}
	made := sum.EndedAt
	if !sum.Final {
		made = time.Now().Truncate(time.Minute)
	}
	var pdf bytes.Buffer
	if err := reports.PDF(&pdf, sum, reports.Options{Lang: lang, Made: made.Local()}); err != nil {
		return err
	}
	if c.Output == "-" {
		_, err := t.out.Write(pdf.Bytes())
		return err
	}
	if c.Output == "" {
		c.Output = fmt.Sprintf("verbindend-%s-%s.pdf", sum.StartedAt.Local().Format("2006-01-02"), lang)
	}
	if err := os.WriteFile(c.Output, pdf.Bytes(), 0o600); err != nil {
		return err
	}
	where, err := filepath.Abs(c.Output)
	if err != nil {
		return err
	}
	t.say(t.words.reportWritten, where)
	return nil
}

// summary finds the session by id or pin and gives what may be reported of it.
func (c *reportCmd) summary(ctx context.Context, t *terminal, kept *store) (session.Summary, error) {
	id := strings.TrimSpace(c.Session)
	if isPin(id) {
		entry, _, err := live.Find(ctx, kept, id)
		if err != nil {
			return session.Summary{}, err
		}
		id = entry.ID
	}
	s, err := live.Load(ctx, kept, id)
	if p := session.AsProblem(err); id == "" || p != nil && p.Code == session.NotFound {
		return session.Summary{}, &plight{fmt.Sprintf(t.words.noSession, c.Session), err}
	}
	if err != nil {
		return session.Summary{}, err
	}
	return s.Summary(), nil
}

func isPin(text string) bool {
	return len(text) == 6 && strings.Trim(text, "0123456789") == ""
}
