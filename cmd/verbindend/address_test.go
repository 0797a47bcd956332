package main

import (
	"net"
	"net/netip"
	"testing"
)

func at(text string) net.Addr { return net.TCPAddrFromAddrPort(netip.MustParseAddrPort(text)) }

func nets(list ...string) []network {
	var all []network
	for i := 0; i+1 < len(list); i += 2 {
		all = append(all, network{name: list[i], addr: netip.MustParseAddr(list[i+1])})
	}
	return all
}

func TestWays(t *testing.T) {
	home := nets("lo", "127.0.0.1", "docker0", "172.17.0.1", "wlan0", "192.168.1.20", "wlan0", "fe80::1")
	for _, c := range []struct {
		name   string
		at     string
		chosen string
		nets   []network
		want   ways
	}{
		{"all networks: phones use the one of the room, the host this computer", "[::]:8080", "", home, ways{"http://192.168.1.20:8080", "http://localhost:8080", everybody}},
		{"a chosen address is everybody's", "[::]:8080", "https://v.example/", home, ways{"https://v.example", "https://v.example", everybody}},
		{"this computer alone", "127.0.0.1:8080", "", home, ways{"http://127.0.0.1:8080", "http://127.0.0.1:8080", nobodyElse}},
		{"one network", "192.168.1.20:80", "", home, ways{"http://192.168.1.20:80", "http://192.168.1.20:80", everybody}},
		{"IPv6 stands in brackets", "[2001:db8::1]:80", "", home, ways{"http://[2001:db8::1]:80", "http://[2001:db8::1]:80", everybody}},
		{"no network at all", "0.0.0.0:8080", "", nets("lo", "127.0.0.1"), ways{"http://localhost:8080", "http://localhost:8080", noNetwork}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := waysTo(at(c.at), c.chosen, c.nets); got != c.want {
				t.Errorf("%+v, not %+v", got, c.want)
			}
		})
	}
}

func TestPick(t *testing.T) {
	for _, c := range []struct {
		name string
		nets []network
		want string
	}{
		{"a real network goes before a container's", nets("docker0", "172.17.0.1", "eth0", "10.0.0.5"), "10.0.0.5"},
		{"a room's network goes before a tunnel that everything leaves by",
			[]network{{"tun0", netip.MustParseAddr("10.8.0.2"), true}, {"wlan0", netip.MustParseAddr("192.168.1.7"), false}}, "192.168.1.7"},
		{"of two real networks the one that leads outward",
			[]network{{"eth0", netip.MustParseAddr("192.168.56.1"), false}, {"wlan0", netip.MustParseAddr("10.0.0.9"), true}}, "10.0.0.9"},
		{"a private address goes before a public one", nets("eth0", "203.0.113.9", "eth1", "192.168.0.2"), "192.168.0.2"},
		{"a public one is better than none", nets("lo", "127.0.0.1", "eth0", "203.0.113.9", "eth0", "169.254.3.3"), "203.0.113.9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := pick(c.nets); got.String() != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
		})
	}
}
