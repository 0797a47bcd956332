// Package demo plays a session at the pace of people, for somebody who looks along on the host's page and the big screen. The
// group is invented and says so: the session is marked as fictional, and so is everything that comes of it.
package demo
