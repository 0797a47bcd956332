//go:build unix

package simulate

import (
	"fmt"
	"os"
	"syscall"
)

// spare is what a simulation opens beside its phones: hosts, screens, requests, the terminal.
const spare = 200

// enoughFiles tells whether this process may have so many phones, and if not, what to do.
func enoughFiles(phones int) error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err == nil && limit.Cur < uint64(phones+spare) {
		return fmt.Errorf("%d phones need %d open files and this shell allows %d: run `ulimit -n %d` first (and where the server is started)",
			phones, phones+spare, limit.Cur, phones+spare)
	}
	return nil
}

// enoughPorts tells the same of the ports that connections to one server leave from.
func enoughPorts(phones, servers int) error {
	text, _ := os.ReadFile("/proc/sys/net/ipv4/ip_local_port_range")
	var first, last int
	if n, _ := fmt.Sscan(string(text), &first, &last); n < 2 || (phones+spare)/servers <= last-first { // elsewhere than on Linux nobody knows
		return nil
	}
	return fmt.Errorf("%d phones need more ports than the %d there are: run `sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\"` or give more --url",
		phones, last-first+1)
}
