package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
)

// dist is the built front end; a placeholder stands in for it until the first build. `all:` because bundlers make names
// that begin with an underscore, which embed would leave out.
//
//go:embed all:dist
var dist embed.FS

// An asset is one file of the front end, with what was compressed at build time.
type asset struct {
	kind      string
	etag      string
	immutable bool // its name changes with its content
	plain     []byte
	brotli    []byte
	gzip      []byte
}

type assets struct {
	byName map[string]*asset
	shell  shell
}

func loadAssets(files fs.FS) (*assets, error) {
	a := assets{byName: map[string]*asset{}}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
			return err
		}
		plain, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(plain)
		file := &asset{
			kind: contentType(name), etag: hex.EncodeToString(sum[:8]), plain: plain, immutable: strings.HasPrefix(name, "assets/"),
		}
		file.brotli, _ = fs.ReadFile(files, name+".br") // absent for what does not get smaller
		file.gzip, _ = fs.ReadFile(files, name+".gz")
		a.byName[name] = file
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the front end: %w", err)
	}
	a.shell = a.readShell()
	return &a, nil
}

// contentType does not ask the machine's tables: they differ, and some know no woff2.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".woff2":
		return "font/woff2"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".html":
		return fiber.MIMETextHTMLCharsetUTF8
	case ".svg":
		return "image/svg+xml"
	case ".webmanifest":
		return "application/manifest+json"
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return fiber.MIMEOctetStream
}

// send answers with a file in the encoding the browser prefers. HTML is always asked for again (an ETag makes that cheap) so
// that a new version arrives; hashed files are kept for ever.
func (a *assets) send(c *fiber.Ctx, name string) error {
	file := a.byName[name]
	if file == nil && a.byName["index.html"] == nil && strings.HasSuffix(name, ".html") {
		file = a.byName["placeholder.html"] // the front end has not been built
	}
	if file == nil {
		return notFound
	}
	if file.immutable {
		c.Set(fiber.HeaderCacheControl, "public, max-age=31536000, immutable")
	} else {
		c.Set(fiber.HeaderCacheControl, "no-cache")
	}
	c.Set(fiber.HeaderContentType, file.kind)
	c.Set(fiber.HeaderVary, fiber.HeaderAcceptEncoding)
	body, etag := file.plain, file.etag
	accepted := c.Get(fiber.HeaderAcceptEncoding)
	switch {
	case file.brotli != nil && accepts(accepted, "br"):
		body, etag = file.brotli, etag+"-br"
		c.Set(fiber.HeaderContentEncoding, "br")
	case file.gzip != nil && accepts(accepted, "gzip"):
		body, etag = file.gzip, etag+"-gz"
		c.Set(fiber.HeaderContentEncoding, "gzip")
	}
	c.Set(fiber.HeaderETag, `"`+etag+`"`)
	if strings.Contains(c.Get(fiber.HeaderIfNoneMatch), `"`+etag+`"`) {
		return c.SendStatus(fiber.StatusNotModified)
	}
	return c.Send(body)
}

// accepts tells whether an Accept-Encoding header names a coding without refusing it (RFC 9110, 12.5.3).
func accepts(header, coding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		q, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(weight), "q="), 64)
		return err != nil || q > 0
	}
	return false
}

// page serves one of the front end's pages.
func (s *Server) page(name string) fiber.Handler {
	return func(c *fiber.Ctx) error { return s.assets.send(c, name) }
}

// play serves the phone's page in the session's language and makes sure that the phone has its cookie before the page opens
// a socket. A page holds one language: the other would be 4 KB that hardly anybody reads.
func (s *Server) play(c *fiber.Ctx) error {
	s.greet(c)
	if e, ok := s.rooms.Directory().Get(c.Params("id")); ok && e.Lang == session.English && s.assets.byName["play.en.html"] != nil {
		return s.assets.send(c, "play.en.html")
	}
	return s.assets.send(c, "play.html")
}

// pinLink is what the QR code holds: from the pin to the session, or to the page that says there is none.
func (s *Server) pinLink(c *fiber.Ctx) error {
	pin, address := c.Params("pin"), s.address(c)
	if s.wrongPins.tooMany(address) { // the page asks again, and words the answer
		s.meter.Limited(WrongPins)
		return c.Redirect("/?pin="+pin, fiber.StatusSeeOther)
	}
	ctx, cancel := waiting()
	defer cancel()
	e, ok, err := s.rooms.Directory().Seek(ctx, pin)
	if err != nil {
		return fmt.Errorf("look for a pin: %w", err)
	}
	if ok {
		s.greet(c)
		return c.Redirect("/play/"+e.ID, fiber.StatusSeeOther)
	}
	s.wrongPins.add(address)
	return c.Redirect("/?pin="+pin+"&gone=1", fiber.StatusSeeOther)
}

// spacedPin is a pin as the screen shows it, with a space in the middle: some type that after the address.
var spacedPin = regexp.MustCompile(`^/([0-9]{3})[ +-]([0-9]{3})$`)

// file serves the rest of the front end. A person who mistyped an address gets the page with the field for the pin.
func (s *Server) file(c *fiber.Ctx) error {
	if asked, err := url.PathUnescape(c.Path()); err == nil {
		if halves := spacedPin.FindStringSubmatch(asked); halves != nil {
			return c.Redirect("/"+halves[1]+halves[2], fiber.StatusSeeOther)
		}
	}
	err := s.assets.send(c, strings.TrimPrefix(path.Clean(c.Path()), "/"))
	if p := session.AsProblem(err); p == nil || p.Code != session.NotFound || !strings.Contains(c.Get(fiber.HeaderAccept), fiber.MIMETextHTML) {
		return err
	}
	c.Request().Header.Del(fiber.HeaderIfNoneMatch) // what is not there has not stayed the same
	if s.assets.send(c, "index.html") != nil {
		return err
	}
	c.Status(fiber.StatusNotFound)
	return nil
}
