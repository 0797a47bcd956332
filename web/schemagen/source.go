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
			if list.Tok == token.CONST {
				s.constant(spec)
			}
		}
	}
}

// constant notes the string constants of a type, written as `A T = "a"` or as `A = T("a")`.
func (s source) constant(spec *ast.ValueSpec) {
	of, _ := spec.Type.(*ast.Ident)
	for _, value := range spec.Values {
		kind := of
		if call, ok := value.(*ast.CallExpr); ok && len(call.Args) == 1 {
			kind, _ = call.Fun.(*ast.Ident)
			value = call.Args[0]
		}
		literal, ok := value.(*ast.BasicLit)
		if !ok || kind == nil || literal.Kind != token.STRING {
			continue
		}
		if text, err := strconv.Unquote(literal.Value); err == nil {
			s.constants[kind.Name] = append(s.constants[kind.Name], text)
		}
	}
}

func flat(comment string) string { return strings.Join(strings.Fields(comment), " ") }
