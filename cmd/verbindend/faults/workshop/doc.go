// Package workshop plays sessions while something breaks. The people in it never stop: they write, change and take away
// cards, cast ballots and take them back, and the host names, parks and undoes, each waiting for an answer before they do
// the next thing, for as long as the test wants to break something. All of it goes into a history, which is judged at the end.
package workshop
