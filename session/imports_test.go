package session

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The arrows of the design: everything points at session, and session points at nothing that could reach the world.
func TestImports(t *testing.T) {
	allowed := []string{
		"bytes", "cmp", "context", "crypto/sha256", "embed", "encoding/base32", "encoding/binary", "encoding/json", "errors", "fmt", "hash/fnv", "iter", "maps", "math", "math/bits", "math/rand/v2",
		"reflect", "slices", "strconv", "strings", "sync", "time", "unicode", "unicode/utf8",
		"github.com/blevesearch/snowballstem", "github.com/blevesearch/snowballstem/dutch", "github.com/blevesearch/snowballstem/english",
		"golang.org/x/text/cases", "golang.org/x/text/unicode/norm",
	}
	// What of an allowed package would still be a clock, chance without a seed, or output.
	forbidden := map[string][]string{
		"time": {"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Sleep", "Local"},
		"fmt":  {"Print", "Printf", "Println", "Fprint", "Fprintf", "Fprintln", "Scan", "Scanf", "Scanln"},
	}
	seeded := []string{"New", "NewPCG"}

	files := parsed(t)
	t.Run("session imports nothing that does I/O, and nothing of this program", func(t *testing.T) {
		for name, file := range files {
			for _, imp := range file.Imports {
				if path, _ := strconv.Unquote(imp.Path.Value); !slices.Contains(allowed, path) {
					t.Errorf("%s imports %s", name, path)
				}
			}
		}
	})
	t.Run("it reads no clock, draws no chance without a seed and prints nothing", func(t *testing.T) {
		for name, file := range files {
			imported := map[string]string{}
			for _, imp := range file.Imports {
				path, _ := strconv.Unquote(imp.Path.Value)
				short := strings.TrimSuffix(path, "/v2")
				short = short[strings.LastIndex(short, "/")+1:]
				if imp.Name != nil {
					short = imp.Name.Name
				}
				imported[short] = path
			}
			ast.Inspect(file, func(n ast.Node) bool {
				sel, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				if x, ok := sel.X.(*ast.Ident); ok {
					switch path := imported[x.Name]; {
					case path == "math/rand/v2" && !slices.Contains(seeded, sel.Sel.Name), slices.Contains(forbidden[path], sel.Sel.Name):
						t.Errorf("%s uses %s.%s", name, path, sel.Sel.Name)
					}
				}
				return true
			})
		}
	})
	t.Run("it starts no goroutine and locks nothing: a session belongs to one goroutine", func(t *testing.T) {
		for name, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.GoStmt, *ast.SelectStmt, *ast.SendStmt:
					t.Errorf("%s: %T", name, n)
				case *ast.SelectorExpr:
					if x, ok := n.X.(*ast.Ident); ok && x.Name == "sync" && n.Sel.Name != "OnceValue" {
						t.Errorf("%s uses sync.%s", name, n.Sel.Name)
					}
				}
				return true
			})
		}
	})
}

// parsed gives the package's files without the tests.
func parsed(t *testing.T) map[string]*ast.File {
	t.Helper()
	set := token.NewFileSet()
	packages, err := parser.ParseDir(set, ".", func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0) //nolint:staticcheck // one folder without build tags
	if err != nil || len(packages["session"].Files) < 20 {
		t.Fatal(len(packages), err)
	}
	return packages["session"].Files
}
