package web

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// A crowd is many sockets of clients in this process that cost it next to nothing: file descriptors and one epoll, no
// goroutine and no buffer for each. So what a benchmark measures is what the server spends.
type crowd struct {
	tb    testing.TB
	epoll int
	all   []*stander
	byFD  map[int32]*stander
	heard func(s *stander, message []byte) // is given every text message that the crowd hears; its bytes are reused
}

// A stander is one socket of the crowd.
type stander struct {
	fd       int
	number   int
	messages int
	bytes    int    // of the messages' text
	rest     []byte // of a message that has come in part
}

// gather connects n sockets to a path; say gives the head that each sends along, in full lines, and its first message.
func gather(tb testing.TB, address, path string, n int, say func(i int) (head, hello string)) *crowd {
	tb.Helper()
	epoll, err := syscall.EpollCreate1(0)
	if err != nil {
		tb.Fatal(err)
	}
	c := &crowd{tb: tb, epoll: epoll, byFD: map[int32]*stander{}, heard: func(*stander, []byte) {}}
	tb.Cleanup(func() { c.leave(); _ = syscall.Close(epoll) })
	for i := range n { // all knock before any is heard: they come at once
		head, _ := say(i)
		c.all = append(c.all, &stander{fd: c.dial(address, path, head), number: i})
	}
	for i, s := range c.all {
		c.letIn(s)
		fd := int32(s.fd) //nolint:gosec // a file descriptor is small
		c.byFD[fd] = s
		if err := syscall.EpollCtl(epoll, syscall.EPOLL_CTL_ADD, s.fd, &syscall.EpollEvent{Events: syscall.EPOLLIN, Fd: fd}); err != nil {
			tb.Fatal(err)
		}
		if _, hello := say(i); hello != "" {
			c.say(s, hello)
		}
	}
	return c
}

// dial connects and asks for a socket.
func (c *crowd) dial(address, path, head string) int {
	c.tb.Helper()
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		c.tb.Fatal(err)
	}
	number, err := strconv.Atoi(port)
	if err != nil {
		c.tb.Fatal(err)
	}
	to := &syscall.SockaddrInet4{Port: number}
	copy(to.Addr[:], net.ParseIP(host).To4())
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err == nil {
		err = syscall.Connect(fd, to)
	}
	if err != nil {
		c.tb.Fatal(err)
	}
	request := "GET " + path + " HTTP/1.1\r\nHost: " + address + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
		"Sec-WebSocket-Key: " + base64.StdEncoding.EncodeToString(make([]byte, 16)) + "\r\n" + head + "\r\n"
	if _, err := syscall.Write(fd, []byte(request)); err != nil {
		c.tb.Fatal(err)
	}
	return fd
}

// letIn reads the answer.
func (c *crowd) letIn(s *stander) {
	c.tb.Helper()
	var reply []byte
	for one := make([]byte, 1); !bytes.HasSuffix(reply, []byte("\r\n\r\n")); reply = append(reply, one[0]) { // a byte at a time: not into what follows
		if n, err := syscall.Read(s.fd, one); n != 1 || err != nil {
			c.tb.Fatalf("after %q: %v", reply, err)
		}
	}
	if !bytes.HasPrefix(reply, []byte("HTTP/1.1 101")) {
		c.tb.Fatalf("no socket: %s", reply)
	}
	if err := syscall.SetNonblock(s.fd, true); err != nil {
		c.tb.Fatal(err)
	}
}

// say sends a text message. It is masked, as clients must, with a mask that changes nothing.
func (c *crowd) say(s *stander, text string) {
	frame := []byte{0x81}
	if len(text) < 126 {
		frame = append(frame, 0x80|byte(len(text)))
	} else {
		frame = binary.BigEndian.AppendUint16(append(frame, 0x80|126), uint16(len(text))) //nolint:gosec // short texts
	}
	frame = append(append(frame, 0, 0, 0, 0), text...)
	if n, err := syscall.Write(s.fd, frame); n != len(frame) || err != nil {
		c.tb.Fatalf("say: %d of %d, %v", n, len(frame), err)
	}
}

// until listens until something is so, and tells how long that took.
func (c *crowd) until(what string, so func() bool) time.Duration {
	c.tb.Helper()
	began := time.Now()
	events, buffer := make([]syscall.EpollEvent, 256), make([]byte, 64<<10)
	for !so() {
		if time.Since(began) > patience {
			c.tb.Fatalf("waited in vain until %s", what)
		}
		c.listen(events, buffer)
	}
	return time.Since(began)
}

func (c *crowd) listen(events []syscall.EpollEvent, buffer []byte) {
	n, err := syscall.EpollWait(c.epoll, events, 20)
	if err != nil && !errors.Is(err, syscall.EINTR) {
		c.tb.Fatal(err)
	}
	for _, event := range events[:max(n, 0)] {
		s := c.byFD[event.Fd]
		n, err := syscall.Read(s.fd, buffer)
		if n <= 0 {
			c.tb.Fatalf("%d was let go: %v", s.number, err)
		}
		c.take(s, buffer[:n])
	}
}

// take cuts what came into messages.
func (c *crowd) take(s *stander, text []byte) {
	if len(s.rest) > 0 {
		text = append(s.rest, text...)
	}
	for len(text) >= 2 {
		kind, size, at := text[0]&0xf, int(text[1]), 2
		if size == 126 {
			if len(text) < 4 {
				break
			}
			size, at = int(binary.BigEndian.Uint16(text[2:])), 4
		} else if size == 127 {
			c.tb.Fatal("a message of more than 64 KB")
		}
		if len(text) < at+size {
			break
		}
		if kind == 1 {
			s.messages++
			s.bytes += size
			c.heard(s, text[at:at+size])
		}
		text = text[at+size:]
	}
	s.rest = append([]byte(nil), text...)
}

// leave closes every socket.
func (c *crowd) leave() {
	for _, s := range c.all {
		_ = syscall.Close(s.fd)
	}
	c.all = nil
}

// phones gathers participants in a session; each has heard a whole frame when they are given.
func phones(tb testing.TB, address, id string, n int) *crowd {
	tb.Helper()
	settled := 0
	c := gather(tb, address, "/api/sessions/"+id+"/socket", n, func(i int) (string, string) {
		return fmt.Sprintf("Cookie: %s=%s\r\n", personCookie, token(fmt.Sprint("phone", i))),
			fmt.Sprintf(`{"t":"hello","role":"participant","client":"tab-%06d"}`, i)
	})
	c.heard = func(_ *stander, message []byte) {
		if bytes.HasPrefix(message, []byte(`{"t":"frame"`)) && bytes.Contains(message[:min(len(message), 100)], []byte(`"since":0`)) {
			settled++
		}
	}
	c.until("all have a frame", func() bool { return settled == n })
	c.heard = func(*stander, []byte) {}
	return c
}
