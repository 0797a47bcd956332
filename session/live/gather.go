package live

import (
	"time"

	"verbindend/session"
)

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

// Counts tell a phone how far the others are. In a hall nobody needs to see "612" become "618": telling two thousand phones costs
// two thousand writes each time, so the fuller the room, the longer they may wait for nothing but counts.
const (
	countsLeast = time.Second
	countsEach  = 2 * time.Millisecond // for each phone: two seconds in a room of a thousand
	countsMost  = 3 * time.Second
)

// slowTick is the time between two publications that bring phones nothing but counts.
func (r *room) slowTick() time.Duration {
	return max(countsLeast, min(time.Duration(len(r.members[session.Participant]))*countsEach, countsMost))
}
