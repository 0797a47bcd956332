// Package faults has no program in it, only tests. Each breaks something under real processes while sessions are played, and
// then asks the history whether what a phone saw acknowledged is in the results. docs/faults.md lists what is proven.
package faults
