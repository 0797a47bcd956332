package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"github.com/valyala/fasthttp"

	"verbindend/session"
	"verbindend/web/wire"
)

// importLimit is the size of results that can be imported, in bytes: those of some ten thousand people.
const (
	importLimit = 8 << 20
	importPath  = "/api/sessions/import"
)

// A refusal is several problems at once: whoever mends a file by hand wants to know all of them.
type refusal []session.Problem

func (r refusal) Error() string { return fmt.Sprint(len(r), " problems, the first: ", r[0].Error()) }

// importSession takes results that came from a file in as a session that has ended.
func (s *Server) importSession(c *fiber.Ctx) error {
	sum, found := readResults(c.Body())
	if len(found) > 0 {
		return refusal(found)
	}
	ctx, cancel := waiting()
	defer cancel()
	e, found, err := s.rooms.Import(ctx, sum)
	if err != nil {
		return err
	}
	if len(found) > 0 {
		return refusal(found)
	}
	return c.Status(fiber.StatusCreated).JSON(wire.SessionImported{ID: e.ID, Title: e.Title, Forgot: e.Forgot, Host: s.links(e, session.Host).Host})
}

// compiledSchema is the schema of results, made when the first ones come.
var compiledSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(resultsSchema))
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("results-1.json", document); err != nil {
		return nil, err
	}
	return compiler.Compile("results-1.json")
})

// readResults reads results.json, perhaps one that somebody has changed by hand, and says of everything that is not as its schema
// says where it is.
func readResults(text []byte) (sum session.Summary, found []session.Problem) {
	if !utf8.Valid(text) {
		return sum, []session.Problem{*malformed}
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil || !numbered(document) {
		return sum, []session.Problem{*malformed}
	}
	// A file of another version is told as that, and not as the many fields in which it differs.
	if fields, is := document.(map[string]any); is && fmt.Sprint(fields["version"]) != fmt.Sprint(session.SummaryVersion) {
		return sum, []session.Problem{{Code: session.Invalid, Field: "version", Reason: session.Unknown, Limit: session.SummaryVersion}}
	}
	schema, err := compiledSchema()
	if err != nil {
		return sum, []session.Problem{*unavailable}
	}
	if wrong := (*jsonschema.ValidationError)(nil); errors.As(schema.Validate(document), &wrong) {
		return sum, schemaProblems(wrong, nil)
	}
	if json.Unmarshal(text, &sum) != nil {
		return sum, []session.Problem{*malformed} // a number that is too large for this program
	}
	return sum, nil
}

// maxNumber is the length of the longest number that programs write: -2.2250738585072014e-308.
const maxNumber = 24

// numbered tells whether all numbers of a document are such as programs write. One of a million digits, or with an exponent of that size,
// is a valid number, and keeps whoever compares it with another busy for as long as its sender likes.
func numbered(document any) bool {
	switch v := document.(type) {
	case json.Number:
		_, exponent, _ := strings.Cut(strings.ToLower(string(v)), "e")
		return len(v) <= maxNumber && len(exponent) <= len("-308")
	case []any:
		return !slices.ContainsFunc(v, func(one any) bool { return !numbered(one) })
	case map[string]any:
		for _, one := range v {
			if !numbered(one) {
				return false
			}
		}
	}
	return true
}

// schemaProblems collects what is wrong at the ends of a tree of errors.
func schemaProblems(e *jsonschema.ValidationError, found []session.Problem) []session.Problem {
	if len(found) >= session.MaxFound {
		return found
	}
	at := strings.Join(e.InstanceLocation, "/")
	say := func(reason session.Reason, names ...string) {
		if len(names) == 0 {
			names = []string{""}
		}
		for _, name := range names {
			field := strings.Trim(at+"/"+name, "/")
			if len(found) < session.MaxFound {
				found = append(found, session.Problem{Code: session.Invalid, Field: field, Reason: reason})
			}
		}
	}
	switch k := e.ErrorKind.(type) {
	case *kind.Required:
		say(session.Empty, k.Missing...)
	case *kind.AdditionalProperties:
		say(session.Unknown, k.Properties...)
	case *kind.Enum, *kind.Const:
		say(session.Unknown)
	case *kind.Type, *kind.Format, *kind.Pattern:
		say(session.Malformed)
	case *kind.AnyOf: // a thing or null: whichever it is not, what is wrong with the thing is worth telling
		if len(e.Causes) > 0 {
			return schemaProblems(e.Causes[0], found)
		}
		say(session.Malformed)
	default:
		if len(e.Causes) == 0 {
			say(session.Malformed)
		}
		for _, cause := range e.Causes {
			found = schemaProblems(cause, found)
		}
	}
	return found
}

// allowance gives a request the size that it may have: results that a facilitator imports are larger than anything else.
func (s *Server) allowance(header *fasthttp.RequestHeader) fasthttp.RequestConfig {
	if header.IsPost() && string(header.RequestURI()) == importPath && s.imports(header) {
		return fasthttp.RequestConfig{MaxRequestBodySize: importLimit}
	}
	return fasthttp.RequestConfig{}
}

// everywhere stands for all addresses together, where it is not known yet from which a request comes.
const everywhere = "everywhere"

// imports tells from a request's header whether a facilitator sends it. Its answer shows in what is refused as too large, so a wrong key
// counts here as it does at the door.
func (s *Server) imports(header *fasthttp.RequestHeader) bool {
	bearer, ok := strings.CutPrefix(string(header.Peek(fiber.HeaderAuthorization)), "Bearer ")
	switch {
	case !ok:
		return equal(string(header.Cookie(facilitatorCookie)), s.keys.facilitatorToken())
	case s.wrongKeys.tooMany(everywhere):
		return false
	case !equal(strings.TrimSpace(bearer), s.keys.facilitator):
		s.wrongKeys.add(everywhere)
		return false
	}
	return true
}
