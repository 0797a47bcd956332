package reports

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
)

// metadata is the XMP packet: what the file is, for whoever archives it.
func metadata(d Document) []byte {
	escape := func(s string) string {
		var b bytes.Buffer
		if err := xml.EscapeText(&b, []byte(s)); err != nil {
			return ""
		}
		return b.String()
	}
	return fmt.Appendf(nil, `<?xpacket begin="`+"\ufeff"+`" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Verbindend</rdf:li></rdf:Seq></dc:creator>
<pdf:Keywords>%s</pdf:Keywords>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`, escape(d.Title), escape(d.Subject), keywords(d), d.Lang)
}

// keywords carry the fingerprint of the results, so that the file can be checked without reading what is printed.
func keywords(d Document) string {
	if d.Mark == "" {
		return ""
	}
	return "sha256:" + d.Mark
}

// speak tells in the catalog which language the document is in, so that it is read aloud well, that a window shows its title,
// and where the metadata is. The library can do none of this. Only the catalog grows, and nothing but the table of objects
// comes after it, so the one address to correct is that table's. A file that looks otherwise stays as it is.
func speak(file []byte, lang string) []byte {
	catalog, table := []byte("/Type /Catalog\n"), []byte("\nstartxref\n")
	at, end := bytes.LastIndex(file, catalog), bytes.LastIndex(file, table)
	if at < 0 || end < at {
		return file
	}
	number, rest, found := bytes.Cut(file[end+len(table):], []byte("\n"))
	old, err := strconv.Atoi(string(number))
	if !found || err != nil || old < at || old > end {
		return file
	}
	at += len(catalog)
	more := fmt.Sprintf("/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n", lang)
	if n := metadataObject(file); n > 0 {
		more += fmt.Sprintf("/Metadata %d 0 R\n", n)
	}
	out := make([]byte, 0, len(file)+len(more)+2)
	out = append(append(append(out, file[:at]...), more...), file[at:end]...)
	out = append(strconv.AppendInt(append(out, table...), int64(old+len(more)), 10), '\n')
	return append(out, rest...)
}

// metadataObject is the number of the object that holds the XMP packet; 0 when there is none.
func metadataObject(file []byte) int {
	start := []byte(" 0 obj\n<< /Type /Metadata ")
	at := bytes.LastIndex(file, start)
	if at < 0 {
		return 0
	}
	number := file[bytes.LastIndexByte(file[:at], '\n')+1 : at]
	n, err := strconv.Atoi(string(number))
	if err != nil {
		return 0
	}
	return n
}
