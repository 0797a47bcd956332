// Package history judges what the people of a session saw against what remains of it, in the style of Jepsen: every
// call and reply of every tab is written down, and afterwards somebody who knows the rules reads the record.
//
// A Tab writes down what one visitor asked (a Call) and every message that came (a sight). A call ends as done, refused or,
// when no answer ever came, unknown: what is unknown may have happened or not, and at any time. Three witnesses are then
// heard: the results (Results), the log itself (Records) and what everybody was sent meanwhile (Sights). Each answers with
// findings: something lost, doubled, out of order, from nowhere, gone back, or told too early.
//
// The checker is no part of the product. It knows the commands of a session and what they mean, and decides nothing.
package history
