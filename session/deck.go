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

// ShowDeck lets phones look through the deck while they write, or not (any more).
type ShowDeck struct {
	Shown bool `json:"shown"`
}

// DeckShown says whether phones may look through the deck.
type DeckShown struct {
	Shown bool `json:"shown"`
}

func (c ShowDeck) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if c.Shown && !s.isOpen(Write) { // own words first: the deck comes after writing has begun
		return nil, refuse(Closed, "", NotOpen)
	}
	if s.deckOpen == c.Shown {
		return nil, nil
	}
	return []Event{DeckShown(c)}, nil
}

func (e DeckShown) apply(s *Session, _ Record) {
	s.deckOpen = e.Shown
	s.touch("deck")
}

// DeckItem is the view's item "deck", there once the facilitator has opened it: for phones the values in the language of
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
	if !s.deckOpen || !s.isOpen(Write) {
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
