package main

import "runtime/debug"

// version is set by the linker: -X main.version=…
var version = ""

type versionCmd struct{}

// Run says which version this is.
func (versionCmd) Run(t *terminal) error { //nolint:unparam // every command answers with an error
	t.say("verbindend %s", versionText())
	return nil
}

// versionText is the version that was linked in, or else the commit that the Go tool noted.
func versionText() string {
	if version != "" {
		return version
	}
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, s := range build.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 7 {
				return s.Value[:7]
			}
		}
	}
	return "unversioned"
}
