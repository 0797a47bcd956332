package session

import (
	"encoding/json"
	"testing"
)

func TestFingerprint(t *testing.T) {
	sealed := func(t *testing.T, name string) (written string, sum Summary) {
		t.Helper()
		stored := read(t, "testdata/logs/"+name+".json")
		var batch struct {
			Records []struct {
				Body struct {
					Summary json.RawMessage `json:"summary"`
				} `json:"d"`
			} `json:"records"`
		}
		if err := json.Unmarshal(stored, &batch); err != nil || len(batch.Records) != 1 {
			t.Fatal(name, err)
		}
		records, err := DecodeBatch(stored)
		if err != nil {
			t.Fatal(err)
		}
		s := New()
		s.Apply(records[0])
		return string(batch.Records[0].Body.Summary), s.Summary()
	}
	t.Run("what was sealed is written again byte for byte: a field that came later is left out", func(t *testing.T) {
		for _, name := range []string{"v1-sealed", "v1-whole-sealed"} {
			written, sum := sealed(t, name)
			if canonical, err := sum.Canonical(); err != nil || string(canonical) != written {
				t.Errorf("%s: %v, its summary is written as\n%s\nand was\n%s", name, err, canonical, written)
			}
		}
	})
	t.Run("the fingerprint of the oldest results there are stays what it is", func(t *testing.T) {
		_, sum := sealed(t, "v1-ungrouped-sealed")
		if got, want := sum.Fingerprint(), "c611dd9d37b897a1063861f728a9015e81051fc40e2e3d0e4e729a7591f9be58"; got != want {
			t.Errorf("it is %s, want %s", got, want)
		}
	})
	t.Run("one other sign makes another one", func(t *testing.T) {
		one, other := Summary{Title: "Vertrouwen"}, Summary{Title: "vertrouwen"}
		if one.Fingerprint() == other.Fingerprint() || len(one.Fingerprint()) != 64 {
			t.Error(one.Fingerprint(), other.Fingerprint())
		}
	})
}
