package simulate

import (
	"fmt"
	"math/rand/v2"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

// What the host of a session of all activities types in from paper, for people without a phone.
const (
	paperCards   = 3 // one of them is changed afterwards, and one taken away
	paperBallots = 3 // in each round; one of them is typed in again, and one taken away
)

// A paper is the stack beside the host's laptop.
type paper struct {
	cards   []*written
	meant   map[string]session.DeckValue // normalised wording → the value it stands for
	ballots []typed
}

// typed is a ballot as it was typed in last; nil dots: taken away.
type typed struct {
	round int
	id    string
	dots  map[string]int
	sent  *visitor.Sent
}

func (p *play) typing() *rand.Rand {
	return rand.New(rand.NewPCG(p.o.Seed, uint64(p.number)<<8|uint64(p.round)|1<<40))
} //nolint:gosec // play, no secret

// typeCards plans what the host types in while people write. Its marks are those of a phone after the last: no phone may see them.
func (p *play) typeCards() []openloop.Deed {
	if !p.o.Activities {
		return nil
	}
	chance, nobody := p.typing(), len(p.phones)
	p.paper.meant = map[string]session.DeckValue{}
	var deeds []openloop.Deed
	for i, thought := range p.crowd.Think(chance, paperCards) {
		w := &written{id: fmt.Sprintf("paper-%d", i)}
		p.paper.cards = append(p.paper.cards, w)
		text := thought.Text + " " + mark(nobody, i)
		p.paper.meant[session.Normalise(text)] = thought.Value
		do := func(at time.Duration, text string, c session.Command) {
			deeds = append(deeds, openloop.Deed{At: at, Do: func(time.Time) {
				s := p.host.Send(c)
				p.host0 = append(p.host0, s)
				w.changes = append(w.changes, change{text: text, sent: s})
			}})
		}
		do(p.o.Window/4, text, session.AddPaperCard{ID: w.id, Text: text})
		switch i {
		case 1:
			other := p.crowd.Think(chance, 1)[0]
			changed := other.Text + " " + mark(nobody, paperCards+i)
			p.paper.meant[session.Normalise(changed)] = other.Value
			do(p.o.Window*2/3, changed, session.EditCard{ID: w.id, Text: changed})
		case 2:
			do(p.o.Window*3/4, "", session.RemoveCard{ID: w.id})
		}
	}
	return deeds
}

// typeBallots types in ballots for the round that is open, and waits for the answers.
func (p *play) typeBallots(ballot session.BallotItem) []openloop.Deed {
	if !p.o.Activities {
		return nil
	}
	chance := p.typing()
	var deeds []openloop.Deed
	for i := range paperBallots {
		id := fmt.Sprintf("paper-%d-%d", ballot.Round, i)
		do := func(at time.Duration, dots map[string]int, c session.Command) {
			deeds = append(deeds, openloop.Deed{At: at, Do: func(time.Time) {
				s := p.host.Send(c)
				p.host0 = append(p.host0, s)
				p.paper.ballots = append(p.paper.ballots, typed{ballot.Round, id, dots, s})
			}})
		}
		enter := func(at time.Duration) {
			dots := fill(p.crowd, chance, ballot)
			if len(dots) == 0 { // an empty ballot is not typed in
				dots = map[string]int{ballot.Options[0].ID: 1}
			}
			do(at, dots, session.EnterPaper{Round: ballot.Round, PaperBallot: session.PaperBallot{ID: id, Dots: dots}})
		}
		enter(p.o.Window / 4)
		switch i {
		case 1:
			enter(p.o.Window / 2)
		case 2:
			do(p.o.Window/2, nil, session.RemovePaper{Round: ballot.Round, ID: id})
		}
	}
	return deeds
}

// counted gives the ballots of a round that the server has acknowledged as they count.
func (p paper) counted(round int) (ballots []map[string]int) {
	last := map[string]map[string]int{}
	var order []string
	for _, b := range p.ballots {
		if b.round != round || b.sent.Acked.IsZero() {
			continue
		}
		if _, known := last[b.id]; !known {
			order = append(order, b.id)
		}
		last[b.id] = b.dots
	}
	for _, id := range order {
		if dots := last[id]; dots != nil {
			ballots = append(ballots, dots)
		}
	}
	return ballots
}

// kept gives the words of the cards on paper that were promised to be kept.
func (p paper) kept() (texts []string) {
	for _, w := range p.cards {
		if text := w.text(); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}
