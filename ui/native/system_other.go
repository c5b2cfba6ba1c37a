//go:build !linux && !windows

package native

import (
	"fmt"
	"os/exec"
)

// choose leaves the choice to the toolkit's own dialog.
func choose(request) ([]string, error) { return nil, errNoChooser }

// show hands a file to the desktop's own program.
func show(path string) error {
	if err := exec.Command("open", path).Start(); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	return nil
}

// showIn opens the folder of a file with the file marked.
func showIn(path string) error {
	if err := exec.Command("open", "-R", path).Start(); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	return nil
}
