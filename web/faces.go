package web

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"

	"github.com/gofiber/fiber/v2"

	"verbindend/reports/faces"
)

// printFaces are the typefaces of reports by name, with what tells their versions apart. A phone that makes a page of its own sets
// it in the same.
var printFaces = sync.OnceValue(func() map[string]printFace {
	list := map[string]printFace{}
	for f := range faces.Face(faces.Count) {
		sum := sha256.Sum256(f.File())
		list[f.Name()] = printFace{f.File(), `"` + hex.EncodeToString(sum[:8]) + `"`}
	}
	return list
})

type printFace struct {
	file []byte
	etag string
}

func (s *Server) face(c *fiber.Ctx) error {
	face, known := printFaces()[c.Params("name")]
	if !known {
		return notFound
	}
	c.Set(fiber.HeaderContentType, "font/ttf")
	c.Set(fiber.HeaderCacheControl, "no-cache")
	c.Set(fiber.HeaderETag, face.etag)
	if strings.Contains(c.Get(fiber.HeaderIfNoneMatch), face.etag) {
		return c.SendStatus(fiber.StatusNotModified)
	}
	return c.Send(face.file)
}
