package session

import "time"

// Role is what somebody is on the wire.
type Role string

// The roles. A reader opens the report by link and never a socket. A preview is how a host looks along with the phones: it sees what
// every participant sees, takes no part, and is counted nowhere.
const (
	Host        Role = "host"
	Participant Role = "participant"
	Screen      Role = "screen"
	Preview     Role = "preview"
)

// Sees gives the role whose view somebody in this role is shown.
func (r Role) Sees() Role {
	if r == Preview {
		return Participant
	}
	return r
}

// PersonID names a participant within one session. It is made by the server from the device's secret, so that the same
// phone has unrelated ids in two sessions and an id found in a log opens nothing. Hosts act as HostID.
type PersonID string

// HostID is the PersonID of everybody who leads the session.
const HostID PersonID = "host"

// An Actor is who sends a command. Client and N make sending safe to repeat: each tab names itself (Client, random) and
// numbers its commands 1, 2, 3 …; a command whose number is not above the last one kept for that tab was done before and
// is acknowledged without doing it again, however late it arrives. N = 0 marks the server itself.
type Actor struct {
	Role   Role
	Person PersonID
	Client string
	N      uint64
}

// A Command is a request. decide answers with what shall have happened, with nothing when all is as asked already,
// or with a *Problem. It never changes the session.
type Command interface {
	decide(s *Session, by Actor, at time.Time) ([]Event, error)
}

// clientKey names one tab of one person; a tab cannot spoil the numbers of somebody else's.
type clientKey struct {
	person PersonID
	client string
}

func only(role Role, by Actor) error {
	if by.Role != role {
		return refuse(Denied, "", "")
	}
	return nil
}
