package visitor

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"verbindend/session"
	"verbindend/web/wire"
)

// manyRequests is how many connections a site keeps open: phones without a socket each have one that waits.
const manyRequests = 10_000

// A Site is a server seen from outside. It is safe for concurrent use.
type Site struct {
	base *url.URL
	key  string
	http *http.Client

	frames frames // that came lately from this server
}

// NewSite gives the server at an address ("http://127.0.0.1:8080"); key is the facilitator's, to start sessions with.
func NewSite(address, key string) (*Site, error) {
	base, err := url.Parse(strings.TrimRight(address, "/"))
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, fmt.Errorf("%q is not an address like http://127.0.0.1:8080", address)
	}
	return &Site{base: base, key: key, http: &http.Client{
		// No proxy: what is measured is the server. Connections are kept, as a browser keeps them.
		Transport: &http.Transport{MaxIdleConnsPerHost: manyRequests, IdleConnTimeout: 30 * time.Second},
		Timeout:   time.Minute,
	}}, nil
}

// Host is the server's name, without a port.
func (s *Site) Host() string { return s.base.Hostname() }

// Close lets go of idle connections.
func (s *Site) Close() { s.http.CloseIdleConnections() }

// Create starts a session.
func (s *Site) Create(ctx context.Context, plan wire.NewSession) (wire.SessionCreated, error) {
	var created wire.SessionCreated
	_, err := s.exchange(ctx, http.MethodPost, "/api/sessions", plan, &created)
	if err != nil {
		return created, fmt.Errorf("start a session: %w", err)
	}
	return created, nil
}

// An Entrance is what a phone has after typing the pin.
type Entrance struct {
	wire.Joined
	Cookie string // as the header Cookie
}

// Join types a pin as a new phone. While the server asks for patience it tries again.
func (s *Site) Join(ctx context.Context, pin string) (Entrance, error) {
	for attempt := 0; ; attempt++ {
		var e Entrance
		header, err := s.exchange(ctx, http.MethodPost, "/api/join", wire.JoinRequest{Pin: pin}, &e.Joined)
		if err == nil {
			for _, c := range (&http.Response{Header: header}).Cookies() {
				e.Cookie = strings.TrimPrefix(e.Cookie+"; "+c.Name+"="+c.Value, "; ")
			}
			return e, nil
		}
		if !comesBack(err) {
			return e, fmt.Errorf("join with pin %s: %w", pin, err)
		}
		if err := pause(ctx, backoff(attempt)); err != nil {
			return e, err
		}
	}
}

// comesBack tells whether the same request may succeed later.
func comesBack(err error) bool {
	if p := session.AsProblem(err); p != nil {
		return p.Retry || p.Code == session.Busy || p.Code == session.Unavailable
	}
	var netErr *url.Error
	return errors.As(err, &netErr) && !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded)
}

// Results fetches what remains of a session; before its end, what may be known already.
func (s *Site) Results(ctx context.Context, id string) (session.Summary, error) {
	var sum session.Summary
	if _, err := s.exchange(ctx, http.MethodGet, "/api/sessions/"+url.PathEscape(id)+"/results.json", nil, &sum); err != nil {
		return sum, fmt.Errorf("fetch the results: %w", err)
	}
	return sum, nil
}

// Report fetches the PDF.
func (s *Site) Report(ctx context.Context, id string, lang session.Lang) ([]byte, error) {
	var pdf []byte
	path := "/api/sessions/" + url.PathEscape(id) + "/report.pdf?lang=" + string(lang)
	for attempt := 0; ; attempt++ {
		_, err := s.exchange(ctx, http.MethodGet, path, nil, &pdf)
		if err == nil {
			break
		}
		if !comesBack(err) || attempt == 10 {
			return nil, fmt.Errorf("fetch the report: %w", err)
		}
		if err := pause(ctx, backoff(attempt)); err != nil {
			return nil, err
		}
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return nil, errors.New("fetch the report: what came is no PDF")
	}
	return pdf, nil
}

func (s *Site) socketURL(id string) string {
	u := *s.base
	u.Scheme = map[string]string{"http": "ws", "https": "wss"}[u.Scheme]
	u.Path += "/api/sessions/" + url.PathEscape(id) + "/socket"
	return u.String()
}

// exchange does one request. A refusal comes back as *session.Problem. out is filled from JSON, or, when it is a
// *[]byte, with the body.
func (s *Site) exchange(ctx context.Context, method, path string, in, out any) (http.Header, error) {
	return s.exchangeAs(ctx, "", method, path, in, out)
}

// exchangeAs is exchange for somebody with a cookie.
func (s *Site) exchangeAs(ctx context.Context, cookie, method, path string, in, out any) (http.Header, error) {
	var body io.Reader
	if in != nil {
		encoded, err := json.Marshal(in)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(encoded)
	}
	req, err := http.NewRequestWithContext(ctx, method, s.base.String()+path, body)
	if err != nil {
		return nil, err
	}
	if in != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if cookie != "" {
		req.Header.Set("Cookie", cookie)
	}
	if s.key != "" && path == "/api/sessions" { // who joins or reads shows no key
		req.Header.Set("Authorization", "Bearer "+s.key)
	}
	res, err := s.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	reply, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, err
	}
	if res.StatusCode >= 300 {
		var refused wire.ProblemReply
		if json.Unmarshal(reply, &refused) == nil && refused.Problem.Code != "" {
			if refused.RetryIn > 0 {
				return nil, &asked{wait: min(time.Duration(refused.RetryIn)*time.Millisecond, longWait), cause: &refused.Problem}
			}
			return nil, &refused.Problem
		}
		return nil, fmt.Errorf("%s %s: %s", method, path, res.Status)
	}
	if raw, ok := out.(*[]byte); ok {
		*raw = reply
		return res.Header, nil
	}
	if err := json.Unmarshal(reply, out); err != nil {
		return nil, fmt.Errorf("%s %s: %w", method, path, err)
	}
	return res.Header, nil
}

// KeyOf gives the key that a link carries behind its #.
func KeyOf(link string) string {
	_, fragment, _ := strings.Cut(link, "#")
	if values, err := url.ParseQuery(fragment); err == nil && values.Get("key") != "" {
		return values.Get("key")
	}
	return fragment
}
