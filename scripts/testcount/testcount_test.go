package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGo(t *testing.T) {
	for _, c := range []struct {
		name, events string
		want         Count
		prints       string
	}{
		{
			"a test with subtests is the sum of them",
			`{"Action":"run","Package":"p","Test":"TestVote"}
			 {"Action":"run","Package":"p","Test":"TestVote/a"}
			 {"Action":"pass","Package":"p","Test":"TestVote/a"}
			 {"Action":"run","Package":"p","Test":"TestVote/b/c"}
			 {"Action":"pass","Package":"p","Test":"TestVote/b/c"}
			 {"Action":"pass","Package":"p","Test":"TestVote"}
			 {"Action":"pass","Package":"p","Elapsed":1.25}`,
			Count{Passed: 2}, "ok    p  1.2 s",
		},
		{
			"a failed subtest fails once, and says why",
			`{"Action":"run","Package":"p","Test":"TestVote"}
			 {"Action":"run","Package":"p","Test":"TestVote/a/b"}
			 {"Action":"output","Package":"p","Test":"TestVote/a/b","Output":"got 3 dots\n"}
			 {"Action":"fail","Package":"p","Test":"TestVote/a/b"}
			 {"Action":"fail","Package":"p","Test":"TestVote"}
			 {"Action":"fail","Package":"p"}`,
			Count{Failed: 1}, "got 3 dots",
		},
		{
			"a test that fails after its subtests passed counts as well",
			`{"Action":"run","Package":"p","Test":"TestVote"}
			 {"Action":"run","Package":"p","Test":"TestVote/a"}
			 {"Action":"pass","Package":"p","Test":"TestVote/a"}
			 {"Action":"fail","Package":"p","Test":"TestVote"}
			 {"Action":"fail","Package":"p"}`,
			Count{Passed: 1, Failed: 1}, "FAIL  p  TestVote",
		},
		{
			"a package that does not compile is a failure, with the compiler's words",
			`{"Action":"build-output","ImportPath":"p.test","Output":"undefined: Dots\n"}
			 {"Action":"build-fail","ImportPath":"p.test"}
			 {"Action":"fail","Package":"p","FailedBuild":"p.test"}`,
			Count{Failed: 1}, "undefined: Dots",
		},
		{
			"a package without tests is nothing, a skipped test is named",
			`{"Action":"skip","Package":"q"}
			 {"Action":"run","Package":"p","Test":"TestRedis"}
			 {"Action":"output","Package":"p","Test":"TestRedis","Output":"no redis-server\n"}
			 {"Action":"skip","Package":"p","Test":"TestRedis"}
			 {"Action":"pass","Package":"p"}`,
			Count{Skipped: 1}, "no redis-server",
		},
		{"what is no event is shown as it is", "go: cannot find main module", Count{}, "go: cannot find main module"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			got, err := readGo(strings.NewReader(c.events), &out)
			if err != nil || got != c.want {
				t.Errorf("counted %v, %v; want %v", got, err, c.want)
			}
			if !strings.Contains(out.String(), c.prints) {
				t.Errorf("printed %q; want %q in it", out.String(), c.prints)
			}
		})
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	report := func(text string) string {
		file := filepath.Join(dir, "report.json")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	counts := filepath.Join(dir, "counts")
	for _, c := range []struct {
		name   string
		args   []string
		in     string
		prints string
		fails  bool
	}{
		{"nothing counted yet adds up to nothing", []string{"total", "v"}, "", "v: 0 passed, 0 failed\n", false},
		{"go tests that pass", []string{"go"}, `{"Action":"pass","Package":"p","Test":"T"}`, "go: 1 passed, 0 failed\n", false},
		{
			"vitest's report",
			[]string{"vitest", report(`{"numPassedTests":20,"numFailedTests":0,"numPendingTests":1,"numFailedTestSuites":0}`)},
			"", "vitest: 20 passed, 0 failed, 1 skipped\n", false,
		},
		{"the sum so far", []string{"total", "v"}, "", "v: 21 passed, 0 failed, 1 skipped\n", false},
		{"no test at all is refused", []string{"go"}, "", "go: 0 passed, 0 failed\n", true},
		{"a kind nobody knows is refused", []string{"jest"}, "", "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			err := run(append([]string{"-to", counts}, c.args...), strings.NewReader(c.in), &out)
			if (err != nil) != c.fails || !strings.HasSuffix(out.String(), c.prints) {
				t.Errorf("printed %q, %v; want %q", out.String(), err, c.prints)
			}
		})
	}
	t.Run("a failure in Playwright's report counts and is refused", func(t *testing.T) {
		file := report(`{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":0},"errors":[{"message":"no server"}]}`)
		var out strings.Builder
		if err := run([]string{"-to", counts, "playwright", file}, nil, &out); err == nil {
			t.Error("want an error")
		}
		if want := "playwright: 5 passed, 2 failed\n"; out.String() != want {
			t.Errorf("printed %q; want %q", out.String(), want)
		}
	})
	t.Run("a suite that vitest could not load is a failure", func(t *testing.T) {
		got, err := vitest([]byte(`{"numPassedTests":3,"numFailedTests":0,"numFailedTestSuites":1}`))
		if want := (Count{Passed: 3, Failed: 1}); err != nil || got != want {
			t.Errorf("counted %v, %v; want %v", got, err, want)
		}
	})
}
