package simulate

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// choosing plans what a phone prefers: one draft, now and then another later, or none.
func (p *phone) choosing(pl *play, choice session.ChoiceItem) []openloop.Deed {
	chance := pl.chance(choiceChance, p)
	var deeds []openloop.Deed
	for _, at := range moments(chance, chance.IntN(3), pl.o.Window) {
		table := 0
		if i := chance.IntN(len(choice.Drafts) + 1); i < len(choice.Drafts) {
			table = choice.Drafts[i].Table
		}
		deeds = append(deeds, openloop.Deed{At: at, Do: func(due time.Time) { p.did(session.ChooseDraft{Round: choice.Round, Table: table}, due) }})
	}
	return p.mayCut(chance, deeds, pl.o.Cut, pl.o.Window)
}

// choose lets the room choose between the drafts of the first value that several tables wrote.
func (p *play) choose(ctx context.Context, tables session.TablesItem) error {
	value, want := "", session.RoomChoice{Joined: len(p.phones), Best: []int{}}
	words := map[int]session.Phrasing{}
	for _, v := range tables.Values {
		clear(words)
		for _, table := range v.Tables {
			if draft, there := p.written[fmt.Sprintf("%s/%d", v.ID, table)]; there {
				words[table] = draft
			}
		}
		if len(words) > 1 {
			value = v.ID
			break
		}
	}
	if value == "" {
		return nil // one table, or each its own values: there is nothing to choose
	}
	for _, draft := range words {
		p.sentry.hand(drafts, draft.Whole(), session.Screen, session.Participant)
	}
	if err := p.lead(ctx, session.OpenChoice{Value: value}); err != nil {
		return err
	}
	var item session.ChoiceItem
	for _, ph := range p.phones {
		if err := ph.visitor.Await(ctx, "the drafts to choose from", func(v *visitor.View) (there bool) {
			item, there = visitor.Item[session.ChoiceItem](v, "choice")
			return there && item.Open && item.Value == value
		}); err != nil {
			return err
		}
	}
	p.say("choosing between %d drafts, within %s", len(item.Drafts), p.o.Window)
	var deeds []openloop.Deed
	for _, ph := range p.phones {
		deeds = append(deeds, ph.choosing(p, item)...)
	}
	if err := p.act(ctx, "choose", deeds); err != nil {
		return err
	}
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	p.sentry.read(sum)
	p.tally(&want, item)
	p.shows(ctx, p.screen, fmt.Sprintf("%d phones to have chosen", want.Chosen), func(v *visitor.View) bool {
		progress, _ := visitor.Item[session.ProgressItem](v, "progress")
		return progress.Done == want.Chosen
	})
	p.sentry.roomHasSaid.Store(true)
	if err := p.lead(ctx, session.CloseChoice{}); err != nil {
		return err
	}
	p.rooms = map[string]session.RoomChoice{value: want}
	told := func(v *visitor.View) bool {
		item, _ := visitor.Item[session.ChoiceItem](v, "choice")
		return item.Room != nil && sameRoom(*item.Room, want)
	}
	p.shows(ctx, p.host, "what the room chose", told)
	p.shows(ctx, p.screen, "what the room chose", told)
	return nil
}

// tally counts what was acknowledged.
func (p *play) tally(want *session.RoomChoice, item session.ChoiceItem) {
	n, most := map[int]int{}, 0
	for _, ph := range p.phones {
		if chosen, did := last[session.ChooseDraft](ph); did {
			want.Chosen++
			if n[chosen.Table]++; chosen.Table > 0 {
				most = max(most, n[chosen.Table])
			}
		}
	}
	want.None = n[0]
	for _, draft := range item.Drafts {
		want.Drafts = append(want.Drafts, session.DraftCount{Table: draft.Table, N: n[draft.Table]})
		if most > 0 && n[draft.Table] == most {
			want.Best = append(want.Best, draft.Table)
		}
	}
}

func sameRoom(a, b session.RoomChoice) bool {
	return a.Chosen == b.Chosen && a.Joined == b.Joined && a.None == b.None && slices.Equal(a.Drafts, b.Drafts) && slices.Equal(a.Best, b.Best)
}

// checkRooms compares what the room chose between drafts.
func checkRooms(want promise, got session.Summary, add report) {
	for _, f := range got.Formulations {
		room, chose := want.rooms[f.Value]
		switch {
		case f.Room == nil:
			add(room.Chosen, 0, "what the room chose for %q is not there", f.Name)
		case !chose:
			add(0, f.Room.Chosen, "the room chose for %q, which was never asked", f.Name)
		case !sameRoom(*f.Room, room):
			add(max(room.Chosen-f.Room.Chosen, 1), max(f.Room.Chosen-room.Chosen, 0), "the room chose %s for %q, and the results say %s", asJSON(room), f.Name, asJSON(*f.Room))
		}
	}
}

func asJSON(v any) string {
	raw, _ := json.Marshal(v) // of plain numbers
	return string(raw)
}
