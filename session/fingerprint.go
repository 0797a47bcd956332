package session

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
)

// Canonical is the one way to write a summary as bytes: compact JSON, fields in the order of the type. Fingerprint is taken
// over it, so who serves these bytes lets readers check the fingerprint that is printed. A field that comes later is left out
// where there is nothing in it, so that what was sealed before keeps its bytes.
func (s Summary) Canonical() ([]byte, error) {
	b, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("write summary %s as JSON: %w", s.ID, err)
	}
	return b, nil
}

// Open is the summary as readers by a link get it: without its id, which would let them in for ever.
func (s Summary) Open() Summary {
	s.ID = ""
	return s
}

// Marks are the fingerprints that a sealed summary was ever known by, the oldest first: a report that was kept before the words on
// cards were forgotten has the first, a file that came by a link the last but one.
func (s Summary) Marks() (list []string) {
	if s.Before != "" {
		list = append(list, s.Before)
	}
	if s.ID != "" {
		list = append(list, s.Open().Fingerprint())
	}
	return append(list, s.Fingerprint())
}

// Fingerprint is the SHA-256 of Canonical, in hexadecimal; "" when the summary cannot be written as JSON.
func (s Summary) Fingerprint() string {
	b, err := s.Canonical()
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%x", sha256.Sum256(b))
}
