package session

import "testing"

func TestMark(t *testing.T) {
	batch := Batch{First: 3, Last: 5, Bytes: []byte("three voted")}
	t.Run("it names the last record, and the batch that holds it in twenty characters", func(t *testing.T) {
		m := batch.Mark()
		// This text is in every store there is: it may never become another.
		if m.Seq != 5 || m.Sum.String() != "z2si3esa6yulihqzfpca" {
			t.Fatalf("%d %s", m.Seq, m.Sum)
		}
	})
	t.Run("the same batch has the same mark, wherever its bytes lie", func(t *testing.T) {
		if again := (Batch{First: 3, Last: 5, Bytes: []byte("three " + "voted")}); again.Mark() != batch.Mark() {
			t.Fatal("it has another")
		}
	})
	for name, other := range map[string]Batch{
		"with other bytes":                       {First: 3, Last: 5, Bytes: []byte("three Voted")},
		"that begins elsewhere":                  {First: 1, Last: 5, Bytes: []byte("three voted")},
		"that ends elsewhere":                    {First: 3, Last: 6, Bytes: []byte("three voted")},
		"whose bytes could be part of its place": {First: 3, Last: 5 << 8, Bytes: []byte("hree voted")},
	} {
		t.Run("a batch "+name+" has another sum", func(t *testing.T) {
			if other.Mark().Sum == batch.Mark().Sum {
				t.Fatal("it has the same")
			}
		})
	}
}
