package reports

import (
	"strconv"

	"verbindend/session"
)

// ranking shows all values of the ballot, a line under the top, and how sure it is.
func (b outliner) ranking() []Block {
	if !b.voted() {
		return append([]Block{Heading{b.t.ranking, b.noRanking()}}, b.rounds()...)
	}
	v := b.sum.Vote
	blocks := []Block{Heading{b.t.ranking, b.rankingIntro()}}
	if len(v.Through) > 0 {
		blocks = append(blocks, Paragraph{Text: b.wentThrough(*v)})
	}
	most, inTop, same := 1, 0, map[int]int{}
	for _, o := range v.Options {
		if v.Method == "" {
			most = max(most, o.Dots)
		}
		same[o.Rank]++
		if o.InTop {
			inTop++
		}
	}
	drawn := false
	for _, o := range v.Options {
		if !o.InTop && !drawn {
			blocks, drawn = append(blocks, Cut{b.cutText(inTop)}), true
		}
		blocks = append(blocks, b.bar(o, most, same[o.Rank] > 1))
	}
	blocks = append(append(blocks, b.minority()...), b.certainty()...)
	return append(blocks, b.rounds()...)
}

func (b outliner) cutText(inTop int) string {
	v := b.sum.Vote
	switch {
	case inTop > v.Top:
		return sentence(b.t.cutTies, b.t.number(v.Top), b.t.number(inTop))
	case inTop < v.Top:
		return sentence(b.t.cutFewer, b.t.count(inTop, b.t.values))
	}
	return sentence(b.t.cutAll, b.t.number(v.Top))
}

func (b outliner) bar(o session.OptionResult, most int, shared bool) Block {
	bar := Bar{
		Place: b.t.number(o.Rank), Name: b.name(o.Name), Dots: o.Dots, Voters: o.Voters,
		Share: b.length(o, most), Top: o.InTop, Label: b.given(o, *b.sum.Vote),
	}
	place := ""
	if shared {
		place = b.t.sharedPlace
	}
	if o.Band != "" && o.RankLow > 0 {
		bar.From, bar.To, bar.Of = o.RankLow, o.RankHigh, len(b.sum.Vote.Options)
	}
	bar.Detail, bar.Interval = join(place, b.t.bands[o.Band]), b.interval(o)
	return bar
}

// interval is the rank interval in words; "" when it is not known.
func (b outliner) interval(o session.OptionResult) string {
	switch {
	case o.Band == "" || o.RankLow == 0:
		return ""
	case o.RankLow == o.RankHigh:
		return sentence(b.t.place, b.t.number(o.RankLow))
	}
	return sentence(b.t.places, b.t.number(o.RankLow), b.t.number(o.RankHigh))
}

func (b outliner) certainty() []Block {
	v := b.sum.Vote
	blocks := []Block{Label{b.t.sure}}
	switch {
	case v.Certainty != nil:
		blocks = append(blocks, Paragraph{Note: true, Text: sentence(b.t.sureText, b.t.number(v.Certainty.Resamples), b.t.count(v.Ballots, b.t.ballots))})
		var rows []Fact
		for _, band := range []session.Band{session.AlmostCertain, session.Likely, session.Doubtful, session.Unlikely} {
			rows = append(rows, Fact{Name: b.t.bands[band], Text: b.t.bandsLong[band]})
		}
		return append(blocks, Facts{Rows: rows, Small: true}, Paragraph{sentence(b.t.seed, strconv.FormatUint(v.Certainty.Seed, 10)), true})
	case v.Ballots < session.MinBallots:
		return append(blocks, Paragraph{Text: sentence(b.t.sureFew, b.t.number(session.MinBallots))})
	}
	return append(blocks, Paragraph{Text: b.t.sureLater})
}
