package session

import "time"

// Archive gives the one record of a session whose results came from a file: they go by id from now on. It answers with what is
// wrong with them, at most MaxFound problems; the record is of no use then.
func (s Summary) Archive(id string, now time.Time) (Record, []Problem) {
	found := s.Audit()
	if len(found) == 0 && s.EndedAt.After(now.Add(24*time.Hour)) {
		found = append(found, Problem{Code: Invalid, Field: "endedAt", Reason: OutOfRange})
	}
	now = now.Round(0).UTC()
	return Record{Seq: 1, At: now, Event: SessionSealed{Summary: s, ID: id, Imported: now}}, found
}
