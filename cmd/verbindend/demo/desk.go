package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

var (
	untilSeat  = span{1 * time.Second, 8 * time.Second}
	untilLine  = span{4 * time.Second, 8 * time.Second} // thinking of a line and typing it
	readDrafts = 12 * time.Second
)

// formulate lets everybody sit down and each table write. Then the host shows what the tables wrote, value by value, and settles
// on a text.
func (g *group) formulate(ctx context.Context, _ session.Activity) error {
	var tables session.TablesItem
	if err := g.host.Await(ctx, "the tables", func(v *visitor.View) bool {
		tables, _ = visitor.Item[session.TablesItem](v, "tables")
		return tables.Tables > 0
	}); err != nil {
		return err
	}
	seated := func(ctx context.Context, p *person) error {
		if err := p.take(ctx, untilSeat); err != nil || p.waits(tables) {
			return err
		}
		return p.visitor.Do(ctx, session.TakeSeat{Table: 1 + p.number%tables.Tables})
	}
	if err := g.together(ctx, seated); err != nil {
		return err
	}
	if err := g.host.Do(ctx, session.AssignSeats{}); err != nil {
		return err
	}
	return g.together(ctx, func(ctx context.Context, p *person) error { return p.formulate(ctx, tables) })
}

// waits tells whether somebody waits to be given a table: one in six of those who read along.
func (p *person) waits(tables session.TablesItem) bool {
	return p.number >= 2*tables.Tables && p.number%6 == 5
}

// formulate writes for one's table, or gives whoever writes a tip. The first of each table is its scribe, the next has the tip.
func (p *person) formulate(ctx context.Context, tables session.TablesItem) error {
	table := 1 + p.number%tables.Tables
	turn := p.number / tables.Tables
	if turn > 1 {
		return nil // reads along
	}
	for i, value := range tables.Values {
		t, known := themeCalled(value.Name)
		if !known || !slices.Contains(value.Tables, table) {
			continue
		}
		var err error
		if turn == 0 {
			err = p.draft(ctx, value.ID, t, table != value.Tables[0])
		} else {
			err = p.tip(ctx, fmt.Sprintf("tip%d-%d", p.number, i), value.ID, t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// draft writes a value line by line; a table that shares it with another does not get to the end.
func (p *person) draft(ctx context.Context, value string, t theme, short bool) error {
	if err := p.visitor.Do(ctx, session.TakePen{}); err != nil {
		return err
	}
	lang := p.group.o.Lang
	words := session.Phrasing{When: []string{}}
	lines := []func(){
		func() { words.Sentence = t.sentence.In(lang) },
		func() { words.When = append(words.When, t.when[0].In(lang)) },
		func() { words.When = append(words.When, t.when[1].In(lang)) },
		func() { words.Unless = t.unless.In(lang) },
	}
	if short {
		lines = lines[:2]
	}
	for _, line := range lines {
		if err := p.take(ctx, untilLine); err != nil {
			return err
		}
		line()
		if err := p.visitor.Do(ctx, session.WriteDraft{Value: value, Phrasing: words}); err != nil {
			return err
		}
	}
	return p.takeOver(ctx, value, words)
}

// takeOver puts the tips for a value into its text, as far as there is room.
func (p *person) takeOver(ctx context.Context, value string, words session.Phrasing) error {
	var tips []session.Tip
	p.visitor.Look(func(v *visitor.View) {
		if v.Me != nil && v.Me.Table != nil {
			tips = slices.Clone(v.Me.Table.Tips)
		}
	})
	for _, tip := range tips {
		if tip.Value != value || len(words.When) == session.MaxBehaviours {
			continue
		}
		words.When = append(words.When, tip.Text)
		if err := p.visitor.Do(ctx, session.WriteDraft{Value: value, Phrasing: words}); err != nil {
			return err
		}
		if err := p.visitor.Do(ctx, session.SettleTip{ID: tip.ID}); err != nil {
			return err
		}
	}
	return nil
}

func (p *person) tip(ctx context.Context, id, value string, t theme) error {
	if err := p.take(ctx, untilLine); err != nil {
		return err
	}
	tip := session.Tip{ID: id, Value: value, Part: session.LacksBehaviours, Text: t.when[2].In(p.group.o.Lang)}
	return p.visitor.Do(ctx, session.GiveTip{Tip: tip})
}

// deskOf names the draft of the first table that has a value.
func deskOf(value session.TableValue) string { return fmt.Sprintf("%s/%d", value.ID, value.Tables[0]) }

// settle shows the drafts of each value and makes that of its first table the final text. It comes after the writing.
func (g *group) settle(ctx context.Context, _ session.Activity) error {
	var tables session.TablesItem
	var drafts map[string]session.DraftItem
	if err := g.host.Await(ctx, "the drafts", func(v *visitor.View) bool {
		tables, _ = visitor.Item[session.TablesItem](v, "tables")
		drafts = items[session.DraftItem](v, "draft/")
		return !slices.ContainsFunc(tables.Values, func(value session.TableValue) bool {
			_, known := themeCalled(value.Name)
			return known && drafts[deskOf(value)].Unless == ""
		})
	}); err != nil {
		return err
	}
	for _, value := range tables.Values {
		draft, written := drafts[deskOf(value)]
		if !written {
			continue
		}
		if err := g.host.Do(ctx, session.ShowDrafts{Value: value.ID}); err != nil {
			return err
		}
		if err := g.rest(ctx, readDrafts); err != nil {
			return err
		}
		if err := g.host.Do(ctx, session.SettleText{Value: value.ID, Phrasing: draft.Phrasing, Table: draft.Table}); err != nil {
			return err
		}
	}
	if err := g.host.Do(ctx, session.ShowDrafts{}); err != nil {
		return err
	}
	return g.rest(ctx, readDrafts)
}
