package rig

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"testing"
)

// FreePort gives an address on which a process can listen, die and listen again. It lies below the ports that the system
// hands out for outgoing connections, so that nobody takes it in between.
func FreePort(t testing.TB) string {
	t.Helper()
	var listen net.ListenConfig
	for range 100 {
		addr := fmt.Sprintf("127.0.0.1:%d", 20_000+rand.N(12_000)) //nolint:gosec // any free port will do
		if l, err := listen.Listen(context.Background(), "tcp", addr); err == nil {
			_ = l.Close()
			return addr
		}
	}
	t.Fatal("no free port")
	return ""
}
