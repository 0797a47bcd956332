package simulate

import (
	"context"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"sync"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// Writing in the open: people say of each card whether others may see it while they write. First the host reads what they said yes
// to and lets it through, then it is seen at once.

// openMarks is where the marks of cards that are written in the open begin; each card may be given other words once.
const (
	openMarks = 24
	openCards = 2 // by each phone at most: one while the host reads along, one after that
)

// glimpsed knows which cards others may see while people write, by their marks.
type glimpsed struct {
	mu  sync.Mutex
	may map[int]bool
}

// show says that others may see the cards with the marks in a text from now on.
func (g *glimpsed) show(text string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.may == nil {
		g.may = map[int]bool{}
	}
	for _, mark := range marksIn([]byte(text), markSign) {
		g.may[mark] = true
	}
}

// all tells whether others may see all cards with these marks.
func (g *glimpsed) all(marks []int) bool {
	if len(marks) == 0 {
		return true
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return !slices.ContainsFunc(marks, func(mark int) bool { return !g.may[mark] })
}

// opening plans what a phone writes in the open: one card, now and then with other words later or gone again, and with another answer to
// whether it may be seen. Where nobody reads along, whoever says yes is seen at once.
func (p *phone) opening(pl *play, held bool) []openloop.Deed {
	o, turn := pl.o, 0
	if !held {
		turn = 1
	}
	chance := pl.chance(openChance+turn, p)
	if chance.IntN(4) == 0 {
		return nil // not everybody writes more
	}
	sight := func() session.Sight {
		if chance.IntN(3) > 0 {
			return session.Seen
		}
		return session.Unseen
	}
	w := &written{id: fmt.Sprintf("o%d-%d", p.number, turn), held: held}
	p.cards = append(p.cards, w)
	var deeds []openloop.Deed
	do := func(at time.Duration, text string, sight session.Sight, c session.Command) {
		deeds = append(deeds, openloop.Deed{At: at, Do: func(due time.Time) {
			if !held && sight == session.Seen {
				pl.sentry.seen.show(text)
			}
			w.changes = append(w.changes, change{text, sight, p.visitor.SendAt(c, due)})
		}})
	}
	at := moments(chance, 2, o.Window)
	think := func(i int) string {
		thought := pl.crowd.Think(chance, 1)[0]
		text := thought.Text + " " + mark(p.number, openMarks+turn*openCards+i)
		p.meant[session.Normalise(text)] = thought.Value
		return text
	}
	text, yes := think(0), sight()
	do(at[0], text, yes, session.AddCard{ID: w.id, Text: text, Sight: yes})
	switch chance.IntN(5) {
	case 0:
		text, yes := think(1), sight()
		do(at[1], text, yes, session.EditCard{ID: w.id, Text: text, Sight: yes})
	case 1:
		do(at[1], text, session.Unseen, session.EditCard{ID: w.id, Text: text}) // rather not, after all
	case 2:
		do(at[1], "", session.Unseen, session.RemoveCard{ID: w.id})
	}
	return p.mayCut(chance, deeds, o.Cut, o.Window)
}

// inTheOpen goes on writing in the open.
func (p *play) inTheOpen(ctx context.Context, act session.Activity) error {
	act.Mode, act.Hold = session.InOpen, true
	act.Limit += openCards
	if err := p.writeOn(ctx, act); err != nil {
		return err
	}
	waiting := p.openCards(func(w *written) bool { return w.sight() == session.Seen })
	p.shows(ctx, p.host, fmt.Sprintf("%d cards that wait to be let through", len(waiting)), func(v *visitor.View) bool {
		got := map[string]string{}
		for id, card := range family[session.CardItem](v, "card/") {
			if card.Sight == session.Held {
				got[id] = card.Text
			}
		}
		return maps.Equal(got, waiting)
	})
	if err := p.letThrough(ctx, waiting); err != nil {
		return err
	}
	act.Hold = false
	if err := p.writeOn(ctx, act); err != nil {
		return err
	}
	p.glimpse(ctx)
	return nil
}

// writeOn changes how people write, and lets them.
func (p *play) writeOn(ctx context.Context, act session.Activity) error {
	if err := p.lead(ctx, session.EditActivity{Activity: act}); err != nil {
		return err
	}
	for _, ph := range p.phones {
		if err := ph.visitor.Await(ctx, "to write in the open", func(v *visitor.View) bool {
			now := v.Now()
			return now.Mode == act.Mode && now.Hold == act.Hold
		}); err != nil {
			return err
		}
	}
	p.say("in the open, read along: %t", act.Hold)
	var deeds []openloop.Deed
	for _, ph := range p.phones {
		deeds = append(deeds, ph.opening(p, act.Hold)...)
	}
	name := "open"
	if act.Hold {
		name = "held"
	}
	return p.act(ctx, name, deeds)
}

// openCards gives the words of all cards that are there and of which something is so, by id.
func (p *play) openCards(is func(*written) bool) map[string]string {
	all := map[string]string{}
	for _, ph := range p.phones {
		for _, w := range ph.cards {
			if text := w.text(); text != "" && is(w) {
				all[w.id] = session.Clean(text)
			}
		}
	}
	return all
}

// letThrough lets through what waits, except the last card, and one that the host has read with other words than it has.
func (p *play) letThrough(ctx context.Context, waiting map[string]string) error {
	through, stale := map[string]string{}, ""
	ids := slices.Sorted(maps.Keys(waiting))
	for i, id := range ids {
		switch through[id] = waiting[id]; {
		case i == len(ids)-1 && i > 0:
			delete(through, id)
		case i == 0 && len(ids) > 3:
			through[id], stale = "Gelezen voor het veranderde", id
		}
	}
	p.through = map[string]bool{}
	for id, text := range through {
		if id != stale {
			p.through[id] = true
			p.sentry.seen.show(text)
		}
	}
	if err := p.lead(ctx, session.LetThrough{Cards: through}); err != nil {
		return err
	}
	p.glimpse(ctx)
	return nil
}

// isSeen tells whether others may see a card while people write.
func (p *play) isSeen(w *written) bool {
	return w.sight() == session.Seen && (!w.held || p.through[w.id])
}

// glimpse checks that screen and phones see what they may, and nothing of it is lost: as many different wordings as there is room for.
func (p *play) glimpse(ctx context.Context) {
	room := map[uint32]map[string]bool{}
	for _, text := range p.openCards(p.isSeen) {
		h := fnv.New32a()
		h.Write([]byte(session.Normalise(text)))
		at := h.Sum32() % session.Glimpses
		if room[at] == nil {
			room[at] = map[string]bool{}
		}
		room[at][session.Normalise(text)] = true
	}
	as := func(v *visitor.View) bool {
		got := family[session.GlimpseItem](v, "glimpse/")
		for at, norms := range room {
			words := got[fmt.Sprint(at)].Words
			if len(words) != min(len(norms), session.GlimpseWords) || slices.ContainsFunc(words, func(w string) bool { return !norms[session.Normalise(w)] }) {
				return false
			}
		}
		return len(got) == len(room)
	}
	p.shows(ctx, p.screen, "what others may see of the writing", as)
	for _, ph := range p.phones {
		p.shows(ctx, ph.visitor, "what others may see of the writing", as)
	}
}
