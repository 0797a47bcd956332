package live

import (
	"time"

	"verbindend/session"
)

// A Meter is told what the rooms do, so that somebody can count it. Its methods are called on the rooms' goroutines, of several
// rooms at once: they must be safe for that, and must not block.
type Meter interface {
	// RoomOpened: a room has loaded its session, of so many records; it took that long.
	RoomOpened(took time.Duration, records int)
	// RoomClosed: a room that was opened is no more.
	RoomClosed()
	// Commanded: a command was answered. The command is its name on the wire; the outcome is "done", or the code of the problem
	// it was refused with; waited is the time from when it came into the room's inbox to its answer.
	Commanded(command, outcome string, waited time.Duration)
	// Appended: the log has answered an append of so many records and bytes. The outcome is "done", "conflict", "lost" or "failed".
	Appended(records, bytes int, took time.Duration, outcome string)
	// Published: a role has a new snapshot; bytes are those of the items that changed.
	Published(role session.Role, took time.Duration, bytes int)
	// Behind: the room has read so many records that other servers had appended.
	Behind(records int)
	// Recovered: so many commands that were acknowledged before the log lost them have been put back, or decided again.
	Recovered(commands int)
}

// unmetered is the Meter of rooms that nobody counts.
type unmetered struct{}

func (unmetered) RoomOpened(time.Duration, int)              {}
func (unmetered) RoomClosed()                                {}
func (unmetered) Commanded(string, string, time.Duration)    {}
func (unmetered) Appended(int, int, time.Duration, string)   {}
func (unmetered) Published(session.Role, time.Duration, int) {}
func (unmetered) Behind(int)                                 {}
func (unmetered) Recovered(int)                              {}
