package boltlog

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"verbindend/session"
	"verbindend/session/logtest"
)

// The files in testdata are what released versions stored. They are left alone: each must open for ever.
func TestGolden(t *testing.T) {
	for version, name := range map[string]string{"v1": "from before entries had sums", "v2": "whose entries have sums"} {
		t.Run("a file "+name+" is read, and goes on", func(t *testing.T) {
			dir := t.TempDir()
			unpack(t, "testdata/"+version+".db.gz", filepath.Join(dir, dataFile))
			l := mustOpen(t, dir)
			defer l.Close()
			closed := session.Batch{First: 5, Last: 5, Bytes: []byte("closed")}
			want := []session.Batch{{First: 1, Last: 1, Bytes: []byte("opened")}, {First: 2, Last: 4, Bytes: []byte("three voted")}, closed}
			n := 0
			for b, err := range l.Read(t.Context(), "hall", 1) {
				must(t, err)
				if n >= len(want) || b.Mark() != want[n].Mark() {
					t.Fatalf("batch %d–%d %s", b.First, b.Last, b.Bytes)
				}
				n++
			}
			if n != len(want) {
				t.Fatalf("%d batches", n)
			}
			must(t, l.Append(t.Context(), "hall", closed.Mark(), 6, []byte("ended")))
			must(t, logtest.Replace(t.Context(), l, "sealed", 3, []byte("fewer results")))
			if secret := mustSecret(t, l); len(secret) != secretSize {
				t.Fatalf("a secret of %d bytes", len(secret))
			}
		})
	}
}

func unpack(t *testing.T, from, to string) {
	t.Helper()
	packed, err := os.Open(from)
	must(t, err)
	defer packed.Close()
	plain, err := gzip.NewReader(packed)
	must(t, err)
	content, err := io.ReadAll(plain)
	must(t, err)
	must(t, os.WriteFile(to, content, 0o600))
}
