package rehearsal

import (
	"fmt"
	"strconv"
	"time"

	"verbindend/session"
)

// How long people take at a table.
var (
	untilSeat = span{2 * time.Second, 12 * time.Second}
	untilPen  = span{2 * time.Second, 20 * time.Second} // until somebody says: I write
	untilLine = span{8 * time.Second, 25 * time.Second}
	untilTip  = span{15 * time.Second, 60 * time.Second}
)

// lines is how many steps a draft is written in: the sentence, two behaviours, and what is not seen.
const lines = 4

// formulates sits down at a table; whoever has the pen writes line by line, the others send a tip.
func (p *player) formulates() []wish {
	tables := item[session.TablesItem](p, "tables")
	own := p.me.Table
	if own == nil {
		seat := 1 + p.number%max(1, tables.Tables)
		return []wish{{"seat/" + strconv.Itoa(tables.Tables), untilSeat, func() session.Command { return session.TakeSeat{Table: seat} }}}
	}
	var list []wish
	if own.Pen == session.PenFree {
		list = append(list, wish{fmt.Sprintf("pen/%d", own.Table), untilPen, func() session.Command { return session.TakePen{} }})
	}
	if own.Pen == session.PenYours {
		for _, tip := range own.Tips {
			list = append(list, wish{"settle/" + tip.ID, untilLine, func() session.Command { return session.SettleTip{ID: tip.ID} }})
		}
	}
	for _, v := range tables.Values {
		if !sits(own.Table, v) {
			continue
		}
		switch own.Pen {
		case session.PenYours:
			list = append(list, p.drafts(own, v)...)
		case session.PenTheir:
			if p.isOneOf(3, v.ID) {
				list = append(list, wish{"tip/" + v.ID, untilTip, func() session.Command {
					return session.GiveTip{Tip: session.Tip{ID: fmt.Sprintf("p%d-tip-%s", p.number, v.ID), Value: v.ID, Part: session.LacksBehaviours, Text: p.say(behaviours)}}
				}})
			}
		}
	}
	return list
}

func sits(table int, v session.TableValue) bool {
	for _, at := range v.Tables {
		if at == table {
			return true
		}
	}
	return false
}

// drafts writes a value line by line, so that the table can read along; what stands there already stays.
func (p *player) drafts(own *session.OwnTable, v session.TableValue) []wish {
	var there session.Phrasing
	for _, d := range own.Drafts {
		if d.Value == v.ID {
			there = d.Phrasing
		}
	}
	var list []wish
	for line := range lines {
		list = append(list, wish{fmt.Sprintf("draft/%d/%s/%d", own.Table, v.ID, line), untilLine, func() session.Command {
			return session.WriteDraft{Value: v.ID, Phrasing: p.longer(there, v.Name, line)}
		}})
	}
	return list
}

// longer is a draft with one more line.
func (p *player) longer(there session.Phrasing, name string, line int) session.Phrasing {
	switch {
	case line == 0 && there.Sentence == "":
		there.Sentence = fmt.Sprintf(p.say(sentences), name)
	case line < lines-1 && len(there.When) < line:
		there.When = append(there.When, p.say(behaviours))
	case line == lines-1 && there.Unless == "":
		there.Unless = p.say(counters)
	}
	return there
}
