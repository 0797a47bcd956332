package main

import (
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"verbindend/session"
	"verbindend/session/redislog"
	"verbindend/session/redislog/redistest"
)

func TestComplaints(t *testing.T) {
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	good := redislog.Settings{AppendOnly: "yes", AppendFsync: "always", Eviction: "noeviction", Clock: noon, Asked: noon}
	// setting changes the good settings in one respect.
	setting := func(change func(*redislog.Settings)) []redislog.Settings {
		s := good
		change(&s)
		return []redislog.Settings{good, s, s}
	}
	for name, c := range map[string]struct {
		machine machine
		about   string // "" when there is nothing to complain of
		says    []string
	}{
		"a machine that tells nothing is not complained of": {machine: machine{}},
		"a machine with enough of everything is not either": {machine: machine{
			files: 2128, memory: 1 << 30, disk: 1 << 30, now: noon, newest: noon.Add(-time.Hour), redis: []redislog.Settings{good},
		}},
		"too few open files":           {machine{files: 1024}, "files", []string{"1024", "2000", "2128", "ulimit -n"}},
		"too little memory":            {machine{memory: 100 << 20}, "memory", []string{"100 MB", "2000", "253 MB", "--capacity"}},
		"a disk that is nearly full":   {machine{disk: 30 << 20}, "disk", []string{"30 MB", "--data"}},
		"a clock behind what was kept": {machine{now: noon, newest: noon.Add(time.Hour)}, "clock", []string{"2026-11-23 12:00:00", "2026-11-23 13:00:00"}},
		"a Redis without a file": {
			machine{redis: setting(func(s *redislog.Settings) { s.AppendOnly = "no" })}, "redis_appendonly", []string{"appendonly yes"},
		},
		"a Redis that writes to disk every second": {
			machine{redis: setting(func(s *redislog.Settings) { s.AppendFsync = "everysec" })}, "redis_appendfsync", []string{"everysec", "always"},
		},
		"a Redis that throws things away": {
			machine{redis: setting(func(s *redislog.Settings) { s.Eviction = "allkeys-lru" })}, "redis_eviction", []string{"allkeys-lru", "noeviction"},
		},
		"a Redis on another time": {
			machine{redis: setting(func(s *redislog.Settings) { s.Clock = noon.Add(time.Minute) })}, "clock", []string{"1m0s"},
		},
		"a Redis that tells nothing is not complained of": {machine: machine{redis: []redislog.Settings{{}}}},
	} {
		t.Run(name, func(t *testing.T) {
			for lang, w := range wordsIn {
				list := w.complaints(c.machine, 2000)
				if c.about == "" {
					if len(list) > 0 {
						t.Errorf("%s: %v", lang, list)
					}
					continue
				}
				if len(list) != 1 || list[0].about != c.about {
					t.Fatalf("%s: %v", lang, list)
				}
				for _, part := range c.says {
					if words := list[0].words; !strings.Contains(words, part) || strings.Contains(words, "%!") || strings.Contains(words, "\n") {
						t.Errorf("%s: %q does not say %s", lang, words, part)
					}
				}
			}
		})
	}
	t.Run("in each language something else is said", func(t *testing.T) {
		m := everythingWrong()
		dutch, english := wordsIn[session.Dutch], wordsIn[session.English]
		nl, en := dutch.complaints(m, 10), english.complaints(m, 10)
		if len(nl) != 8 || len(en) != 8 {
			t.Fatalf("%d and %d of 8", len(nl), len(en))
		}
		for i := range nl {
			if nl[i].about != en[i].about || nl[i].words == en[i].words {
				t.Errorf("%v, %v", nl[i], en[i])
			}
		}
	})
}

// everythingWrong is a machine that falls short in everything.
func everythingWrong() machine {
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	return machine{files: 1, memory: 1, disk: 1, now: noon, newest: noon.Add(time.Hour), redis: []redislog.Settings{
		{AppendOnly: "no", Eviction: "volatile-ttl", Clock: noon, Asked: noon.Add(time.Hour)}, {AppendOnly: "yes", AppendFsync: "no"},
	}}
}

func TestFreeMemory(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	meminfo := file("MemTotal:        8000000 kB\nMemFree:          100000 kB\nMemAvailable:    4000000 kB\n")
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  uint64
	}{
		"is unknown where there is no /proc": {fstest.MapFS{}, 0},
		"is what the machine has available":  {fstest.MapFS{"proc/meminfo": meminfo}, 4000000 << 10},
		"is what the container allows": {fstest.MapFS{
			"proc/meminfo": meminfo, "proc/self/cgroup": file("0::/\n"),
			"sys/fs/cgroup/memory.max": file("500000000\n"), "sys/fs/cgroup/memory.current": file("300000000\n"),
			"sys/fs/cgroup/memory.stat": file("anon 100000000\ninactive_file 50000000\n"),
		}, 250000000},
		"is what the tightest group around allows": {fstest.MapFS{
			"proc/meminfo": meminfo, "proc/self/cgroup": file("12:cpu:/x\n0::/system.slice/verbindend.service\n"),
			"sys/fs/cgroup/system.slice/verbindend.service/memory.max": file("max\n"), "sys/fs/cgroup/system.slice/verbindend.service/memory.current": file("1\n"),
			"sys/fs/cgroup/system.slice/memory.max": file("1000\n"), "sys/fs/cgroup/system.slice/memory.current": file("400\n"),
		}, 600},
		"is hardly anything in a group that is full": {fstest.MapFS{
			"proc/meminfo": file("MemAvailable:    1 kB\n"), "proc/self/cgroup": file("0::/\n"),
			"sys/fs/cgroup/memory.max": file("1000"), "sys/fs/cgroup/memory.current": file("999"),
		}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			if got := freeMemory(c.files); got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
	t.Run("is known on this Linux machine, and no fantasy", func(t *testing.T) {
		if _, err := os.Stat("/proc/meminfo"); err != nil {
			t.Skip("no /proc here")
		}
		if got := freeMemory(os.DirFS("/")); got < 1<<20 || got > math.MaxInt64 {
			t.Error(got)
		}
	})
}

func TestSurvey(t *testing.T) {
	t.Run("a server says in one line each what its Redis does not promise", func(t *testing.T) {
		addr, _ := redistest.Start(t, "--maxmemory-policy", "allkeys-lru")
		p := start(t, "serve", "--addr", "127.0.0.1:0", "--redis", "redis://"+addr, "--capacity", "10")
		p.says(t, "Ctrl")
		for _, part := range []string{"check=redis_appendonly", "check=redis_eviction", "appendonly yes", "noeviction"} {
			if said := p.err.String(); strings.Count(said, part) != 1 {
				t.Errorf("%s not once in\n%s", part, said)
			}
		}
	})
	t.Run("a server that lacks nothing says nothing", func(t *testing.T) {
		addr, _ := redistest.Start(t, "--appendonly", "yes", "--appendfsync", "always")
		p := start(t, "serve", "--addr", "127.0.0.1:0", "--redis", "redis://"+addr, "--capacity", "10")
		p.says(t, "Ctrl")
		if said := p.err.String(); strings.Contains(said, "check=") {
			t.Errorf("it complains:\n%s", said)
		}
	})
	t.Run("a capacity beyond this machine is said to be so", func(t *testing.T) {
		p := start(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir(), "--capacity", "2000000000")
		p.says(t, "Ctrl")
		if said := p.err.String(); !strings.Contains(said, "check=memory") {
			t.Errorf("no word of memory:\n%s", said)
		}
	})
}
