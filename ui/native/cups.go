//go:build !windows

package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"yidanqing/ui/kit"
)

// printers asks CUPS for its printers. errNoVerb where CUPS is not installed.
func printers(ctx context.Context) (kit.Printers, error) {
	out := kit.Printers{Sides: true}
	if _, err := exec.LookPath("lp"); err != nil {
		return out, fmt.Errorf("lp: %w: %w", err, errNoVerb)
	}
	said, err := cups(ctx, "lpstat", "-e") // all that can be printed to, also those found in the network
	if err != nil || len(bytes.TrimSpace(said)) == 0 {
		said, err = cups(ctx, "lpstat", "-p") // older CUPS: printer NAME is idle. …
		for _, line := range strings.Split(string(said), "\n") {
			if f := strings.Fields(line); len(f) > 1 && f[0] == "printer" {
				out.Names = append(out.Names, f[1])
			}
		}
	} else {
		out.Names = strings.Fields(string(said))
	}
	if err != nil && ctx.Err() != nil {
		return out, ctx.Err()
	}
	slices.Sort(out.Names)
	if len(out.Names) == 0 { // lpstat fails where there is no printer at all
		return out, nil
	}
	if said, err := cups(ctx, "lpstat", "-d"); err == nil { // system default destination: NAME
		if _, name, found := strings.Cut(string(said), ":"); found {
			out.Default = strings.TrimSpace(name)
		}
	}
	return out, nil
}

// send hands files to CUPS as one job. errNoVerb where there is no printer to print to.
func send(ctx context.Context, job kit.PrintJob) error {
	if job.Printer == "" {
		p, err := printers(ctx)
		if err != nil {
			return err
		}
		if len(p.Names) == 0 {
			return fmt.Errorf("no printer: %w", errNoVerb)
		}
		if p.Default == "" && os.Getenv("LPDEST") == "" && os.Getenv("PRINTER") == "" { // there is one, but CUPS has no default
			job.Printer = p.Names[0]
		}
	}
	_, err := cups(ctx, "lp", lpArgs(job)...)
	return err
}

// lpArgs are the arguments of lp. Papers are A4 and printed in their true size: the seal and the lines have places in
// millimetres.
func lpArgs(job kit.PrintJob) []string {
	var args []string
	if job.Printer != "" {
		args = append(args, "-d", job.Printer)
	}
	if job.Copies > 1 {
		args = append(args, "-n", strconv.Itoa(job.Copies), "-o", "collate=true")
	}
	if job.Title != "" {
		args = append(args, "-t", job.Title)
	}
	args = append(args, "-o", "media=A4", "-o", "print-scaling=none")
	switch job.Duplex {
	case kit.DuplexOff:
		args = append(args, "-o", "sides=one-sided")
	case kit.DuplexLong:
		args = append(args, "-o", "sides=two-sided-long-edge")
	case kit.DuplexShort:
		args = append(args, "-o", "sides=two-sided-short-edge")
	}
	return append(append(args, "--"), job.Paths...)
}

// cups runs one of its programs, in words that can be read, and gives what it said.
func cups(ctx context.Context, program string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	cmd.WaitDelay = printerWait / 10 // a child that holds the pipe does not hold us
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	err := cmd.Run()
	if ctx.Err() != nil {
		err = errors.Join(ctx.Err(), err)
	}
	if err != nil {
		return out.Bytes(), fmt.Errorf("%s: %w: %s", program, err, strings.TrimSpace(complaint.String()))
	}
	return out.Bytes(), nil
}
