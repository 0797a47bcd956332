package web

import (
	"bytes"
	"net/netip"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// Who a request comes from: what is slowed down is slowed down by that.

// address names who a request comes from. Behind a trusted proxy that is the last address in X-Forwarded-For that is not a
// trusted proxy itself: what stands before it was written by the sender. An IPv6 network of 64 bits is one sender.
func (s *Server) address(c *fiber.Ctx) string {
	address, err := s.sender(c)
	if err != nil {
		return c.Context().RemoteIP().String()
	}
	if address.Is6() {
		if network, err := address.Prefix(64); err == nil {
			return network.String()
		}
	}
	return address.String()
}

// sender is the same as an address, not as a name.
func (s *Server) sender(c *fiber.Ctx) (netip.Addr, error) {
	address, err := netip.ParseAddr(c.Context().RemoteIP().String())
	if err != nil {
		return address, err
	}
	if address = address.Unmap(); s.trusts(address) {
		address = s.behind(address, forwardedFor(c))
	}
	return address, nil
}

// forwardedFor gives all that X-Forwarded-For says, in order. A proxy may add to the line that is there, or add one of its own: then the
// first is the sender's, who could write any address into it.
func forwardedFor(c *fiber.Ctx) string {
	return string(bytes.Join(c.Request().Header.PeekAll(fiber.HeaderXForwardedFor), []byte(",")))
}

// behind goes back from a trusted proxy to the first address that is none.
func (s *Server) behind(proxy netip.Addr, forwarded string) netip.Addr {
	hops := strings.Split(forwarded, ",")
	for i := len(hops) - 1; i >= 0; i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		if proxy = hop.Unmap(); !s.trusts(proxy) {
			break
		}
	}
	return proxy
}

func (s *Server) trusts(address netip.Addr) bool {
	for _, network := range s.proxies {
		if network.Contains(address.Unmap()) {
			return true
		}
	}
	return false
}

// networks reads addresses and networks in the form that Config.TrustedProxies has.
func networks(list []string) ([]netip.Prefix, error) {
	found := make([]netip.Prefix, 0, len(list))
	for _, text := range list {
		if network, err := netip.ParsePrefix(text); err == nil {
			found = append(found, network)
			continue
		}
		address, err := netip.ParseAddr(text)
		if err != nil {
			return nil, err
		}
		address = address.Unmap()
		found = append(found, netip.PrefixFrom(address, address.BitLen()))
	}
	return found, nil
}
