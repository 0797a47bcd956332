// Package crowd invents what a room full of people would write and choose: the words of the value deck the way people
// type them, with the popular ones more often, and ballots that follow their hearts. The same seed gives the same room.
// Everything it invents is fictional.
package crowd
