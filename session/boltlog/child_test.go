package boltlog

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"verbindend/session/logtest"
)

// Some promises can only be kept by a process that dies. Those tests start this test binary again with a role in the environment.
const roleVariable, dirVariable = "BOLTLOG_TEST_ROLE", "BOLTLOG_TEST_DIR"

var roles = map[string]func(dir string) error{
	"hold":   hold,
	"append": appendForEver,
}

func TestMain(m *testing.M) {
	for point := range crashes {
		roles["crash "+point] = dieAt(point)
	}
	role := os.Getenv(roleVariable)
	if role == "" {
		os.Exit(m.Run())
	}
	if err := roles[role](os.Getenv(dirVariable)); err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

// hold opens the log and waits to be killed.
func hold(dir string) error {
	if _, err := Open(dir); err != nil {
		return err
	}
	fmt.Println("open")
	time.Sleep(time.Hour) // not select {}: the runtime ends a process in which nothing can happen any more
	return nil
}

// appendForEver prints the number of each record that was acknowledged, until it is killed.
func appendForEver(dir string) error {
	l, err := Open(dir)
	if err != nil {
		return err
	}
	for seq := uint64(1); ; seq++ {
		if err := logtest.Append(context.Background(), l, "a", seq, seq, fmt.Append(nil, "record ", seq)); err != nil {
			return err
		}
		fmt.Println(seq)
	}
}

type process struct {
	cmd   *exec.Cmd
	lines *bufio.Scanner
}

func child(t *testing.T, role, dir string) process {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleVariable+"="+role, dirVariable+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	return process{cmd, bufio.NewScanner(out)}
}

func (p process) line(t *testing.T) string {
	t.Helper()
	if !p.lines.Scan() {
		t.Fatal("the child process says nothing")
	}
	return p.lines.Text()
}

// kill ends the process without any chance to tidy up, and gives what it had printed by then.
func (p process) kill(t *testing.T) (rest []string) {
	t.Helper()
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for p.lines.Scan() {
		rest = append(rest, p.lines.Text())
	}
	p.cmd.Wait()
	return rest
}
