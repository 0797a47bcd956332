// Package library finds sessions by what was said in them, and lays two of them beside each other. It is pure: it is given
// summaries, keeps what it needs of them in memory, and asks nothing of a clock, a store or the network.
//
// An Index holds books, one per session, and the words in them. A word that is asked for finds what is written the same, what begins
// with it, what has its stem in Dutch or in English, what means the same value of the deck in either language, and what is written
// almost the same. Case and accents make no difference (session.Normalise).
//
// What is taken out of an Index is in none of its answers any more. Who feeds it decides what may be in it; nothing is in a book that
// its Summary does not say.
package library
