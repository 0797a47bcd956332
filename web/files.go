package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/reports/tables"
	"verbindend/session"
)

// A sender answers a request with a file that is made of results. It does not ask by which address the reader found them.
type sender func(c *fiber.Ctx, sum session.Summary) error

// ofSession gives a sender the results of the session that a reader has asked for: what the room may know at that moment.
func (s *Server) ofSession(send sender) fiber.Handler {
	return func(c *fiber.Ctx) error {
		ctx, cancel := waiting()
		defer cancel()
		sum, err := s.rooms.Summary(ctx, sessionOf(c))
		if err != nil {
			return err
		}
		return send(c, sum)
	}
}

// measured counts a file that is made for a reader, and how long they waited.
func (s *Server) measured(handle fiber.Handler) fiber.Handler {
	return func(c *fiber.Ctx) error {
		began := time.Now()
		err := handle(c)
		outcome := ReportDone
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			s.meter.Limited(ReportsBusy)
			outcome = ReportFailed
		case session.AsProblem(err) != nil:
			outcome = ReportRefused
		case err != nil:
			outcome = ReportFailed
		}
		s.meter.Reported(time.Since(began), outcome)
		return err
	}
}

// sendWorkbook sends results as an XLSX file.
func (s *Server) sendWorkbook(c *fiber.Ctx, sum session.Summary) error {
	o, err := s.tableOptions(c, sum)
	if err != nil {
		return err
	}
	return s.sendMade(c, sum, made{
		what: fmt.Sprint("workbook ", o.Lang, o.WithoutID, o.PulseMarks()), kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		name: fileName(sum, o.Lang, "", "xlsx"),
		make: func() ([]byte, error) {
			var b bytes.Buffer
			err := tables.XLSX(&b, sum, o)
			return b.Bytes(), err
		},
	})
}

// sendTables sends all tables of results as CSV files in a ZIP archive.
func (s *Server) sendTables(c *fiber.Ctx, sum session.Summary) error {
	o, err := s.tableOptions(c, sum)
	if err != nil {
		return err
	}
	csv, err := csvOptions(c)
	if err != nil {
		return err
	}
	return s.sendMade(c, sum, made{
		what: fmt.Sprint("tables ", o.Lang, o.WithoutID, csv, o.PulseMarks()), kind: "application/zip", name: fileName(sum, o.Lang, "", "zip"),
		make: func() ([]byte, error) { return tables.ZipBytes(tables.Of(sum, o), csv) },
	})
}

// sendTable sends one table of results as a CSV file: the one that the query names, or the overview.
func (s *Server) sendTable(c *fiber.Ctx, sum session.Summary) error {
	o, err := s.tableOptions(c, sum)
	if err != nil {
		return err
	}
	csv, err := csvOptions(c)
	if err != nil {
		return err
	}
	table, known := tables.Find(tables.Of(sum, o), c.Query("table", "overview"))
	if !known {
		return &session.Problem{Code: session.NotFound, Field: "table", Reason: session.Unknown}
	}
	return s.sendMade(c, sum, made{
		what: fmt.Sprint("table ", table.Key, " ", o.Lang, o.WithoutID, csv, o.PulseMarks()), kind: "text/csv; charset=utf-8", name: fileName(sum, o.Lang, table.Key, "csv"),
		make: func() ([]byte, error) {
			var b bytes.Buffer
			err := tables.CSV(&b, table, csv)
			return b.Bytes(), err
		},
	})
}

// made is a file that can be made of results.
type made struct {
	what, kind, name string
	make             func() ([]byte, error)
}

// sendMade makes a file on the press that reports are made on, which bounds how many are made at once.
func (s *Server) sendMade(c *fiber.Ctx, sum session.Summary, m made) error {
	ctx, cancel := waiting()
	defer cancel()
	file, err := s.twice(sum.ID, func() ([]byte, error) { return s.printer.Make(ctx, m.what+" "+sum.Fingerprint(), m.make) })
	if err != nil {
		return fmt.Errorf("%s of session %s: %w", m.what, sum.ID, err)
	}
	c.Set(fiber.HeaderContentType, m.kind)
	c.Set(fiber.HeaderContentDisposition, `attachment; filename="`+m.name+`"`)
	c.Set(fiber.HeaderCacheControl, "no-cache")
	return c.Send(file)
}

// fileName is what a file of results is called when somebody keeps it: by day and language, and never by the session's title.
func fileName(sum session.Summary, lang session.Lang, part, extension string) string {
	name := "verbindend-" + sum.StartedAt.Format(time.DateOnly) + "-" + string(lang)
	if part != "" {
		name += "-" + part
	}
	return name + "." + extension
}

// tableOptions reads for whom tables are made: in the language that the query names, or the session's own. People read the clock
// on their wall.
func (s *Server) tableOptions(c *fiber.Ctx, sum session.Summary) (o tables.Options, err error) {
	o = tables.Options{In: time.Local, WithoutID: linked(c)}
	if o.Lang, err = langOf(c, sum.Lang); err != nil {
		return o, err
	}
	ctx, cancel := waiting()
	defer cancel()
	o.Pulses, err = s.lookbacks(ctx, sessionOf(c), sum)
	return o, err
}

// sendLookbacks sends how a session was looked back on, for programs.
func (s *Server) sendLookbacks(c *fiber.Ctx, sum session.Summary) error {
	ctx, cancel := waiting()
	defer cancel()
	pulses, err := s.lookbacks(ctx, sessionOf(c), sum)
	if err != nil {
		return err
	}
	file, err := sum.LookbackFile(pulses).JSON()
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderCacheControl, "no-cache")
	c.Set(fiber.HeaderContentType, fiber.MIMEApplicationJSONCharsetUTF8)
	named(c, sum, "-lookbacks")
	return c.Send(file)
}

// named says what a JSON file is called when somebody keeps it; who only looks at it sees it in the browser.
func named(c *fiber.Ctx, sum session.Summary, part string) {
	c.Set(fiber.HeaderContentDisposition, `inline; filename="verbindend-`+sum.StartedAt.Format(time.DateOnly)+part+`.json"`)
}

func csvOptions(c *fiber.Ctx) (o tables.CSVOptions, err error) {
	switch c.Query("sep", "comma") {
	case "comma":
	case "semicolon":
		o.Semicolon = true
	default:
		return o, &session.Problem{Code: session.Invalid, Field: "sep", Reason: session.Unknown}
	}
	switch c.Query("bom", "0") {
	case "0":
	case "1":
		o.BOM = true
	default:
		return o, &session.Problem{Code: session.Invalid, Field: "bom", Reason: session.Unknown}
	}
	return o, nil
}
