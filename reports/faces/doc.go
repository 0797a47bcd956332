// Package faces holds the typefaces of everything that is printed or painted here: which files they are, which characters
// each has and how wide they are.
//
// They are those of the screens, Fraunces and Inter. The repository holds no font files: the front-end build cuts static
// TrueType instances from the npm packages into cut/ (web/app/tools/faces.ts), from where they are embedded. Before the first
// such build faces from Go modules stand in for them, so that everything builds and runs; Built tells which it is.
//
// A face that lacks a character borrows it: first from the rest of its own family, then from Spare. Lender tells which.
package faces
