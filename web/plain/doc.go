// Package plain writes the pages that need no script: the one on which people look back on a session, and the public library. A page is
// made of a view, which holds what its reader may see and nothing else, in Dutch or in English. The package knows no server: it is
// given addresses, and gives HTML.
package plain
