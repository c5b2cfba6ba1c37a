package main_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the collected licence texts instead of comparing them")

// collected holds one file a module that the program links; make licenses writes it.
const collected = "assets/licenses/modules"

// licenceFile matches the names under which modules keep their terms.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-_.].*)?$`)

// notShipped are folders of a module that no build of ours links.
var notShipped = []string{"testdata", "cmd", "examples", "example", "_examples", ".github"}

// linkedModules gives the folders of the modules that any build of the program links, by their path.
func linkedModules(t *testing.T) map[string]goPackage {
	t.Helper()
	modules := map[string]goPackage{}
	for _, b := range builds {
		patterns := []string{"./..."}
		if b.tags == "cli" {
			patterns = []string{"."}
		}
		for _, p := range list(t, b, patterns...) {
			if p.Module != nil && p.Module.Path != module {
				modules[p.Module.Path] = p
			}
		}
	}
	return modules
}

// terms puts all licence texts of a module into one readable text.
func terms(t *testing.T, m goPackage) string {
	t.Helper()
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s\n", m.Module.Path, m.Module.Version)
	root := m.Module.Dir
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if slices.Contains(notShipped, entry.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if !licenceFile.MatchString(entry.Name()) || filepath.Ext(entry.Name()) == ".go" {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		tidy := strings.ReplaceAll(strings.TrimSpace(string(content)), "\r\n", "\n")
		fmt.Fprintf(&text, "\n---- %s ----\n\n%s\n", filepath.ToSlash(name), tidy)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "---- ") {
		t.Errorf("%s brings no licence text", m.Module.Path)
	}
	return text.String()
}

// TestLicenses compares the collected licence texts with the modules that the program links: none missing, none of
// another version, none left over.
func TestLicenses(t *testing.T) {
	want := map[string]string{}
	for path, m := range linkedModules(t) {
		want[strings.ReplaceAll(path, "/", "_")+".txt"] = terms(t, m)
	}
	if len(want) < 20 {
		t.Fatalf("only %d modules found", len(want))
	}
	if *update {
		writeTerms(t, want)
	}
	for name, text := range want {
		got, err := os.ReadFile(filepath.Join(collected, name))
		if err != nil || string(got) != text {
			t.Errorf("%s/%s is missing or of another version: run make licenses", collected, name)
		}
	}
	entries, err := os.ReadDir(collected)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, linked := want[e.Name()]; !linked {
			t.Errorf("%s/%s belongs to no linked module: run make licenses", collected, e.Name())
		}
	}
}

func writeTerms(t *testing.T, want map[string]string) {
	t.Helper()
	if err := os.RemoveAll(collected); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(collected, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range want {
		if err := os.WriteFile(filepath.Join(collected, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestLicensesBesideModules names what the program carries besides modules: Go itself, fonts, and the sources of the
// word vectors.
func TestLicensesBesideModules(t *testing.T) {
	for path, words := range map[string]string{
		"LICENSE":                              "Apache License",
		"assets/licenses/go.txt":               "The Go Authors",
		"assets/licenses/e5.txt":               "Microsoft Corporation",
		"assets/licenses/jieba.txt":            "Permission is hereby granted",
		"assets/fonts/OFL-NotoEmoji.txt":       "SIL OPEN FONT LICENSE",
		"assets/fonts/OFL-NotoSansSC.txt":      "SIL OPEN FONT LICENSE",
		"assets/fonts/OFL-NotoSerifSC.txt":     "SIL OPEN FONT LICENSE",
		"assets/fonts/OFL-kai.txt":             "SIL OPEN FONT LICENSE",
		"assets/licenses/README.md":            "multilingual-e5-small",
		collected + "/fyne.io_fyne_v2.txt":     "BSD 3-Clause",
		collected + "/modernc.org_sqlite.txt":  "SQLite",
		collected + "/golang.org_x_text.txt":   "The Go Authors",
		collected + "/github.com_go-gl_gl.txt": "MIT",
	} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
		} else if !strings.Contains(strings.ToLower(string(text)), strings.ToLower(words)) {
			t.Errorf("%s does not say %q", path, words)
		}
	}
}
