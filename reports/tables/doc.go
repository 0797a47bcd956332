// Package tables lays what remains of a session, a session.Summary, out as tables for whoever wants to go on with the figures:
// one workbook (XLSX), or one CSV file for each table.
//
// Of decides which tables there are and what stands in each cell, in Dutch or in English. Both formats are written from these
// tables, so that they cannot tell different things. A cell has a type: a count is a number, a moment is a date, and what people
// wrote is text and never a formula. A test changes each field of a Summary in turn and looks whether a table changes with it, so
// that no field is forgotten.
//
// Only what a Summary holds can get here: ballots without people, sorted, and groups that are large enough. The same summary and
// options give the same bytes. Only xlsx.go knows the library that writes workbooks.
package tables
