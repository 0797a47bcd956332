package faces

import (
	"embed"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavuserifcondensed"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
)

// A Face is a typeface in one weight.
type Face int

// The faces to set text in.
const (
	Display Face = iota // titles and large numbers: Fraunces as it is drawn for large sizes
	Serif               // what people said: Fraunces for reading
	Sans                // what explains: Inter
	Bold                // Inter, semibold
	Spare               // for characters that the others lack: DejaVu Sans

	// The rest of each family, for the letters beyond Latin-1. Text is never set in one of these alone.
	displayMore
	serifMore
	sansMore
	boldMore

	Count = iota // how many faces there are
)

//go:embed all:cut
var cut embed.FS

var names = [Count]string{
	Display: "FrauncesDisplay", Serif: "Fraunces", Sans: "Inter", Bold: "InterSemibold", Spare: "DejaVuSansCondensed",
	displayMore: "FrauncesDisplayExt", serifMore: "FrauncesExt", sansMore: "InterExt", boldMore: "InterSemiboldExt",
}

// standIns are what the faces are before the front end has been built.
var standIns = [Count][]byte{
	Display: dejavuserifcondensed.TTF, Serif: dejavuserifcondensed.TTF, Sans: liberationsansregular.TTF, Bold: liberationsansbold.TTF,
	Spare: dejavusanscondensed.TTF,

	displayMore: dejavuserifcondensed.TTF, serifMore: dejavuserifcondensed.TTF, sansMore: liberationsansregular.TTF, boldMore: liberationsansbold.TTF,
}

var files = func() (list [Count][]byte) {
	for f := range Count {
		if file, err := cut.ReadFile("cut/" + names[f] + ".ttf"); err == nil {
			list[f] = file
		} else {
			list[f] = standIns[f]
		}
	}
	return list
}()

// Name is what the face is called in a file that embeds it.
func (f Face) Name() string { return names[f] }

// File is the face as a TrueType file. The bytes are shared: who writes to them takes a copy.
func (f Face) File() []byte { return files[f] }

// Built tells whether the faces are those of the screens; false before the front end has been built.
func Built() bool {
	for f := range Count {
		if _, err := cut.Open("cut/" + names[f] + ".ttf"); err != nil && Face(f) != Spare {
			return false
		}
	}
	return true
}

// more is the rest of a face's family.
func (f Face) more() Face {
	if f < Spare {
		return f + displayMore
	}
	return f
}
