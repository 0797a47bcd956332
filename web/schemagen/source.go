package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// source is what the files of a package say that reflection cannot tell.
type source struct {
	comments  map[string]string   // by type, and by type and field: "Counts.Joined"
	constants map[string][]string // the string constants of each type, in their order
}

func readSource(folder string) (source, error) {
	s := source{comments: map[string]string{}, constants: map[string][]string{}}
	productive := func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }
	packages, err := parser.ParseDir(token.NewFileSet(), folder, productive, parser.ParseComments) //nolint:staticcheck // comments need no type checker
	if err != nil {
		return s, err
	}
	for _, p := range packages {
		for _, name := range slices.Sorted(maps.Keys(p.Files)) {
			for _, d := range p.Files[name].Decls {
				if list, ok := d.(*ast.GenDecl); ok {
					s.read(list)
				}
			}
		}
	}
	return s, nil
}

func (s source) read(list *ast.GenDecl) {
	for _, spec := range list.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			s.comments[spec.Name.Name] = flat(list.Doc.Text())
			if t, ok := spec.Type.(*ast.StructType); ok {
				for _, f := range t.Fields.List {
					for _, name := range f.Names {
						s.comments[spec.Name.Name+"."+name.Name] = flat(f.Doc.Text() + f.Comment.Text())
					}
				}
			}
		case *ast.ValueSpec:
			of, ok := spec.Type.(*ast.Ident)
			if !ok || list.Tok != token.CONST {
				continue
			}
			for _, value := range spec.Values {
				if literal, ok := value.(*ast.BasicLit); ok && literal.Kind == token.STRING {
					if text, err := strconv.Unquote(literal.Value); err == nil {
						s.constants[of.Name] = append(s.constants[of.Name], text)
					}
				}
			}
		}
	}
}

func flat(comment string) string { return strings.Join(strings.Fields(comment), " ") }
