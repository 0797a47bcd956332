// Command budget weighs a built page: its HTML and every script, style sheet, font and picture that the HTML asks for,
// directly or through those files, as the server sends them over plain http (the .gz beside a file, else the file). It
// prints the parts and exits with 1 when they weigh more than the limit.
//
//	budget -dist web/dist -page play.html -limit 60000
//
// What a page imports only when it comes to it (import("…")) counts as well: a page that fetches half of itself a second
// later is no lighter. Left out is what -except names: another language than the page's, the face with the letters that Dutch
// and English texts do without, and the way round for networks without sockets, and what is fetched after the first page stands (later-…). Heads of answers are not in it; the browser test of the budget counts those too.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "budget:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("budget", flag.ContinueOnError)
	dist := flags.String("dist", "web/dist", "the `folder` with the built front end")
	page := flags.String("page", "play.html", "the page to weigh")
	limit := flags.Int64("limit", 60_000, "the most it may weigh, in `bytes`")
	except := flags.String("except", "assets/en-*.js,assets/display-phone-more-*.woff2,assets/detour-*.js,assets/later-*.js", "`patterns` of files that do not count, with commas")
	if err := flags.Parse(args); err != nil {
		return err
	}
	patterns := strings.FieldsFunc(*except, func(r rune) bool { return r == ',' })
	parts, err := load(os.DirFS(*dist), *page, patterns)
	if err != nil {
		return fmt.Errorf("%s: %w", *page, err)
	}
	var sum int64
	for _, p := range parts {
		sum += p.Bytes
		fmt.Fprintf(out, "%8d  %s\n", p.Bytes, p.Sent)
	}
	fmt.Fprintf(out, "%8d  %s in all, of at most %d bytes\n", sum, *page, *limit)
	if sum > *limit {
		return fmt.Errorf("%s is %d bytes over its budget", *page, sum-*limit)
	}
	return nil
}
