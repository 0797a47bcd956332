package main

import (
	"cmp"
	"net"
	"net/netip"
	"slices"
	"strings"
)

// ways are the addresses under which people reach a server.
type ways struct {
	public string // for phones; in links and QR codes
	local  string // for whoever sits at this computer, or the public one when that was chosen
	reach  reach
}

// reach says who can come by the public address.
type reach int

const (
	everybody  reach = iota
	nobodyElse       // the server listens on this computer alone
	noNetwork        // it listens to all networks, and there is none
)

// A network is one of this computer's addresses.
type network struct {
	name    string // of the interface
	addr    netip.Addr
	outward bool // what leaves for the internet leaves here
}

// waysTo finds the addresses for a server that listens on `at`; chosen is the public URL that was set, or "".
func waysTo(at net.Addr, chosen string, networks []network) ways {
	bound, err := netip.ParseAddrPort(at.String())
	if chosen != "" {
		chosen = strings.TrimRight(chosen, "/")
		return ways{public: chosen, local: chosen}
	}
	if err != nil {
		return ways{public: "http://" + at.String(), local: "http://" + at.String()}
	}
	address := func(host string) string {
		return "http://" + net.JoinHostPort(host, portText(bound))
	}
	switch {
	case bound.Addr().IsLoopback():
		here := address(bound.Addr().Unmap().String())
		return ways{public: here, local: here, reach: nobodyElse}
	case !bound.Addr().IsUnspecified():
		here := address(bound.Addr().Unmap().String())
		return ways{public: here, local: here}
	}
	if lan, found := pick(networks); found {
		return ways{public: address(lan.String()), local: address("localhost")}
	}
	return ways{public: address("localhost"), local: address("localhost"), reach: noNetwork}
}

func portText(a netip.AddrPort) string {
	_, port, _ := net.SplitHostPort(a.String())
	return port
}

// virtual begins the names of interfaces that phones are not behind: containers, virtual machines and tunnels.
var virtual = []string{"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "wg", "utun", "tailscale", "zt", "cni", "podman", "lxc"}

// pick chooses the address that phones in the room most likely reach: private, on a real interface, the one that leads
// outward if it is such, else the kind that home and office networks use most.
func pick(list []network) (netip.Addr, bool) {
	score := func(n network) int {
		points := 0
		if n.addr.IsPrivate() {
			points += 8
		}
		if !slices.ContainsFunc(virtual, func(prefix string) bool { return strings.HasPrefix(n.name, prefix) }) {
			points += 16
		}
		if n.outward {
			points += 4
		}
		switch b := n.addr.As4(); b[0] {
		case 192:
			points += 2
		case 10:
			points++
		}
		return points
	}
	list = slices.DeleteFunc(slices.Clone(list), func(n network) bool {
		return !n.addr.Is4() || n.addr.IsLoopback() || n.addr.IsLinkLocalUnicast() || n.addr.IsUnspecified()
	})
	if len(list) == 0 {
		return netip.Addr{}, false
	}
	best := slices.MaxFunc(list, func(a, b network) int { return cmp.Compare(score(a), score(b)) })
	return best.addr, true
}

// networks lists this computer's addresses.
func networks() []network {
	interfaces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	outward := outwardAddr()
	var list []network
	for _, i := range interfaces {
		if i.Flags&net.FlagUp == 0 {
			continue
		}
		addrs, err := i.Addrs()
		if err != nil {
			continue
		}
		for _, a := range addrs {
			if prefix, err := netip.ParsePrefix(a.String()); err == nil {
				addr := prefix.Addr().Unmap()
				list = append(list, network{i.Name, addr, addr == outward})
			}
		}
	}
	return list
}

// outwardAddr asks the system which address it would send from; "connecting" UDP sends nothing.
func outwardAddr() netip.Addr {
	conn, err := net.Dial("udp4", "192.0.2.1:9") //nolint:noctx // no packet leaves, nothing is waited for
	if err != nil {
		return netip.Addr{}
	}
	defer conn.Close()
	at, err := netip.ParseAddrPort(conn.LocalAddr().String())
	if err != nil {
		return netip.Addr{}
	}
	return at.Addr()
}
