// Package live runs sessions. Each running session has one goroutine, its room, which alone touches the session's state:
// it drains the commands that wait, decides them, appends what shall have happened to the log as one batch, answers the
// senders, and at most ten times a second publishes an immutable Snapshot of what each role may see.
//
// A command is acknowledged after its batch is durable, never before. When an append fails the room answers
// "unavailable", closes and is forgotten; whoever comes next loads it from the log, and clients send again what was not
// acknowledged. There is no other way to fail.
//
// Members (live connections) own nothing but a wake-up channel: they ask the snapshot what is new since the revision they
// have. A slow member skips revisions; no queue can grow.
package live
