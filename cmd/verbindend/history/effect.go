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
	case session.ChooseGroup:
		return Effect{fmt.Sprint("group/", person), c.Group}
	case session.CastBallot:
		return Effect{fmt.Sprint("ballot/", person), dots(c.Dots)}
	case session.RenameCluster:
		return Effect{"name/" + c.Cluster, session.Clean(c.Name)}
	case session.ParkCluster:
		return Effect{"parked/" + c.Cluster, strconv.FormatBool(c.Parked)}
	}
	return Effect{}
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

// Text gives words for the i-th thing that a person writes. Nobody else's are the same, and whose they are can be seen in
// any bytes.
func Text(person, i int) string { return fmt.Sprintf("Waarde zq%dx%d", person, i) }

var token = regexp.MustCompile(`zq(\d+)x\d+`)

// writers lists the people whose words are in some bytes.
func writers(raw []byte) []int {
	var people []int
	for _, found := range token.FindAllSubmatch(raw, -1) {
		person, err := strconv.Atoi(string(found[1]))
		if err == nil && !slices.Contains(people, person) {
			people = append(people, person)
		}
	}
	return people
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
