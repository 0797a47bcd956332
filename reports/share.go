package reports

import "net/url"

// shareURLs are addresses with which a reader passes a page on. They are links and nothing else: no site is told of a reader who does
// not follow one.
type shareURLs struct{ Mail, WhatsApp, LinkedIn string }

func share(d Document, p Page, t *pageTexts) shareURLs {
	if p.Address == "" {
		return shareURLs{}
	}
	title := plain(d.Title)
	escape := url.PathEscape // %20 and not +, which mail programs show
	return shareURLs{
		Mail:     "mailto:?subject=" + escape(t.subject(title)) + "&body=" + escape(t.subject(title)+"\n\n"+p.Address+"\n"),
		WhatsApp: "https://wa.me/?text=" + url.QueryEscape(t.subject(title)+" "+p.Address),
		LinkedIn: "https://www.linkedin.com/sharing/share-offsite/?url=" + url.QueryEscape(p.Address),
	}
}
