package session

import (
	_ "embed"
	"encoding/json"
	"sync"
	"time"
)

//go:embed values-deck.json
var deckFile []byte

// Words is a text in both languages.
type Words struct {
	NL string `json:"nl"`
	EN string `json:"en"`
}

// In gives the text in a language.
func (w Words) In(lang Lang) string {
	if lang == English {
		return w.EN
	}
	return w.NL
}

// A DeckValue is one of the 48 values that inspire people who look for words.
type DeckValue struct {
	Key         string              `json:"key"`
	Theme       string              `json:"theme"`
	Name        Words               `json:"name"`
	Description Words               `json:"description"`
	Variants    map[string][]string `json:"variants"` // per language: spellings that mean this value
	Related     []string            `json:"related"`  // neighbours, never merged automatically
}

// DeckTheme groups values.
type DeckTheme struct {
	Key string `json:"key"`
	NL  string `json:"nl"`
	EN  string `json:"en"`
}

// Deck is the value deck.
type Deck struct {
	Themes []DeckTheme `json:"themes"`
	Values []DeckValue `json:"values"`
}

// TheDeck gives the deck that the program carries.
var TheDeck = sync.OnceValue(func() Deck {
	var d Deck
	if err := json.Unmarshal(deckFile, &d); err != nil {
		panic("values-deck.json is part of the program and does not parse: " + err.Error())
	}
	return d
})

// ShowDeck lets phones look through the deck while they write, or not (any more): the short way to change the mode of the writing that
// goes on. EditActivity does it too, and beforehand.
type ShowDeck struct {
	Shown bool `json:"shown"`
}

// DeckShown said whether phones may look through the deck, before the agenda did. No command brings it about any more.
type DeckShown struct {
	Shown bool `json:"shown"`
}

func (c ShowDeck) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	mode, writing := s.mode()
	switch {
	case !writing && c.Shown:
		return nil, refuse(Closed, "", NotOpen)
	case !writing || c.Shown == (mode == Inspired):
		return nil, nil // without writing there is no deck
	}
	return []Event{AgendaChanged{s.agenda.inMode(s.agenda.now, c.mode())}}, nil
}

func (c ShowDeck) mode() Mode {
	if c.Shown {
		return Inspired
	}
	return Silent
}

func (e DeckShown) apply(s *Session, _ Record) {
	s.agenda.list = s.agenda.inMode(s.agenda.now, ShowDeck(e).mode())
	s.noteMode()
	s.touch("deck", "agenda", "now")
}

// DeckItem is the view's item "deck", there while people write inspired by it: for phones the values in the language of
// the session, for host and screen an empty list.
type DeckItem struct {
	Themes []DeckItemTheme `json:"themes"`
}

// DeckItemTheme is a theme with its values.
type DeckItemTheme struct {
	Name   string          `json:"name"`
	Values []DeckItemValue `json:"values"`
}

// DeckItemValue is a value to be inspired by.
type DeckItemValue struct {
	Name        string `json:"name"`
	Description string `json:"description"`
}

func (s *Session) deckItem(role Role) any {
	if mode, _ := s.mode(); mode != Inspired {
		return nil
	}
	item := DeckItem{Themes: []DeckItemTheme{}}
	if role != Participant {
		return item
	}
	deck, lang := TheDeck(), s.started.Lang
	for _, t := range deck.Themes {
		theme := DeckItemTheme{Name: Words{t.NL, t.EN}.In(lang)}
		for _, v := range deck.Values {
			if v.Theme == t.Key {
				theme.Values = append(theme.Values, DeckItemValue{v.Name.In(lang), v.Description.In(lang)})
			}
		}
		item.Themes = append(item.Themes, theme)
	}
	return item
}
