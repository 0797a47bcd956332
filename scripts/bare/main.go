package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"os"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/websocket/v2"
)

func main() {
	log.SetFlags(0)
	addr := flag.String("addr", "127.0.0.1:0", "where to listen; it is printed")
	coalesce := flag.Duration("coalesce", 50*time.Millisecond, "what is said within this time is told together")
	flag.Parse()
	if err := run(*addr, *coalesce); err != nil {
		log.Fatal(err)
	}
}

func run(addr string, coalesce time.Duration) error {
	listener, err := net.Listen("tcp", addr) //nolint:noctx // for as long as the program lives
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stdout, listener.Addr())
	return newApp(coalesce).Listener(listener)
}

// newApp is the whole of it.
func newApp(coalesce time.Duration) *fiber.App {
	rooms := newRooms(coalesce)
	app := fiber.New(fiber.Config{DisableStartupMessage: true, Immutable: true, BodyLimit: 4 << 20})
	app.Server().KeepHijackedConns = true
	app.Get("/api/sessions/:id/socket", websocket.New(func(c *websocket.Conn) {
		inner := c.Conn // the wrapper is given back when this returns
		defer inner.Close()
		rooms.get(c.Params("id")).serve(inner)
	}, websocket.Config{ReadBufferSize: 1024, WriteBufferSize: 1024}))
	app.Post("/broadcast/:id", func(c *fiber.Ctx) error {
		told, err := rooms.get(c.Params("id")).tell(string(c.Body()))
		if err != nil {
			return err
		}
		return c.JSON(map[string]int{"told": told})
	})
	app.Get("/metrics", func(c *fiber.Ctx) error {
		cpu, rss, err := used()
		if err != nil {
			return err
		}
		return c.SendString(fmt.Sprintf("process_cpu_seconds_total %v\nprocess_resident_memory_bytes %d\n", cpu.Seconds(), rss))
	})
	return app
}

// used reads what this process has used so far, where /proc tells it.
func used() (cpu time.Duration, rss int64, err error) {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0, 0, err
	}
	_, after, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(after)
	var user, system, pages int64
	if len(fields) < 22 {
		return 0, 0, fmt.Errorf("/proc/self/stat has %d fields", len(fields))
	}
	if _, err := fmt.Sscan(strings.Join([]string{fields[11], fields[12], fields[21]}, " "), &user, &system, &pages); err != nil {
		return 0, 0, err
	}
	const tick = 10 * time.Millisecond // Linux tells hundredths to everybody
	return time.Duration(user+system) * tick, pages * int64(os.Getpagesize()), nil
}
