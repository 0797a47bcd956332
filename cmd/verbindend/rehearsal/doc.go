// Package rehearsal plays the participants of a session in which a facilitator practises. Its people take part by themselves, at the pace
// of people, in whatever activity the facilitator opens; they come into the rooms of this server as phones do, by the same interface
// and with no other rights. What they write is invented (see crowd), the session says everywhere that it is a rehearsal, and nothing
// of it is kept: live erases it when it ends.
package rehearsal
