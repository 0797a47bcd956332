package redistest

import (
	"fmt"
	"math/rand/v2"
	"net"
	"strconv"
	"testing"
	"time"
)

// freePort gives a port that nobody has, 10,000 below another one, which a Cluster's node takes for its bus. Both lie below
// the ports that systems give to those who connect somewhere.
func freePort(t testing.TB) string {
	t.Helper()
	var err error
	for range 100 {
		port := 12_000 + rand.IntN(10_000)
		if err = free(port); err == nil {
			err = free(port + 10_000)
		}
		if err == nil {
			return strconv.Itoa(port)
		}
	}
	t.Fatal(err)
	return ""
}

func free(port int) error {
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	return l.Close()
}

// await tries something until it succeeds. It gives up, and ends the test, when that takes too long.
func await(t testing.TB, try func() error) {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		err := try()
		if err == nil {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("after %v: %v", patience, err)
		}
	}
}
