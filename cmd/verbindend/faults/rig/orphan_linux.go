package rig

import "syscall"

// orphans makes a process die with the test that started it, also when that runs out of time and clears nothing away.
func orphans() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
