package main

import (
	"os"
	"strings"
	"testing"
)

// TestVersion finds the program's version wherever else it has to stand.
func TestVersion(t *testing.T) {
	for file, words := range map[string]string{
		"FyneApp.toml": `Version = "` + version + `"`,
		"CHANGELOG.md": "\n## " + version + "\n",
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), words) {
			t.Errorf("%s does not have %q", file, words)
		}
	}
}
