package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"verbindend/cmd/verbindend/simulate"
)

// used reads what a process has used so far.
func (c *child) used() (cpu time.Duration, rss int64, err error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.cmd.Process.Pid))
	if err != nil {
		return 0, 0, err
	}
	_, after, _ := strings.Cut(string(stat), ") ") // the name before may hold anything
	fields := strings.Fields(after)
	if len(fields) < 22 {
		return 0, 0, fmt.Errorf("/proc tells %d fields", len(fields))
	}
	var user, system, pages int64
	if _, err := fmt.Sscan(strings.Join([]string{fields[11], fields[12], fields[21]}, " "), &user, &system, &pages); err != nil {
		return 0, 0, err
	}
	const tick = 10 * time.Millisecond // Linux tells hundredths to everybody
	return time.Duration(user+system) * tick, pages * int64(os.Getpagesize()), nil
}

// gauge reads servers, and the store under them when it is a process of its own.
func gauge(servers []*child, store *child) simulate.Gauge {
	return func(context.Context) (simulate.Reading, error) {
		var r simulate.Reading
		for _, s := range servers {
			cpu, rss, err := s.used()
			if err != nil {
				return r, err
			}
			r.ServerCPU += cpu
			r.RSS += rss
		}
		if store != nil {
			cpu, _, err := store.used()
			if err != nil {
				return r, err
			}
			r.StoreCPU = cpu
		}
		return r, nil
	}
}
