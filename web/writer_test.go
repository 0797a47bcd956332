package web

import (
	"encoding/json"
	"testing"

	"verbindend/web/wire"
)

func TestAck(t *testing.T) {
	for _, ack := range []wire.Ack{
		{N: 1}, {N: 1<<64 - 1, Me: json.RawMessage(`{"group":"g1","chosen":true,"cards":[],"ballot":null}`)}, {N: 3, Me: json.RawMessage("null")},
	} {
		t.Run("is written by hand as the wire's type is encoded", func(t *testing.T) {
			ack.T = wire.TAck
			want, err := json.Marshal(ack)
			if err != nil {
				t.Fatal(err)
			}
			if got := appendAck(nil, ack.N, ack.Me); string(got) != string(want) {
				t.Errorf("%s, want %s", got, want)
			}
		})
	}
}
