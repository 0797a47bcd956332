package live

import "time"

// An append costs the same for one command as for twenty: a flush to disk or a question to Redis, and everybody who has to wake up
// for it. In a full room commands come every few milliseconds, so it leaves some time between two appends in which they gather.
// The fuller the room the longer, because telling everybody takes that long too; the first command after a pause never waits.
const (
	gatherEach = 16 * time.Microsecond // for each connection: 16 ms in a room of a thousand, half a millisecond in one of thirty
	gatherMost = 40 * time.Millisecond
)

// gathering is how long a room with so many connections leaves between an append and the next.
func gathering(members int) time.Duration {
	return min(time.Duration(members)*gatherEach, gatherMost)
}
