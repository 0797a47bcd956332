// Package logtest holds every session.Log to its contract, and offers a log in memory for the tests of others.
//
// Run is the contract as sentences: each subtest is one sentence of the documentation of session.Log, and each log's own test
// is a few lines that open it. What only one store can promise (files that forget, a crash that loses nothing) is tested
// beside that store.
//
// Memory is a Log that can be told to fail, to store and then answer with an error, to lose its end, and to stall, so that
// those who write to a log can be tested on its bad days. It has no goroutine of its own and works in a testing/synctest bubble.
package logtest
