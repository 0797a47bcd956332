package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/web/wire"
)

// The agendas that facilitators keep, as templates of their own. All facilitators of a server share them.

func (s *Server) listAgendas(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	kept, err := s.rooms.Blueprints().List(ctx)
	if err != nil {
		return err
	}
	list := wire.AgendaList{Agendas: []wire.KeptAgenda{}}
	for _, k := range kept {
		list.Agendas = append(list.Agendas, keptAgenda(k))
	}
	return c.JSON(list)
}

func (s *Server) keepAgenda(c *fiber.Ctx) error {
	agenda, err := readAgenda(c)
	if err != nil {
		return err
	}
	ctx, cancel := waiting()
	defer cancel()
	kept, err := s.rooms.Blueprints().Add(ctx, agenda)
	if err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(keptAgenda(kept))
}

func (s *Server) replaceAgenda(c *fiber.Ctx) error {
	agenda, err := readAgenda(c)
	if err != nil {
		return err
	}
	ctx, cancel := waiting()
	defer cancel()
	kept, err := s.rooms.Blueprints().Replace(ctx, c.Params("id"), agenda)
	if err != nil {
		return err
	}
	return c.JSON(keptAgenda(kept))
}

func (s *Server) deleteAgenda(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	if err := s.rooms.Blueprints().Delete(ctx, c.Params("id")); err != nil {
		return err
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func (s *Server) agendaFile(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	kept, err := s.rooms.Blueprints().Find(ctx, c.Params("id"))
	if err != nil {
		return err
	}
	return sendAgenda(c, kept.Agenda)
}

func (s *Server) sessionAgenda(c *fiber.Ctx) error {
	ctx, cancel := waiting()
	defer cancel()
	agenda, err := s.rooms.Blueprint(ctx, c.Params("id"))
	if err != nil {
		return err
	}
	return sendAgenda(c, agenda)
}

func keptAgenda(k live.KeptBlueprint) wire.KeptAgenda {
	return wire.KeptAgenda{ID: k.ID, Agenda: k.Agenda, SavedAt: k.SavedAt.UnixMilli()}
}

// sendAgenda sends an agenda as a file, indented: people may open it, and change it by hand.
func sendAgenda(c *fiber.Ctx, agenda session.Blueprint) error {
	text, err := json.MarshalIndent(wire.AgendaFile{Version: wire.AgendaVersion, Blueprint: agenda}, "", "  ")
	if err != nil {
		return fmt.Errorf("agenda as a file: %w", err)
	}
	c.Set(fiber.HeaderContentType, fiber.MIMEApplicationJSONCharsetUTF8)
	c.Set(fiber.HeaderCacheControl, "no-cache")
	c.Set(fiber.HeaderContentDisposition, `attachment; filename="verbindend-agenda.json"`)
	return c.Send(append(text, '\n'))
}

// readAgenda reads an agenda that was sent, perhaps as a file that somebody has changed by hand: it says what is wrong with it
// as exactly as can be said.
func readAgenda(c *fiber.Ctx) (session.Blueprint, error) {
	var file wire.AgendaFile
	text := c.Body()
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return file.Blueprint, unreadable(err)
	}
	if len(bytes.TrimSpace(text[d.InputOffset():])) > 0 {
		return file.Blueprint, malformed
	}
	if file.Version != wire.AgendaVersion {
		return file.Blueprint, &session.Problem{Code: session.Invalid, Field: "version", Reason: session.Unknown, Limit: wire.AgendaVersion}
	}
	return file.Blueprint, nil
}

// unreadable names the field that an agenda cannot be read for; structs in structs have names in Go alone.
func unreadable(err error) *session.Problem {
	if of := (*json.UnmarshalTypeError)(nil); errors.As(err, &of) && of.Field != "" {
		path := slices.DeleteFunc(strings.Split(of.Field, "."), func(part string) bool { return part == "Blueprint" || part == "Activity" })
		return &session.Problem{Code: session.Invalid, Field: strings.Join(path, "/"), Reason: session.Malformed}
	}
	if name, is := strings.CutPrefix(err.Error(), `json: unknown field "`); is {
		return &session.Problem{Code: session.Invalid, Field: strings.TrimSuffix(name, `"`), Reason: session.Unknown}
	}
	return malformed
}
