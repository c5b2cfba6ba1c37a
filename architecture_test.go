package main_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "yidanqing"

// goPackage is what go list says of one package.
type goPackage struct {
	ImportPath string
	Standard   bool
	Imports    []string // without those of its tests
	Module     *struct {
		Path, Version, Dir string
	}
	Dir string
}

// build is one way in which the program is built; files differ by system and tags.
type build struct {
	system, tags string
	cgo          string
}

var builds = []build{
	{system: "linux", tags: "x11", cgo: "1"},
	{system: "windows", cgo: "1"},
	{system: "linux", tags: "cli", cgo: "0"},
	{system: "windows", tags: "cli", cgo: "0"},
}

// list asks go list for the packages that patterns name, with everything they reach.
func list(t *testing.T, b build, patterns ...string) []goPackage {
	t.Helper()
	args := append([]string{"list", "-deps", "-json=ImportPath,Standard,Imports,Module,Dir", "-tags", b.tags}, patterns...)
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Env = append(os.Environ(), "GOOS="+b.system, "GOARCH=amd64", "CGO_ENABLED="+b.cgo)
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list (%s, tags %q): %v\n%s", b.system, b.tags, err, exit.Stderr)
		}
		t.Fatalf("go list: %v", err)
	}
	var packages []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// under tells whether the package at path is the one at root or lies below it.
func under(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }

func underAny(path string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool { return under(path, root) })
}

// part gives the first folder of one of our packages: app, data, reports, ui, assets; "main" for the root.
func part(path string) string {
	rest, found := strings.CutPrefix(path, module+"/")
	if !found {
		return "main"
	}
	name, _, _ := strings.Cut(rest, "/")
	return name
}

// reach says which parts a part may import, itself included.
var reach = map[string][]string{
	"main":    {"app", "data", "reports", "ui", "assets"},
	"app":     {"app"},
	"data":    {"data", "app"},
	"reports": {"reports", "app"},
	"ui":      {"ui", "app"},
	"assets":  {"assets"},
}

// onlyImporter names the one place that may import a library, so that it can be replaced there.
var onlyImporter = map[string]string{
	"fyne.io/fyne/v2/app":         module,
	"github.com/jung-kurt/gofpdf": module + "/reports/pdf",
	"modernc.org/sqlite":          module + "/data/store",
}

// network are packages that open connections: the program works without a network and none of ours asks for one.
var network = []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "golang.org/x/net"}

// harmless lie below the names of network but only read text.
var harmless = []string{"net/url", "net/mail", "net/textproto", "net/netip"}

// outside is what package app and those below it leave to data, reports and ui: files, processes, databases.
var outside = []string{"os", "syscall", "database/sql", "embed", "plugin"}

// useCases share the domain packages and are used by the faces only.
var useCases = []string{module + "/app/intake", module + "/app/decide", module + "/app/inquire", module + "/app/upkeep"}

// readers turn one source each into words of the domain: none of them knows the judgement or what becomes of it.
var readers = []string{module + "/app/text", module + "/app/calendar", module + "/app/lexicon", module + "/app/vector", module + "/app/table",
	module + "/app/notice", module + "/app/duty", module + "/app/rule", module + "/app/precedent", module + "/app/oldledger"}

var judging = []string{module + "/app/judge", module + "/app/ledger", module + "/app/paper"}

// violation gives the rule that an import breaks, or nothing.
func violation(from, to string, standard bool) string {
	if owner, found := onlyImporter[to]; found && from != owner {
		return "only " + owner + " imports it"
	}
	if underAny(to, network) && !underAny(to, harmless) {
		return "the program opens no network connections"
	}
	ours := under(to, module)
	if ours {
		if !slices.Contains(reach[part(from)], part(to)) {
			return part(from) + " may import only " + strings.Join(reach[part(from)], ", ")
		}
		if part(from) == "app" && underAny(to, useCases) && !under(from, to) {
			return "within app nothing knows a use case"
		}
		if underAny(from, readers) && underAny(to, judging) {
			return "what reads a source knows nothing of the judgement"
		}
		return ""
	}
	switch {
	case part(from) == "app" && !standard:
		return "app imports the standard library and app only"
	case part(from) == "app" && underAny(to, outside):
		return "app touches no files, processes or databases"
	case part(from) == "assets" && !standard:
		return "assets imports the standard library only"
	}
	return ""
}

// TestArchitecture keeps the import directions: main → ui, reports, data → app.
func TestArchitecture(t *testing.T) {
	for _, b := range builds {
		patterns := []string{"./..."}
		if b.tags == "cli" {
			patterns = []string{"."}
		}
		seen := map[string]bool{}
		packages := list(t, b, patterns...)
		standard := map[string]bool{}
		for _, p := range packages {
			standard[p.ImportPath] = p.Standard
			if b.tags == "cli" && under(p.ImportPath, "fyne.io") {
				t.Errorf("%s: the build without window links %s", b.system, p.ImportPath)
			}
		}
		for _, p := range packages {
			if !under(p.ImportPath, module) {
				continue
			}
			seen[part(p.ImportPath)] = true
			if _, known := reach[part(p.ImportPath)]; !known {
				t.Errorf("%s: a folder that the layout does not have", p.ImportPath)
				continue
			}
			for _, to := range p.Imports {
				if broken := violation(p.ImportPath, to, standard[to]); broken != "" {
					t.Errorf("%s, tags %q: %s imports %s: %s", b.system, b.tags, p.ImportPath, to, broken)
				}
			}
		}
		for name := range reach {
			if !seen[name] {
				t.Errorf("%s, tags %q: no package of %s was looked at", b.system, b.tags, name)
			}
		}
	}
}

// TestViolationIsSeen shows each rule refusing an import that breaks it, so that the test above cannot pass by looking
// at nothing.
func TestViolationIsSeen(t *testing.T) {
	cases := []struct {
		name, from, to string
		standard       bool
		refused        bool
	}{
		{"app keeps to itself", "app/judge", "yidanqing/data/store", false, true},
		{"app without libraries", "app/text", "golang.org/x/text/width", false, true},
		{"app without files", "app/duty", "os", true, true},
		{"app without database", "app/ledger", "database/sql", true, true},
		{"app with standard library", "app/duty", "regexp", true, false},
		{"window knows no data", "ui/page/inbox", "yidanqing/data/file", false, true},
		{"window knows no reports", "ui/kit", "yidanqing/reports/layout", false, true},
		{"data knows no reports", "data/store", "yidanqing/reports", false, true},
		{"reports know no data", "reports/pdf", "yidanqing/data/blob", false, true},
		{"reports use the page model", "reports/layout", "yidanqing/app/paper", false, false},
		{"assets are handed in", "ui/theme", "yidanqing/assets", false, true},
		{"assets know nothing of ours", "assets", "yidanqing/app", false, true},
		{"one drawer of PDF", "reports", "github.com/jung-kurt/gofpdf", false, true},
		{"one opener of the database", "data/blob", "modernc.org/sqlite", false, true},
		{"one starter of the window", "ui/kit", "fyne.io/fyne/v2/app", false, true},
		{"no web", "data/file", "net/http", true, true},
		{"no sockets", "ui/native", "net", true, true},
		{"addresses of files", "data/store", "net/url", true, false},
		{"use cases are ends", "app/judge", "yidanqing/app/intake", false, true},
		{"readers do not judge", "app/duty", "yidanqing/app/judge", false, true},
		{"nobody imports main", "ui/command", "yidanqing", false, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := violation(module+"/"+c.from, c.to, c.standard)
			if (got != "") != c.refused {
				t.Errorf("%s imports %s: %q, want refused %t", c.from, c.to, got, c.refused)
			}
		})
	}
}
