package session

import (
	"strconv"
	"time"
)

// MaxStory is the length of a story in characters: a moment, not a life.
const MaxStory = 600

// story is a moment that somebody shares with the facilitator. Most stories never come here: they stay on their phones. What is
// shared is read aloud by the facilitator or not at all; it is in no result and goes when the session ends.
type story struct {
	id   string // from its place in the log: it tells nothing of its writer
	by   PersonID
	text string
}

// ShareStory gives the facilitator one's story to read aloud; "" takes it back. The last one counts.
type ShareStory struct {
	Text string `json:"text"`
}

// StoryShared replaces the story of Record.By.
type StoryShared struct {
	Text string `json:"text,omitempty"`
}

func (s *Session) ownStory(id PersonID) string {
	for _, one := range s.stories {
		if one.by == id {
			return one.text
		}
	}
	return ""
}

func (c ShareStory) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if _, err := s.member(by); err != nil {
		return nil, err
	}
	if !s.isOpen(Write) {
		return nil, refuse(Closed, "", NotOpen)
	}
	text, err := optional("text", c.Text, MaxStory)
	if err != nil || text == s.ownStory(by.Person) {
		return nil, err
	}
	return []Event{StoryShared{text}}, nil
}

func (e StoryShared) apply(s *Session, r Record) {
	kept := make([]story, 0, len(s.stories)+1)
	for _, one := range s.stories {
		if one.by != r.By {
			kept = append(kept, one)
		}
	}
	if e.Text != "" {
		kept = append(kept, story{"s" + strconv.FormatUint(r.Seq, 10), r.By, e.Text})
	}
	s.stories = kept
	s.touch("stories")
	s.touchMe(r.By)
}

// StoriesItem is the view's item "stories": what people shared to be read aloud. For the host alone, until the end.
type StoriesItem struct {
	Stories []SharedStory `json:"stories"` // in the order they came
}

// SharedStory is a story without its writer.
type SharedStory struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

func (s *Session) storiesItem(role Role) any {
	if role != Host || len(s.stories) == 0 || s.status == Over {
		return nil
	}
	item := StoriesItem{}
	for _, one := range s.stories {
		item.Stories = append(item.Stories, SharedStory{one.id, one.text})
	}
	return item
}
