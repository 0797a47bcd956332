package reports

import (
	"bytes"
	"fmt"
	"io"

	"verbindend/session"
)

// A Notice is what a reader is told instead of a report.
type Notice string

// The notices.
const (
	LinkUnknown  Notice = "unknown"
	LinkBroken   Notice = "broken" // no token can look like this
	LinkRevoked  Notice = "revoked"
	LinkExpired  Notice = "expired"
	NotYet       Notice = "not_yet"
	FileUnknown  Notice = "no_file"
	TooOften     Notice = "too_often"
	MakingFailed Notice = "failed"
)

// leads tells what a notice ends with: the address is worth another try, or the report is there.
func (n Notice) leads(t *pageTexts) string {
	switch n {
	case NotYet, TooOften, MakingFailed:
		return t.Again
	case FileUnknown:
		return t.ToReport
	}
	return ""
}

// WriteNotice writes a page that says why there is no report, and nothing more.
func WriteNotice(w io.Writer, n Notice, lang session.Lang, p Page) error {
	t := pageTextsIn(lang)
	says, known := t.notices[n]
	if !known {
		return fmt.Errorf("nothing is to be said about %q", n)
	}
	var b bytes.Buffer
	err := pages.ExecuteTemplate(&b, "notice", struct {
		Page
		T     *pageTexts
		Says  wording
		Leads string
	}{p, t, says, n.leads(t)})
	if err != nil {
		return fmt.Errorf("set notice %s: %w", n, err)
	}
	_, err = w.Write(b.Bytes())
	return err
}
