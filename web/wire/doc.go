// Package wire is the vocabulary of the socket and of the HTTP interface: what clients send and what they are sent.
// It has types and no behaviour, so that the server, the simulated phones and the generated TypeScript share one source.
// docs/protocol.md says the same in words.
package wire
