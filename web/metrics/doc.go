// Package metrics counts what a server does and tells Prometheus. It is the one package that knows that library: the rooms
// (session/live) and the web each have a Meter of their own, an interface, which Meter here implements.
//
// Whoever sends something can never make a new time series: every label has a fixed list of values, and what is on none of them
// is counted as "other". No label names a person, a session or an address.
//
// docs/operations.md says of each figure what it means; a test holds that list to this package, and the dashboard and the alert
// rules to figures that exist.
package metrics
