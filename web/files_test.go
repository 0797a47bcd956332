package web

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"verbindend/session"
)

func TestTablesOfResults(t *testing.T) {
	h := open(t)
	s := h.start()
	at := "/api/sessions/" + s.ID + "/results."
	t.Run("a workbook, in the language of the reader", func(t *testing.T) {
		h := h.in(t)
		for query, sheet := range map[string]string{"": "Overzicht", "?lang=nl": "Overzicht", "?lang=en": "Overview"} {
			a := h.browser().get(at + "xlsx" + query).is(200)
			book, err := excelize.OpenReader(bytes.NewReader(a.body))
			if err != nil {
				t.Fatal(err)
			}
			if first := book.GetSheetName(0); first != sheet {
				t.Errorf("%q begins with the sheet %q", query, first)
			}
			if name := a.header.Get("Content-Disposition"); !strings.Contains(name, ".xlsx") || !strings.HasPrefix(name, "attachment") {
				t.Errorf("it is called %s", name)
			}
			_ = book.Close()
		}
	})
	t.Run("one table as CSV, as the program that opens it wants it", func(t *testing.T) {
		h := h.in(t)
		for query, start := range map[string]string{
			"":                                     "Wat,Waarde\r\n",
			"?table=overview&lang=en":              "What,Value\r\n",
			"?table=agenda&sep=semicolon&bom=1":    "\ufeffOnderdeel;Soort;",
			"?table=agenda&sep=comma&bom=0&lang=e": "",
		} {
			a := h.browser().get(at + "csv" + query)
			if start == "" {
				a.refuses(400, invalid("lang", session.Unknown))
				continue
			}
			if text := string(a.is(200).body); !strings.HasPrefix(text, start) {
				t.Errorf("%q begins with %q", query, text[:40])
			}
		}
		h.browser().get(at+"csv?sep=tab").refuses(400, invalid("sep", session.Unknown))
		h.browser().get(at+"csv?bom=yes").refuses(400, invalid("bom", session.Unknown))
		h.browser().get(at+"csv?table=people").refuses(404, session.Problem{Code: session.NotFound, Field: "table", Reason: session.Unknown})
	})
	t.Run("all tables in one archive", func(t *testing.T) {
		a := h.in(t).browser().get(at + "zip?lang=en").is(200)
		archive, err := zip.NewReader(bytes.NewReader(a.body), int64(len(a.body)))
		if err != nil || len(archive.File) < 2 || archive.File[0].Name != "overview.csv" {
			t.Fatal(archive, err)
		}
	})
	t.Run("what they mean is told to programs by a schema", func(t *testing.T) {
		a := h.in(t).browser().get("/api/schemas/results-1.json").is(200)
		var schema struct {
			ID string `json:"$id"`
		}
		if err := json.Unmarshal(a.body, &schema); err != nil {
			t.Fatal(err)
		}
		if schema.ID != "urn:verbindend:results:1" || a.header.Get("Content-Type") != "application/schema+json" {
			t.Error(schema, a.header)
		}
	})
	t.Run("of a session that is not there, nothing", func(t *testing.T) {
		for _, kind := range []string{"xlsx", "csv", "zip", "json"} {
			h.in(t).browser().get("/api/sessions/none/results." + kind).is(404)
		}
	})
}
