package history

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"verbindend/session"
)

// An Effect is what a command does to the one thing that it is about: afterwards the register has the value. A card that is
// gone, a ballot taken back and a group that was skipped have the value "". The zero Effect is that of commands about the
// course of the session, which the results do not show.
type Effect struct{ Register, Value string }

func effectOf(command session.Command, person int) Effect {
	switch c := command.(type) {
	case session.AddCard:
		return Effect{"card/" + c.ID, session.Clean(c.Text)}
	case session.EditCard:
		return Effect{"card/" + c.ID, session.Clean(c.Text)}
	case session.RemoveCard:
		return Effect{"card/" + c.ID, ""}
	case session.AddPaperCard:
		return Effect{"card/" + c.ID, session.Clean(c.Text)}
	case session.ChooseGroup:
		return Effect{fmt.Sprint("group/", person), c.Group}
	case session.SharePhone:
		return Effect{fmt.Sprint("people/", person), heads(c.People)}
	case session.CastBallot:
		return Effect{ballotOf(c.Round, person, c.Seat), dots(c.Dots)}
	case session.EnterPaper:
		return Effect{paperOf(c.Round, c.ID), dots(c.Dots)}
	case session.RemovePaper:
		return Effect{paperOf(c.Round, c.ID), ""}
	case session.FillSheet:
		return Effect{sheetOf(c.Activity, person), sheet(c.Sheet)}
	case session.WriteStep:
		return Effect{"step/" + c.ID, session.Clean(c.What)}
	case session.RemoveStep:
		return Effect{"step/" + c.ID, ""}
	case session.ShareIntention:
		return Effect{fmt.Sprint("intention/", person), session.Clean(c.Then)}
	case session.WithdrawIntention:
		return Effect{fmt.Sprint("intention/", person), ""}
	case session.ChooseDraft:
		return Effect{choiceOf(c.Round, person), strconv.Itoa(c.Table)}
	case session.SettleText:
		return Effect{"final/" + c.Value, c.Whole()}
	case session.RenameCluster:
		return Effect{"name/" + c.Cluster, session.Clean(c.Name)}
	case session.ParkCluster:
		return Effect{"parked/" + c.Cluster, strconv.FormatBool(c.Parked)}
	}
	return Effect{}
}

func ballotOf(round, person, seat int) string {
	return fmt.Sprintf("ballot/%d/%d/%d", round, person, max(seat, 1))
}
func paperOf(round int, id string) string        { return fmt.Sprintf("ballot/%d/paper/%s", round, id) }
func sheetOf(activity string, person int) string { return fmt.Sprintf("sheet/%s/%d", activity, person) }
func choiceOf(round, person int) string          { return fmt.Sprintf("choice/%d/%d", round, person) }

// heads is for how many people a phone writes; one is as if nobody had said it.
func heads(people int) string {
	if people <= 1 {
		return ""
	}
	return strconv.Itoa(people)
}

// sheet writes answers so that equal ones are equal texts: numbers as numbers, words behind an equals sign.
func sheet(s session.Sheet) string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(s.Numbers)) {
		parts = append(parts, fmt.Sprintf("%s:%d", key, s.Numbers[key]))
	}
	for _, key := range slices.Sorted(maps.Keys(s.Texts)) {
		if text := session.Clean(s.Texts[key]); text != "" {
			parts = append(parts, key+"="+text)
		}
	}
	return strings.Join(parts, "|")
}

// dots writes a ballot so that equal ones are equal texts.
func dots(ballot map[string]int) string {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(ballot)) {
		if ballot[id] > 0 {
			fmt.Fprintf(&b, "%s:%d ", id, ballot[id])
		}
	}
	return strings.TrimSpace(b.String())
}

// A Sort is what somebody's words are on. They say it themselves: who may read them when hangs on it.
type Sort string

// The sorts of words.
const (
	OnCard      Sort = "q"
	OnSheet     Sort = "s" // of an activity that asks
	OnStep      Sort = "t" // for the organisation
	OnIntention Sort = "i" // of one's own, and shared
)

// Text gives words for the i-th card that a person writes. Nobody else's are the same, and whose they are can be seen in
// any bytes.
func Text(person, i int) string { return Words(OnCard, person, i) }

// Words gives words for the i-th thing of a sort that a person writes.
func Words(on Sort, person, i int) string { return fmt.Sprintf("Waarde z%s%dx%d", on, person, i) }

var token = regexp.MustCompile(`z([qsti])(\d+)x\d+`)

// written are words that bytes hold: what they are on, whose they are, and the words themselves.
type written struct {
	on     Sort
	person int
	token  string
}

// writtenIn lists the words of people in some bytes.
func writtenIn(raw []byte) []written {
	var all []written
	for _, found := range token.FindAllSubmatch(raw, -1) {
		person, err := strconv.Atoi(string(found[2]))
		one := written{Sort(found[1]), person, string(found[0])}
		if err == nil && !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}

// register is the history of one thing.
type register []*Call

// registers sorts calls by what they are about.
func (h *History) registers() map[string]register {
	all := map[string]register{}
	for _, c := range h.calls {
		if c.Effect.Register != "" {
			all[c.Effect.Register] = append(all[c.Effect.Register], c)
		}
	}
	return all
}

// ends gives the values that the register may have in the end: that of a call which was done and after whose answer no
// other one began that was done too, and that of each call whose answer is not known. untouched is its value at the beginning.
func (r register) ends(untouched string) map[string]*Call {
	may := map[string]*Call{}
	done := false
	for _, a := range r {
		if a.Outcome == Unknown {
			may[a.Effect.Value] = a
		}
		if a.Outcome != Done {
			continue
		}
		done = true
		last := !slices.ContainsFunc(r, func(b *Call) bool { return b.Outcome == Done && b.Invoked.After(a.Answered) })
		if last {
			may[a.Effect.Value] = a
		}
	}
	if !done {
		may[untouched] = nil
	}
	return may
}

// NamedAs is the effect of taking a name back: the cluster is called as before.
func NamedAs(cluster, name string) Effect { return Effect{"name/" + cluster, name} }

// ParkedAs is the effect of taking a parking back.
func ParkedAs(cluster string, parked bool) Effect {
	return Effect{"parked/" + cluster, strconv.FormatBool(parked)}
}
