package live

import (
	"context"
	"fmt"
)

// Erase takes a session away for good: its members are sent home, its log is deleted. When it is cut off nobody can open the
// session any more; calling it again completes it, and so does keepRetention within the hour.
func (rs *Rooms) Erase(ctx context.Context, id string) error {
	known, err := rs.directory.withdraw(ctx, id)
	if err != nil {
		return err
	}
	if !known {
		return notFound()
	}
	if err := rs.erasePulses(ctx, id); err != nil {
		return err
	}
	rs.expel(ctx, id, Vanished)
	rs.mu.Lock()
	delete(rs.remembered, id)
	rs.mu.Unlock()
	if err := rs.log.Delete(ctx, id); err != nil {
		return fmt.Errorf("erase session: %w", err)
	}
	return rs.directory.drop(ctx, id)
}

// expel closes the room of a session, if it is open here.
func (rs *Rooms) expel(ctx context.Context, id string, why Closing) {
	rs.mu.Lock()
	r := rs.open[id]
	rs.mu.Unlock()
	if r == nil {
		return
	}
	done := make(chan bool, 1)
	if r.send(ctx, eviction{why, done}) == nil {
		_, _ = await(ctx, r, done) // a room that has closed by itself is gone as well
	}
}
