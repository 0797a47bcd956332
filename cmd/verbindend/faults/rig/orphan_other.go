//go:build !linux

package rig

import "syscall"

func orphans() *syscall.SysProcAttr { return nil }
