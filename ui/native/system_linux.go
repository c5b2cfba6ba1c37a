package native

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// choose asks with zenity or kdialog, whichever the desktop has; errNoChooser where it has neither.
func choose(r request) ([]string, error) {
	if path, err := exec.LookPath("zenity"); err == nil {
		return run(path, zenityArgs(r), "\n")
	}
	if path, err := exec.LookPath("kdialog"); err == nil {
		return run(path, kdialogArgs(r), "\n")
	}
	return nil, errNoChooser
}

func zenityArgs(r request) []string {
	args := []string{"--file-selection", "--title=" + r.title, "--separator=\n"}
	if r.start != "" {
		args = append(args, "--filename="+r.start+"/")
	}
	switch {
	case r.folder:
		args = append(args, "--directory")
	case r.many:
		args = append(args, "--multiple")
	}
	if len(r.extensions) > 0 {
		args = append(args, "--file-filter=可以读的文件 | "+globs(r.extensions), "--file-filter=全部文件 | *")
	}
	return args
}

func kdialogArgs(r request) []string {
	start := r.start
	if start == "" {
		start = "."
	}
	if r.folder {
		return []string{"--title", r.title, "--getexistingdirectory", start}
	}
	args := []string{"--title", r.title}
	if r.many {
		args = append(args, "--multiple", "--separate-output")
	}
	filter := "全部文件 (*)"
	if len(r.extensions) > 0 {
		filter = "可以读的文件 (" + globs(r.extensions) + ")\n" + filter
	}
	return append(args, "--getopenfilename", start, filter)
}

func globs(extensions []string) string {
	var out []string
	for _, e := range extensions {
		out = append(out, "*."+e, "*."+strings.ToUpper(e))
	}
	return strings.Join(out, " ")
}

// run starts a chooser. It ends with 1 where the clerk cancels; any other failure means that it cannot be used.
func run(program string, args []string, separator string) ([]string, error) {
	var out bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout = &out
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == 1:
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("%s: %w: %w", program, err, errNoChooser)
	}
	var paths []string
	for _, p := range strings.Split(strings.TrimRight(out.String(), "\n"), separator) {
		if p != "" {
			paths = append(paths, p)
		}
	}
	return paths, nil
}

// show hands a file to the desktop's own program.
func show(path string) error {
	program, err := exec.LookPath("xdg-open")
	if err != nil {
		return fmt.Errorf("xdg-open: %w", err)
	}
	cmd := exec.Command(program, path)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("xdg-open: %w", err)
	}
	go func() { _ = cmd.Wait() }() // the program lives on its own; only its remains are collected
	return nil
}

// showIn opens the folder of a file: the desktops have no common way to mark the file in it.
func showIn(path string) error { return show(filepath.Dir(path)) }
