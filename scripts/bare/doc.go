// Command bare is the bare broadcaster: what sockets cost with the libraries of the server and nothing else. It has no state,
// no store and no rules. Whatever somebody says, it acknowledges at once, and tells everybody in the same room, together with
// whatever else was said in the same 50 milliseconds, in one message that is prepared once. A figure of the server means
// something beside the same figure of the bare broadcaster, taken on the same machine in the same minute.
//
// It speaks just enough of the protocol for the simulated phones to talk to it. Each connection has one reader and one writer,
// and each write has its deadline, as in the server.
//
//	GET  /api/sessions/{room}/socket
//	POST /broadcast/{room}            sends the body to everybody in the room, once
//	GET  /metrics                     process_cpu_seconds_total and process_resident_memory_bytes
package main
