package live

import (
	"context"

	"verbindend/session"
)

// watch tells rooms and directory what other servers have appended.
func (rs *Rooms) watch(notices <-chan session.Notice) {
	for n := range notices {
		if n.ID == directoryID || n.ID == "" {
			rs.readDirectory()
		}
		rs.mu.Lock()
		for id, r := range rs.open {
			if n.ID == id || n.ID == "" {
				r.look(n.Seq)
			}
		}
		rs.mu.Unlock()
	}
}

func (rs *Rooms) readDirectory() {
	ctx, cancel := context.WithTimeout(rs.ctx, appendWait)
	defer cancel()
	if err := rs.directory.catchUp(ctx); err != nil {
		if rs.ctx.Err() == nil {
			rs.logger.Error("follow the directory", "error", err)
		}
		return
	}
	rs.mu.Lock()
	var erased []string
	for id := range rs.open {
		if _, known := rs.directory.Get(id); !known {
			erased = append(erased, id)
		}
	}
	rs.mu.Unlock()
	for _, id := range erased {
		rs.expel(ctx, id, Vanished)
	}
}
