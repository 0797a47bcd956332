// Package rig holds what tests break: the real program as a process on a port of its own, and lines between people, servers
// and stores that can be cut, held up and slowed down. Everything it starts belongs to one test and goes with it, and every
// wait has an end.
package rig
