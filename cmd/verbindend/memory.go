package main

import (
	"bufio"
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"
)

// freeMemory tells how many bytes this process may still take on Linux: what the machine has available, or less when a control
// group (a container, a systemd unit) allows less. 0: not known. root is the file system from /.
func freeMemory(root fs.FS) uint64 {
	free := min(available(root), cgroupRoom(root))
	if free == math.MaxUint64 {
		return 0
	}
	return free
}

// available reads MemAvailable of /proc/meminfo.
func available(root fs.FS) uint64 {
	if kilobytes, found := lineOf(root, "proc/meminfo", "MemAvailable:"); found {
		return kilobytes << 10
	}
	return math.MaxUint64
}

// cgroupRoom is what the tightest group (version 2) around this process leaves. Pages of files that nobody has used for a while
// count as free: the kernel takes them back first.
func cgroupRoom(root fs.FS) uint64 {
	room := uint64(math.MaxUint64)
	for dir := path.Join("sys/fs/cgroup", ownGroup(root)); strings.HasPrefix(dir, "sys/fs/cgroup"); dir = path.Dir(dir) {
		limit, limited := numberIn(root, path.Join(dir, "memory.max"))
		used, known := numberIn(root, path.Join(dir, "memory.current"))
		if !limited || !known {
			continue
		}
		idle, _ := lineOf(root, path.Join(dir, "memory.stat"), "inactive_file ")
		used -= min(used, idle)
		room = min(room, limit-min(limit, used))
	}
	return room
}

// ownGroup is this process's group, as a path below the root of groups that this process sees.
func ownGroup(root fs.FS) string {
	text, err := fs.ReadFile(root, "proc/self/cgroup")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if group, found := strings.CutPrefix(line, "0::"); found {
			return path.Clean("/" + strings.TrimSpace(group))
		}
	}
	return ""
}

// numberIn reads a file that holds one number; false for "max" and for files that are not there.
func numberIn(root fs.FS, name string) (uint64, bool) {
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return 0, false
	}
	n, err := strconv.ParseUint(strings.TrimSpace(string(text)), 10, 64)
	return n, err == nil
}

// lineOf reads the number after a name at the beginning of a line.
func lineOf(root fs.FS, name, prefix string) (uint64, bool) {
	file, err := root.Open(name)
	if err != nil {
		return 0, false
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if rest, found := strings.CutPrefix(lines.Text(), prefix); found {
			number, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
			n, err := strconv.ParseUint(number, 10, 64)
			return n, err == nil
		}
	}
	return 0, false
}
