// Package reports turns what remains of a session, a session.Summary, into a PDF that people hang on the wall.
//
// It works in two steps. Outline decides what the report says: a Document of sections and typed blocks, with every word
// and every number in place, in Dutch or in English. Then a flow lays these blocks out on A4 pages and draws them. The first
// step knows no paper and is what the tests hold most tightly; the second knows no session.
//
// Everything that people typed passes clean.go or whole.go before it reaches a block. A PDF has no room for emoji, and text that
// runs from right to left would come out backwards: what cannot be set becomes □, and the page says where the whole text is. That
// is on the web, for which an outline leaves every text whole.
//
// html.go sets the same document as a web page, by the templates in pages/, one for each type of block; its drawings are plain SVG, and
// nobody needs a script to read it.
//
// Measuring text (face.go) and drawing it (pdf.go) are apart. Only pdf.go knows the PDF library, so that another one is a
// change of one line. The typefaces are those of the screens; package faces holds them.
//
// The package keeps nothing, asks nothing of a clock, and gives the same bytes for the same summary and options. A Printer
// bounds how many reports are made at once, because making one takes a processor for itself.
package reports
