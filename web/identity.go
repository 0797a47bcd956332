package web

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base32"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
)

// The cookies. A participant has the first and nothing else; it is strictly necessary and holds a random number.
const (
	personCookie      = "vb"
	facilitatorCookie = "vb_host"
	personAge         = 180 * 24 * time.Hour // long enough for the look back after 90 days
	facilitatorAge    = 90 * 24 * time.Hour
)

// keys derives everything that proves an identity from the server's secret. Nothing of it is stored.
type keys struct {
	secret      []byte
	facilitator string
}

// Key derives the facilitator's key of a server from its secret.
func Key(secret []byte) string { return derive(secret, "facilitator") }

// derive gives 100 bits of HMAC-SHA-256 (RFC 2104) over a purpose, as 20 characters of a–z and 2–7.
func derive(secret []byte, purpose string) string {
	mac := hmac.New(sha256.New, secret)
	_, _ = mac.Write([]byte(purpose))
	return strings.ToLower(base32.StdEncoding.EncodeToString(mac.Sum(nil))[:20])
}

func (k keys) host(id string) string   { return derive(k.secret, "host/"+id) }
func (k keys) screen(id string) string { return derive(k.secret, "screen/"+id) }

// person names the owner of a cookie within one session: the same phone has unrelated names in two sessions.
func (k keys) person(id, token string) session.PersonID {
	return session.PersonID(derive(k.secret, "person/"+id+"/"+token))
}

func (k keys) facilitatorToken() string { return derive(k.secret, "facilitator-cookie/"+k.facilitator) }

func equal(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// leads tells whether a request comes from a facilitator: by cookie, or with the key as a bearer token. A wrong token counts
// as a wrong key at the door does, so that a key somebody chose cannot be guessed this way.
func (s *Server) leads(c *fiber.Ctx) bool {
	bearer, ok := strings.CutPrefix(c.Get(fiber.HeaderAuthorization), "Bearer ")
	if !ok {
		return equal(c.Cookies(facilitatorCookie), s.keys.facilitatorToken())
	}
	address := s.address(c)
	if s.wrongKeys.tooMany(address) {
		s.meter.Limited(WrongKeys)
		return false
	}
	if !equal(strings.TrimSpace(bearer), s.keys.facilitator) {
		s.wrongKeys.add(address)
		return false
	}
	return true
}

// greet gives a participant's cookie, a random number, to who has none.
func (s *Server) greet(c *fiber.Ctx) {
	if !identifies(c.Cookies(personCookie)) {
		s.setCookie(c, personCookie, rand.Text(), personAge)
	}
}

// identifies tells whether a cookie is one that greet may have given: a name that somebody else can hit upon is none.
func identifies(token string) bool { return len(token) >= 26 && len(token) <= 64 }

func (s *Server) setCookie(c *fiber.Ctx, name, value string, age time.Duration) {
	c.Cookie(&fiber.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: int(age.Seconds()), HTTPOnly: true,
		Secure: c.Protocol() == "https" || strings.HasPrefix(s.config.PublicURL, "https://"), SameSite: fiber.CookieSameSiteLaxMode,
	})
}
