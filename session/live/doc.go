// Package live runs sessions. Each running session has one goroutine, its room, which alone touches the session's state:
// it drains the commands that wait, decides them, appends what shall have happened to the log as one batch, answers the
// senders, and at most ten times a second publishes an immutable Snapshot of what each role may see.
//
// A command is acknowledged after its batch is durable, never before. When an append fails the room answers
// "unavailable" and closes; whoever comes next loads it from the log, and clients send again what was not acknowledged.
//
// Several servers may each have a room of one session. Who is first to append goes on; the other takes in what is new and
// decides again. Revisions are places in the log, so that a client may go from one to another. A log that comes back with less
// than it had acknowledged is given it again by the rooms that hold it, and when others have gone on meanwhile, it is done
// again. Who is connected is told from server to server and kept nowhere.
//
// Members (live connections) own nothing but a wake-up channel: they ask the snapshot what is new since the revision they
// have. A slow member skips revisions; no queue can grow.
package live
