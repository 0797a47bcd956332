package rig

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// program is the built binary; it is made once for all tests of a process.
var program struct {
	once sync.Once
	dir  string
	path string
	err  error
}

// Run runs the tests of a package, without the environment of whoever runs them, and clears away what was built for them.
func Run(m *testing.M) int {
	for _, entry := range os.Environ() {
		if name, _, _ := strings.Cut(entry, "="); strings.HasPrefix(name, "VERBINDEND_") && name != binVariable || name == "REDIS_URL" {
			_ = os.Unsetenv(name)
		}
	}
	defer func() { _ = os.RemoveAll(program.dir) }()
	return m.Run()
}

// binVariable names a binary to use instead of building one.
const binVariable = "VERBINDEND_BIN"

// Program gives the path of the program, built for this test run.
func Program(t testing.TB) string {
	t.Helper()
	program.once.Do(func() {
		if program.path = os.Getenv(binVariable); program.path != "" {
			return
		}
		if program.dir, program.err = os.MkdirTemp("", "verbindend-faults-"); program.err != nil {
			return
		}
		program.path = filepath.Join(program.dir, "verbindend")
		build := exec.CommandContext(context.Background(), "go", "build", "-o", program.path, "verbindend/cmd/verbindend")
		if out, err := build.CombinedOutput(); err != nil {
			program.err = fmt.Errorf("build the program: %w\n%s", err, out)
		}
	})
	if program.err != nil {
		t.Fatal(program.err)
	}
	return program.path
}
