// Command verbindend is the program: it reads flags and environment, chooses the store, wires log, rooms and web together,
// and decides nothing about sessions. Each subcommand has a file of its own.
//
//	serve      serves sessions; what one laptop or a server runs
//	demo       serves, and lets a fictional group play a whole session
//	simulate   plays whole sessions against a running server and checks what comes out
//	report     writes the PDF of a session from a store
//	health     asks a running server whether it is ready
//	version    says which version this is
//
// Exit codes: 0 all is well, 1 something failed (one line on stderr says what), 2 the flags or arguments are wrong.
// What it says to people is Dutch, or English where the environment's language is English; help is in English.
package main
