package reports

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"fmt"
	"slices"
	"strconv"
	"sync"
)

// packers compress one stream at a time. Each takes more than a megabyte, which the library would ask for anew for every page.
var packers = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // there is such a level
	}
	return w
}}

// pack compresses the streams that the library has left plain: what is drawn on each page. Everything in the file moves, so the table of
// objects is written anew. A file that looks otherwise than the library writes it stays as it is.
func pack(file []byte) []byte {
	table := bytes.LastIndex(file, []byte("\nxref\n0 ")) + 1
	trailer := bytes.LastIndex(file, []byte("trailer\n"))
	end := bytes.LastIndex(file, []byte("\nstartxref\n"))
	if table < 1 || trailer < table || end < trailer {
		return file
	}
	type object struct{ number, at int }
	var objects []object
	for number, line := range bytes.Split(file[table:trailer], []byte("\n"))[2:] { // the first two say what it is and how long
		if at, _, used := bytes.Cut(line, []byte(" 00000 n")); used {
			n, err := strconv.Atoi(string(at))
			if err != nil || n >= table {
				return file
			}
			objects = append(objects, object{number, n})
		}
	}
	if len(objects) == 0 {
		return file
	}
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.at, b.at) })
	w := packers.Get().(*zlib.Writer)
	defer packers.Put(w)
	out := bytes.NewBuffer(make([]byte, 0, len(file)))
	out.Write(file[:objects[0].at])
	places := make([]int, len(objects)+1)
	for i, o := range objects {
		until := table
		if i+1 < len(objects) {
			until = objects[i+1].at
		}
		if o.number >= len(places) {
			return file
		}
		places[o.number] = out.Len()
		packObject(out, w, file[o.at:until])
	}
	moved := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(places))
	for _, at := range places[1:] {
		fmt.Fprintf(out, "%010d 00000 n \n", at)
	}
	out.Write(file[trailer:end])
	fmt.Fprintf(out, "\nstartxref\n%d\n%%%%EOF\n", moved)
	return out.Bytes()
}

// packObject writes an object, with its stream compressed when that is all there is and it is plain.
func packObject(out *bytes.Buffer, w *zlib.Writer, object []byte) {
	name, rest, _ := bytes.Cut(object, []byte("\n<</Length "))
	length, stream, plain := bytes.Cut(rest, []byte(">>\nstream\n"))
	n, err := strconv.Atoi(string(length))
	if !plain || err != nil || n > len(stream) {
		out.Write(object)
		return
	}
	var packed bytes.Buffer
	w.Reset(&packed)
	_, _ = w.Write(stream[:n]) // into memory, which does not fail
	_ = w.Close()
	fmt.Fprintf(out, "%s\n<</Filter /FlateDecode /Length %d>>\nstream\n", name, packed.Len())
	out.Write(packed.Bytes())
	out.Write(stream[n:])
}
