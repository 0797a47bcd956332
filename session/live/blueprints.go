package live

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"verbindend/session"
)

// blueprintsID is the log that holds the agendas that facilitators keep. As with the directory, several servers agree on it by
// the rule of every log.
const blueprintsID = "blueprints"

// MaxBlueprints is how many agendas can be kept.
const MaxBlueprints = 100

// Blueprints keeps agendas to start sessions from. They are asked for a few times a day, so nothing of them is held in memory:
// each question reads the log, and what one server has kept every other one tells. The log is one batch, the list as it is, so that
// an agenda that is deleted is nowhere any more.
type Blueprints struct {
	log session.Log
	now func() time.Time
}

// A KeptBlueprint is an agenda under an id of its own.
type KeptBlueprint struct {
	ID      string            `json:"id"`
	Agenda  session.Blueprint `json:"agenda"`
	SavedAt time.Time         `json:"savedAt"`
}

// blueprintsKept is the only event of the log.
type blueprintsKept struct {
	Version int             `json:"v"`
	List    []KeptBlueprint `json:"list"`
}

// Blueprints are the agendas that are kept beside the sessions.
func (rs *Rooms) Blueprints() *Blueprints { return &Blueprints{rs.log, rs.now} }

// Blueprint gives the agenda of a session as it is now.
func (rs *Rooms) Blueprint(ctx context.Context, id string) (session.Blueprint, error) {
	return ask(ctx, rs, id, true, (*session.Session).Blueprint)
}

// List gives all agendas, by name.
func (b *Blueprints) List(ctx context.Context) ([]KeptBlueprint, error) {
	list, _, err := b.read(ctx)
	slices.SortStableFunc(list, func(x, y KeptBlueprint) int {
		return cmp.Compare(session.Normalise(x.Agenda.Name), session.Normalise(y.Agenda.Name))
	})
	return list, err
}

// Find gives one agenda; a *session.Problem when there is none.
func (b *Blueprints) Find(ctx context.Context, id string) (KeptBlueprint, error) {
	list, _, err := b.read(ctx)
	if err != nil {
		return KeptBlueprint{}, err
	}
	at, err := place(list, id)
	if err != nil {
		return KeptBlueprint{}, err
	}
	return list[at], nil
}

// Add keeps a new agenda.
func (b *Blueprints) Add(ctx context.Context, agenda session.Blueprint) (KeptBlueprint, error) {
	return b.put(ctx, strings.ToLower(rand.Text()[:20]), agenda, func(list []KeptBlueprint, kept KeptBlueprint) ([]KeptBlueprint, error) {
		if len(list) >= MaxBlueprints {
			return nil, &session.Problem{Code: session.Invalid, Field: "agendas", Reason: session.TooMany, Limit: MaxBlueprints}
		}
		return append(list, kept), nil
	})
}

// Replace makes a kept agenda another one, its name included.
func (b *Blueprints) Replace(ctx context.Context, id string, agenda session.Blueprint) (KeptBlueprint, error) {
	return b.put(ctx, id, agenda, func(list []KeptBlueprint, kept KeptBlueprint) ([]KeptBlueprint, error) {
		at, err := place(list, id)
		if err == nil {
			list[at] = kept
		}
		return list, err
	})
}

// Delete forgets an agenda. One that is not there is no error.
func (b *Blueprints) Delete(ctx context.Context, id string) error {
	return b.change(ctx, func(list []KeptBlueprint) ([]KeptBlueprint, error) {
		return slices.DeleteFunc(list, func(k KeptBlueprint) bool { return k.ID == id }), nil
	})
}

func (b *Blueprints) put(
	ctx context.Context, id string, agenda session.Blueprint, into func([]KeptBlueprint, KeptBlueprint) ([]KeptBlueprint, error),
) (KeptBlueprint, error) {
	checked, err := agenda.Checked()
	if err != nil {
		return KeptBlueprint{}, err
	}
	kept := KeptBlueprint{id, checked, b.now()}
	return kept, b.change(ctx, func(list []KeptBlueprint) ([]KeptBlueprint, error) { return into(list, kept) })
}

func place(list []KeptBlueprint, id string) (int, error) {
	at := slices.IndexFunc(list, func(k KeptBlueprint) bool { return k.ID == id })
	if at < 0 {
		return 0, &session.Problem{Code: session.NotFound, Field: "agenda", Reason: session.Unknown}
	}
	return at, nil
}

// change replaces the list; when somebody else did so at that moment, it begins again from what they made of it.
func (b *Blueprints) change(ctx context.Context, to func([]KeptBlueprint) ([]KeptBlueprint, error)) error {
	for range maxConflicts {
		list, end, err := b.read(ctx)
		if err != nil {
			return err
		}
		if list, err = to(list); err != nil {
			return err
		}
		encoded, err := json.Marshal(blueprintsKept{session.FormatVersion, list})
		if err != nil {
			return err
		}
		if end.Seq == 0 {
			err = b.log.Append(ctx, blueprintsID, end, 1, encoded)
		} else {
			err = b.log.Replace(ctx, blueprintsID, end, encoded)
		}
		if !errors.Is(err, session.ErrConflict) && !errors.Is(err, session.ErrLost) {
			if err != nil {
				err = fmt.Errorf("keep agendas: %w", err)
			}
			return err
		}
	}
	return errors.New("keep agendas: too many conflicts")
}

func (b *Blueprints) read(ctx context.Context) (list []KeptBlueprint, end session.Mark, err error) {
	for range maxConflicts {
		if list, end, err = b.readOnce(ctx); !errors.Is(err, session.ErrConflict) {
			break
		}
	}
	if err != nil {
		return nil, end, fmt.Errorf("read agendas: %w", err)
	}
	return list, end, nil
}

func (b *Blueprints) readOnce(ctx context.Context) (list []KeptBlueprint, end session.Mark, err error) {
	for batch, err := range b.log.Read(ctx, blueprintsID, 1) {
		if err != nil {
			return nil, end, err
		}
		var kept blueprintsKept
		if err := json.Unmarshal(batch.Bytes, &kept); err != nil {
			return nil, end, err
		}
		list, end = kept.List, batch.Mark()
	}
	return list, end, nil
}
