package reports

import (
	"cmp"
	"maps"
	"slices"

	"verbindend/session"
)

// A chosen value is an option of the round that counts or of one that it followed on, as it is told on page one.
type chosen struct {
	session.Standing
	line   string // what the room gave it, and how sure that is
	goesOn bool
}

// told lists the options of the round that counts, and what went on by those that it followed on, by their place.
func (b outliner) told() []chosen {
	var list []chosen
	for _, one := range b.sum.Standings() {
		is := func(o session.Named) bool { return o.ID == one.ID }
		if goesOn := slices.ContainsFunc(b.sum.Vote.Chosen(), is); goesOn || one.In.Round == b.sum.Vote.Round {
			list = append(list, chosen{one, join(b.given(one.OptionResult, one.In), b.t.bands[one.Band]), goesOn})
		}
	}
	return list
}

// chosen lists what goes on.
func (b outliner) chosen() []chosen {
	return slices.DeleteFunc(b.told(), func(c chosen) bool { return !c.goesOn })
}

// given is what the room gave an option, in words.
func (b outliner) given(o session.OptionResult, in session.Result) string {
	t := b.t.rounds
	switch {
	case in.Method == session.ByScore && o.Voters == 0:
		return t.noScore
	case in.Method == session.ByScore:
		return sentence(t.mean, b.decimal(o.Mean), b.t.count(o.Voters, b.t.people))
	case in.Method == session.ByRank && len(o.Beats) == 0:
		return t.beatsNone
	case in.Method == session.ByRank:
		first, more := o.Beats[0], len(o.Beats)-1
		line := sentence(t.beats, b.optionName(in, first.Over), b.t.number(first.For), b.t.number(first.Against))
		if more > 0 {
			line += ", " + sentence(t.beatsMore.of(more), b.t.number(more))
		}
		return line
	case o.Dots == 0:
		return b.t.noDots
	}
	return sentence(b.t.dotsOfPeople, b.t.count(o.Dots, b.t.dots), b.t.count(o.Voters, b.t.people))
}

func (b outliner) optionName(in session.Result, id string) string {
	at := slices.IndexFunc(in.Options, func(o session.OptionResult) bool { return o.ID == id })
	if at < 0 {
		return b.t.unnamed
	}
	return b.name(in.Options[at].Name)
}

// length is how long the bar of an option is, 0–1: by its dots, its mean score, or the options that it beats.
func (b outliner) length(o session.OptionResult, most int) float64 {
	switch b.sum.Vote.Method {
	case session.ByScore:
		return o.Mean / session.BestScore
	case session.ByRank:
		return float64(len(o.Beats)) / float64(max(1, len(b.sum.Vote.Options)-1))
	}
	return float64(o.Dots) / float64(most)
}

func (b outliner) rankingIntro() string {
	return cmp.Or(b.t.rounds.intros[b.sum.Vote.Method], b.seen(b.t.rankingIntro, b.t.rankingWeb))
}

func (b outliner) wentThrough(v session.Result) string {
	return sentence(b.t.rounds.through, b.named(v.Through))
}

func (b outliner) ballotSum(v session.Result) string {
	values := b.t.count(len(v.Options), b.t.values)
	if text := b.t.rounds.ballots[v.Method]; text != "" {
		return sentence(text, values)
	}
	return sentence(b.t.ballotSum, values, b.t.count(v.Dots, b.t.dots), b.t.number(v.PerOption))
}

func (b outliner) named(list []session.Named) string {
	names := make([]string, len(list))
	for i, one := range list {
		names[i] = b.name(one.Name)
	}
	return b.listed(names)
}

// rounds tells which rounds were held, how each was counted and what came of it; nothing when there was one.
func (b outliner) rounds() []Block {
	if len(b.sum.Rounds) == 0 {
		return nil
	}
	lines := map[int]string{}
	for _, held := range b.sum.Rounds {
		lines[held.Vote.Round] = b.round(held.Vote)
	}
	if b.sum.Vote != nil {
		lines[b.sum.Vote.Round] = b.round(*b.sum.Vote)
	}
	for _, c := range b.sum.Cancelled {
		lines[c.Round] = sentence(b.t.rounds.cancelled, b.t.number(c.Round), b.t.count(c.Ballots, b.t.ballots))
	}
	var list List
	for _, round := range slices.Sorted(maps.Keys(lines)) {
		list.Items = append(list.Items, lines[round])
	}
	return []Block{Label{b.t.rounds.title}, list}
}

func (b outliner) round(v session.Result) string {
	t := b.t.rounds
	text := sentence(t.held, b.t.number(v.Round), t.methods[cmp.Or(v.Method, session.ByDots)], t.among[v.Among], b.t.count(v.Ballots, b.t.ballots))
	if names := b.named(v.Chosen()); names != "" {
		text += " " + sentence(t.wentOn, names)
	} else {
		text += " " + t.nothing
	}
	if tied, _ := v.TiedAtCut(); len(tied) > 0 {
		var names []session.Named
		for _, o := range tied {
			names = append(names, session.Named{ID: o.ID, Name: o.Name})
		}
		text += " " + sentence(t.tied, b.named(names))
	}
	return text
}
