//go:build race

package reports

const sparing = true
