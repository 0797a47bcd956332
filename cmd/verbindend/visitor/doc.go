// Package visitor takes part in sessions from outside, over the public interface: as a phone, a host's page or a screen
// does it, with real sockets and nothing else. Simulations and demonstrations are made of visitors.
//
// A Site is a server seen from outside; it starts sessions, joins them and fetches what remains. A Visitor is one tab: it
// keeps its connection, comes back when it is cut, knows the view it was sent, and has an outbox that repeats what was not
// answered, with the numbers the protocol asks for. It knows no rule of the method.
package visitor
