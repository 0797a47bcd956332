package web

import (
	_ "embed"

	"github.com/gofiber/fiber/v2"
)

// resultsSchema describes results.json to programs. It is generated from the Go types.
//
//go:embed schema/results-1.json
var resultsSchema []byte

// lookbacksSchema does the same for lookbacks.json.
//
//go:embed schema/lookbacks-1.json
var lookbacksSchema []byte

func sendSchema(schema []byte) fiber.Handler {
	return func(c *fiber.Ctx) error {
		c.Set(fiber.HeaderContentType, "application/schema+json")
		c.Set(fiber.HeaderCacheControl, "no-cache")
		return c.Send(schema)
	}
}
