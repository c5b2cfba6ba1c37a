package native

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"yidanqing/ui/kit"
)

// What the shell of Windows answers where no program is registered for PDF files, or the one that is cannot print them by itself, as
// the browsers that many PCs have for PDF (system error codes).
const (
	shellNotFound      syscall.Errno = 2
	shellDenied        syscall.Errno = 5
	shellNoAssociation syscall.Errno = 1155
)

// shellJob prints through the verbs of a shell: run executes a verb on a file. The verbs know printers, but neither copies nor
// sides: a file is printed as often as copies are wanted, and the sides are those of the printer's own settings. errNoVerb where
// the program for the files does not know how.
func shellJob(ctx context.Context, job kit.PrintJob, usual string, run func(verb, path, args string) error) error {
	verb, args := "print", ""
	if job.Printer != "" && job.Printer != usual {
		verb, args = "printto", `"`+strings.ReplaceAll(job.Printer, `"`, "")+`"`
	}
	for range max(job.Copies, 1) {
		for _, path := range job.Paths {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := run(verb, path, args); err != nil {
				if errors.Is(err, shellNoAssociation) || errors.Is(err, shellNotFound) || errors.Is(err, shellDenied) {
					return fmt.Errorf("%w: %w", err, errNoVerb)
				}
				return err
			}
		}
	}
	return nil
}
