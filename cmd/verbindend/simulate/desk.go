package simulate

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// tippersAtMost bounds who gives a tip at one table: a scribe has no more than session.MaxTips to settle.
const tippersAtMost = 10

// sitsWith tells whether another phone sits at the same table.
func (p *phone) sitsWith(other int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.tables[other]
}

// A bench is one table: who sits at it, by number of the phone, and the values that it puts into words.
type bench struct {
	phones []*phone
	values []string
}

// scribe gives who has the pen: first one, then the next.
func (b bench) scribe(turn int) *phone { return b.phones[turn%len(b.phones)] }

// formulate lets everybody sit down, one at each table write and another take over the pen, and makes texts of it.
func (p *play) formulate(ctx context.Context) error {
	if _, err := p.opened(ctx, session.Formulate); err != nil {
		return err
	}
	var tables session.TablesItem
	for _, ph := range p.phones {
		if err := ph.visitor.Await(ctx, "the tables", func(v *visitor.View) (there bool) {
			tables, there = visitor.Item[session.TablesItem](v, "tables")
			return there && v.Now().Open
		}); err != nil {
			return err
		}
	}
	tables, err := p.shareOut(ctx, tables)
	if err != nil {
		return err
	}
	benches, err := p.sitDown(ctx, tables)
	if err != nil {
		return err
	}
	p.say("formulating: %d values at %d tables, within %s", len(tables.Values), tables.Tables, p.o.Window)
	for turn, act := range []string{string(session.Formulate), "pen"} {
		var deeds []openloop.Deed
		for _, b := range benches {
			deeds = append(deeds, b.writing(p, turn)...)
		}
		if err := p.act(ctx, act, deeds); err != nil {
			return err
		}
	}
	p.readDrafts(ctx, benches)
	sum, err := p.site(1).Results(ctx, p.created.ID)
	if err != nil {
		return err
	}
	p.sentry.read(sum)
	if err := p.lead(ctx, session.CloseActivity{}); err != nil {
		return err
	}
	if err := p.choose(ctx, tables); err != nil {
		return err
	}
	return p.settle(ctx, tables)
}

// shareOut gives the first value to all tables, so that there is something to choose from.
func (p *play) shareOut(ctx context.Context, tables session.TablesItem) (session.TablesItem, error) {
	if tables.Tables < 2 || len(tables.Values) == 0 {
		return tables, nil
	}
	plan := session.ArrangeTables{Tables: tables.Tables}
	for i, v := range tables.Values {
		at := session.ValueTables{ID: v.ID, Tables: v.Tables}
		if i == 0 {
			at.Tables = nil
			for table := 1; table <= tables.Tables; table++ {
				at.Tables = append(at.Tables, table)
			}
		}
		plan.Values = append(plan.Values, at)
		tables.Values[i].Tables = at.Tables
	}
	return tables, p.lead(ctx, plan)
}

// sitDown lets most people choose a table, some of them twice, and the host place the others.
func (p *play) sitDown(ctx context.Context, tables session.TablesItem) ([]bench, error) {
	var deeds []openloop.Deed
	for _, ph := range p.phones {
		chance := p.chance(seatChance, ph)
		if chance.IntN(6) == 0 {
			continue
		}
		for _, at := range moments(chance, 1+chance.IntN(4)/3, p.o.Window/2) {
			deeds = append(deeds, openloop.Deed{At: at, Do: func(due time.Time) {
				ph.did(session.TakeSeat{Table: 1 + chance.IntN(tables.Tables)}, due)
			}})
		}
	}
	if err := p.act(ctx, "seats", deeds); err != nil {
		return nil, err
	}
	if err := p.lead(ctx, session.AssignSeats{}); err != nil {
		return nil, err
	}
	benches := make([]bench, tables.Tables)
	for _, ph := range p.phones {
		at := 0
		if err := ph.visitor.Await(ctx, "a seat", func(v *visitor.View) bool {
			if v.Me != nil && v.Me.Table != nil {
				at = v.Me.Table.Table
			}
			return at > 0
		}); err != nil {
			return nil, err
		}
		if chosen, chose := last[session.TakeSeat](ph); chose && chosen.Table != at {
			p.findings = append(p.findings, finding{lost: 1, what: fmt.Sprintf("phone %d sat down at table %d, and is at %d", ph.number, chosen.Table, at)})
		}
		benches[at-1].phones = append(benches[at-1].phones, ph)
	}
	for i := range benches { // who sits where is known now
		b := &benches[i]
		for _, v := range tables.Values {
			if slices.Contains(v.Tables, i+1) {
				b.values = append(b.values, v.ID)
			}
		}
		company := map[int]bool{}
		for _, ph := range b.phones {
			company[ph.number] = true
		}
		for _, ph := range b.phones {
			ph.mu.Lock()
			ph.tables = company
			ph.mu.Unlock()
		}
	}
	return slices.DeleteFunc(benches, func(b bench) bool { return len(b.phones) == 0 }), nil
}

// phrasing gives words for a value, each with a mark.
func (p *phone) phrasing(chance *rand.Rand, i int) session.Phrasing {
	sign := func() string { i++; return " " + paperMark(drafts, p.number, i-1) }
	words := session.Phrasing{Sentence: "Wij doen wat wij zeggen." + sign(), When: []string{"Iemand belt terug" + sign(), "Wij vragen door" + sign()}}
	if chance.IntN(3) > 0 {
		words.When = append(words.When, "Fouten liggen op tafel"+sign())
	}
	words.Unless = "Wij praten over elkaar" + sign()
	return words
}

// writing plans one turn of a table: the scribe takes the pen and writes each value, twice in the first turn; the others give tips
// in the first, which are settled in the second.
func (b bench) writing(p *play, turn int) []openloop.Deed {
	scribe := b.scribe(turn)
	chance := p.chance(penChance+turn, scribe)
	deeds := []openloop.Deed{{Do: func(due time.Time) { scribe.did(session.TakePen{Sure: turn > 0}, due) }}}
	versions := 2 - turn
	at := moments(chance, versions*len(b.values), p.o.Window)
	for i, when := range at {
		words := scribe.phrasing(chance, 5*((i+turn)%5))
		deeds = append(deeds, openloop.Deed{At: when, Do: func(due time.Time) {
			scribe.did(session.WriteDraft{Value: b.values[i%len(b.values)], Phrasing: words}, due)
		}})
	}
	for i, other := range b.phones {
		if other == b.scribe(0) || i >= tippersAtMost || len(b.values) == 0 {
			continue
		}
		tip := session.Tip{
			ID: fmt.Sprintf("tip%d", other.number), Value: b.values[i%len(b.values)], Part: session.LacksBehaviours,
			Text: "Zeg het hardop " + paperMark(drafts, other.number, cardsPerPerson-1),
		}
		do := openloop.Deed{At: p.o.Window / 2, Do: func(due time.Time) { other.did(session.GiveTip{Tip: tip}, due) }}
		if turn > 0 {
			do.Do = func(due time.Time) { scribe.did(session.SettleTip{ID: tip.ID}, due) }
		}
		deeds = append(deeds, do)
	}
	return scribe.mayCut(chance, deeds, p.o.Cut, p.o.Window)
}

// readDrafts checks that the host and everybody at a table have what its scribes wrote last, and no tip that was settled.
func (p *play) readDrafts(ctx context.Context, benches []bench) {
	p.written = map[string]session.Phrasing{}
	for _, b := range benches {
		own := map[string]session.Phrasing{}
		for turn := range 2 {
			for _, c := range kept[session.WriteDraft](b.scribe(turn)) {
				own[c.Value] = c.Phrasing
			}
		}
		var table int
		for _, ph := range b.phones {
			p.shows(ctx, ph.visitor, "the drafts of its table", func(v *visitor.View) bool {
				if v.Me == nil || v.Me.Table == nil || len(v.Me.Table.Tips) > 0 {
					return false
				}
				table = v.Me.Table.Table
				got := map[string]session.Phrasing{}
				for _, d := range v.Me.Table.Drafts {
					got[d.Value] = d.Phrasing
				}
				return maps.EqualFunc(got, own, samePhrasing)
			})
		}
		for value, words := range own {
			p.written[fmt.Sprintf("%s/%d", value, table)] = words
		}
	}
	p.shows(ctx, p.host, fmt.Sprintf("%d drafts", len(p.written)), func(v *visitor.View) bool {
		got := map[string]session.Phrasing{}
		for id, draft := range family[session.DraftItem](v, "draft/") {
			got[id] = draft.Phrasing
		}
		return maps.EqualFunc(got, p.written, samePhrasing)
	})
}

func samePhrasing(a, b session.Phrasing) bool {
	return a.Sentence == b.Sentence && a.Unless == b.Unless && slices.Equal(a.When, b.When)
}

// settle shows the drafts of the first value on the screen, and makes a draft of each value its final text; one is edited once more.
func (p *play) settle(ctx context.Context, tables session.TablesItem) error {
	for i, v := range tables.Values {
		chosen := 0
		for _, table := range v.Tables {
			words, there := p.written[fmt.Sprintf("%s/%d", v.ID, table)]
			if !there {
				continue
			}
			if i == 0 {
				p.sentry.hand(drafts, words.Whole(), session.Screen)
			}
			if chosen == 0 {
				chosen = table
			}
		}
		if chosen == 0 {
			continue
		}
		if i == 0 {
			if err := p.lead(ctx, session.ShowDrafts{Value: v.ID}); err != nil {
				return err
			}
			p.shows(ctx, p.screen, "the drafts side by side", func(view *visitor.View) bool {
				_, there := view.Items[fmt.Sprintf("draft/%s/%d", v.ID, chosen)]
				return there
			})
		}
		words := p.written[fmt.Sprintf("%s/%d", v.ID, chosen)]
		p.sentry.hand(drafts, words.Whole(), session.Screen, session.Participant, reader)
		final := session.SettleText{Value: v.ID, Phrasing: words, Table: chosen}
		if err := p.lead(ctx, final); err != nil {
			return err
		}
		if i == len(tables.Values)-1 {
			final.Name, final.When = v.Name+" in woorden", final.When[:session.MinBehaviours]
			if err := p.lead(ctx, final); err != nil {
				return err
			}
		}
		if final.Name == "" {
			final.Name = v.Name
		}
		p.finals = append(p.finals, final)
	}
	return nil
}
