package web

import (
	_ "embed"

	"github.com/gofiber/fiber/v2"
)

// resultsSchema describes results.json to programs. It is generated from the Go types.
//
//go:embed schema/results-1.json
var resultsSchema []byte

func sendSchema(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentType, "application/schema+json")
	c.Set(fiber.HeaderCacheControl, "no-cache")
	return c.Send(resultsSchema)
}
