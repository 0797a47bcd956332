package main

import (
	"fmt"
	"time"

	"verbindend/session/redislog"
)

// What a server needs, for who reads what it complains of.
const (
	spareFiles    = 128       // open files besides those of the connections: store, listeners, pages
	perConnection = 64 << 10  // bytes of memory, with what the room holds for it and room for peaks: docs/performance.md
	ownMemory     = 128 << 20 // bytes of memory for the program itself, open rooms and reports
	enoughDisk    = 512 << 20 // bytes free beside the store; compacting needs as much again as the store holds
	clockSlack    = 2 * time.Second
)

// A machine is what a server runs on. Zeros are what it does not tell.
type machine struct {
	files  uint64              // that the program may have open
	memory uint64              // bytes that it may still take
	disk   uint64              // bytes free where the store is; 0 with Redis too
	now    time.Time           // its clock
	newest time.Time           // the last thing that the store knows of
	redis  []redislog.Settings // of the store's servers
}

// A complaint is one thing that a machine falls short in.
type complaint struct {
	about string // one word, for programs that read logs
	words string
}

// complaints says in one line each where a machine falls short for so many connections.
func (w *words) complaints(m machine, capacity int) []complaint {
	var list []complaint
	complain := func(about, format string, args ...any) {
		list = append(list, complaint{about, fmt.Sprintf(format, args...)})
	}
	wanted := uint64(capacity) //nolint:gosec // never negative
	if files := wanted + spareFiles; m.files > 0 && m.files < files {
		complain("files", w.fewFiles, m.files, capacity, files)
	}
	if memory := wanted*perConnection + ownMemory; m.memory > 0 && m.memory < memory {
		complain("memory", w.littleMemory, m.memory>>20, capacity, memory>>20)
	}
	if m.disk > 0 && m.disk < enoughDisk {
		complain("disk", w.littleDisk, m.disk>>20)
	}
	if behind := m.newest.Sub(m.now); !m.newest.IsZero() && behind > clockSlack {
		complain("clock", w.clockBehind, m.now.Format(time.DateTime), m.newest.In(m.now.Location()).Format(time.DateTime))
	}
	for _, s := range m.redis {
		w.redisComplaints(s, complain)
	}
	return unique(list)
}

func (w *words) redisComplaints(s redislog.Settings, complain func(about, format string, args ...any)) {
	if s.AppendOnly == "no" {
		complain("redis_appendonly", w.redisForgets)
	} else if s.AppendFsync != "" && s.AppendFsync != "always" {
		complain("redis_appendfsync", w.redisLate, s.AppendFsync)
	}
	if s.Eviction != "" && s.Eviction != "noeviction" {
		complain("redis_eviction", w.redisEvicts, s.Eviction)
	}
	if drift := s.Asked.Sub(s.Clock); !s.Clock.IsZero() && drift.Abs() > clockSlack {
		complain("clock", w.clockDiffers, drift.Round(time.Second).Abs())
	}
}

// unique leaves out what several servers have in common.
func unique(list []complaint) []complaint {
	seen := map[complaint]bool{}
	kept := list[:0]
	for _, c := range list {
		if !seen[c] {
			seen[c] = true
			kept = append(kept, c)
		}
	}
	return kept
}
