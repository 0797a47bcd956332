// Package crowd invents what a room full of people would write and choose: the words of the value deck the way people
// type them, with the popular ones more often, ballots that follow their hearts, and answers to whatever a form asks. The same seed gives the same room.
// Everything it invents is fictional.
package crowd
