// Package web is the HTTP and socket server: it turns requests into commands and snapshots into frames, and serves the
// front end that is embedded in the program. It owns identities (cookies, keys, pins to ids), limits and origins; it knows
// no rule of the method. Fiber is used here and nowhere else.
package web

//go:generate go run ./tsgen app/src/wire/protocol.ts
//go:generate go run ./schemagen ../session schema/results-1.json schema/lookbacks-1.json
