package native

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"syscall"
	"testing"

	"yidanqing/ui/kit"
)

// TestTheShellPrintsEachFileAsOftenAsWanted: verb print for the usual printer, printto for another one, whose name stays one
// argument; two copies are two rounds over the files, so that they lie together.
func TestTheShellPrintsEachFileAsOftenAsWanted(t *testing.T) {
	for name, c := range map[string]struct {
		printing kit.Printing
		want     []string
	}{
		"usual":           {kit.Printing{}, []string{"print a ", "print b "}},
		"usual, by name":  {kit.Printing{Printer: "HP M1136"}, []string{"print a ", "print b "}},
		"another, copies": {kit.Printing{Printer: `党政办 "HP"`, Copies: 2}, []string{`printto a "党政办 HP"`, `printto b "党政办 HP"`, `printto a "党政办 HP"`, `printto b "党政办 HP"`}},
	} {
		var got []string
		err := shellJob(t.Context(), kit.PrintJob{Paths: []string{"a", "b"}, Printing: c.printing}, "HP M1136", func(verb, path, args string) error {
			got = append(got, verb+" "+path+" "+args)
			return nil
		})
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestAViewerWithoutPrintVerbIsNoFailure: the file is opened then, as without a printer; other faults are told as they are.
func TestAViewerWithoutPrintVerbIsNoFailure(t *testing.T) {
	job := kit.PrintJob{Paths: []string{"a"}}
	for code, noVerb := range map[syscall.Errno]bool{2: true, 5: true, 1155: true, 1801: false} {
		err := shellJob(t.Context(), job, "", func(string, string, string) error { return fmt.Errorf("shell: %w", code) })
		if errors.Is(err, errNoVerb) != noVerb || !errors.Is(err, code) {
			t.Errorf("code %d: %v", code, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := shellJob(ctx, job, "", func(string, string, string) error { t.Error("printed"); return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
}
