//go:build linux

package main_test

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestWindow starts the built program on a screen in memory and looks at what it draws. make test names the program in
// YIDANQING_WINDOW; plain go test has none and skips.
func TestWindow(t *testing.T) {
	program := os.Getenv("YIDANQING_WINDOW")
	if program == "" {
		t.Skip("YIDANQING_WINDOW names no program: run make test")
	}
	screen := startScreen(t)
	data := filepath.Join(t.TempDir(), "数据 #1")
	cmd := exec.Command(program, "--data", data)
	cmd.Env = append(os.Environ(), "DISPLAY="+screen.display, "LIBGL_ALWAYS_SOFTWARE=1", "XDG_CONFIG_HOME="+t.TempDir(), "XDG_CACHE_HOME="+t.TempDir())
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	defer func() { _ = cmd.Process.Kill() }()

	const enough = 32 // colours of text with smooth edges, lines and areas; an empty frame has one or two
	deadline := time.After(60 * time.Second)
	for colours := 0; colours < enough; {
		select {
		case err := <-ended:
			t.Fatalf("the program ended by itself: %v\n%s", err, said.String())
		case <-deadline:
			t.Fatalf("%d colours on the screen after a minute\n%s", colours, said.String())
		case <-time.After(200 * time.Millisecond):
			colours = screen.colours(t)
		}
	}
	if _, err := os.Stat(filepath.Join(data, "yidanqing.db")); err != nil {
		t.Errorf("no ledger in the data folder: %v", err)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("asked to stop: %v\n%s", err, said.String())
		}
	case <-time.After(20 * time.Second):
		t.Errorf("asked to stop, the program still ran after 20 seconds\n%s", said.String())
	}
}

// virtualScreen is an X server in memory whose picture lies in a file.
type virtualScreen struct {
	display string // as for DISPLAY
	picture string // file of the X window dump format
}

func startScreen(t *testing.T) virtualScreen {
	t.Helper()
	dir := t.TempDir()
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-fbdir", dir, "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{writer}
	if err := cmd.Start(); err != nil {
		t.Fatalf("Xvfb: %v", err)
	}
	_ = writer.Close()
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
	number, err := bufio.NewReader(reader).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb gave no display: %v", err)
	}
	return virtualScreen{display: ":" + strings.TrimSpace(number), picture: filepath.Join(dir, "Xvfb_screen0")}
}

// colours counts the different colours on the screen.
func (s virtualScreen) colours(t *testing.T) int {
	t.Helper()
	dump, err := os.ReadFile(s.picture)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := dumpRows(dump)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[uint32]bool{}
	for ; len(rows) >= 4; rows = rows[4:] {
		seen[binary.LittleEndian.Uint32(rows)&0xFFFFFF] = true
	}
	return len(seen)
}

// dumpRows gives the pixels of an X window dump: behind the header and its colour map, 32 bits each. The header is of
// big-endian words (XWDFile.h): 0 its size, 11 bits a pixel, 19 colours, each of 12 bytes.
func dumpRows(dump []byte) ([]byte, error) {
	const words, colourSize = 25, 12
	if len(dump) < words*4 {
		return nil, fmt.Errorf("window dump of %d bytes", len(dump))
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(dump[i*4:])) }
	start := word(0) + word(19)*colourSize
	if word(11) != 32 || start > len(dump) {
		return nil, fmt.Errorf("window dump of %d bits a pixel, pixels from %d of %d bytes", word(11), start, len(dump))
	}
	return dump[start:], nil
}
