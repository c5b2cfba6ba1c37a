//go:build linux

package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"yidanqing/app"
)

// TestDrive does the main job in the real window by keyboard alone: paste a notice, look at the advice, decide, look at the
// paper, issue it. The PDF must be, byte for byte, the one that the command line makes of the same notice. make drive runs it.
func TestDrive(t *testing.T) {
	program := os.Getenv("YIDANQING_WINDOW")
	if program == "" {
		t.Skip("YIDANQING_WINDOW names no program: run make drive")
	}
	for _, tool := range []string{"xdotool", "xclip"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed: run make drive", tool)
		}
	}
	today := app.DateOf(time.Now())
	day := fmt.Sprintf("%d年%d月%d日", today.Year, int(today.Month), today.Day)
	raw, err := os.ReadFile("assets/sample/notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	// Of today, so that nobody has to be asked when it came.
	notice := filepath.Join(t.TempDir(), "通知.txt")
	words := strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(string(raw)), "2026年11月24日", day), "2026年11月26日", day)
	if err := os.WriteFile(notice, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	data, other := filepath.Join(t.TempDir(), "窗口"), filepath.Join(t.TempDir(), "命令行")
	for _, folder := range []string{data, other} {
		yidanqing(t, program, "office", "--data", folder, "--name", "清河县柳河镇人民政府", "--clerk", "李敏", "--phone", "662 5201")
		yidanqing(t, program, "import", "--data", folder, "assets/sample/list.tsv")
	}

	d := startDriven(t, program, data)
	d.clipboard(notice)
	draft := filepath.Join(data, "draft.json")
	d.press("ctrl+v", "the notice is on screen and kept as a draft", func() bool { return exists(draft) })
	d.press("ctrl+g", "the notice is registered", func() bool { return !exists(draft) }) // and goes on to the paper
	var paper string
	d.press("ctrl+Return", "the paper is issued", func() bool { // nothing happens before the preview is there
		found, _ := filepath.Glob(filepath.Join(data, "papers", "*.pdf"))
		if len(found) > 0 {
			paper = found[0]
		}
		return paper != ""
	})
	d.stop()

	if said := yidanqing(t, program, "verify", "--data", data, paper); !strings.Contains(said, "与台账一致") {
		t.Errorf("verify: %s", said)
	}
	if said := yidanqing(t, program, "list", "--data", data); !strings.Contains(said, "待签章") {
		t.Errorf("the ledger says: %s", said)
	}
	line, err := json.Marshal(map[string]string{"text": words, "received": today.String()}) // a file would be read into paragraphs first
	if err != nil {
		t.Fatal(err)
	}
	lines := filepath.Join(t.TempDir(), "来文.jsonl")
	if err := os.WriteFile(lines, line, 0o600); err != nil {
		t.Fatal(err)
	}
	yidanqing(t, program, "add", "--data", other, "--jsonl", lines)
	out := t.TempDir()
	yidanqing(t, program, "report", "--data", other, "--out", out, "--issue", fmt.Sprintf("%d-1", today.Year))
	made, _ := filepath.Glob(filepath.Join(out, "*.pdf"))
	if len(made) != 1 || filepath.Base(made[0]) != filepath.Base(paper) {
		t.Fatalf("the window wrote %s, the command line %v", filepath.Base(paper), made)
	}
	if same, where := sameFiles(t, paper, made[0]); !same {
		t.Errorf("the paper of the window and that of the command line differ from byte %d on", where)
	}
}

// sameFiles tells whether two files are the same, else where they part.
func sameFiles(t *testing.T, one, two string) (same bool, where int) {
	t.Helper()
	a, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(two)
	if err != nil {
		t.Fatal(err)
	}
	for where < min(len(a), len(b)) && a[where] == b[where] {
		where++
	}
	return bytes.Equal(a, b), where
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// yidanqing runs a command of the program and gives what it says.
func yidanqing(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// driven is the program in a window on a screen in memory, worked by its keyboard.
type driven struct {
	t      *testing.T
	screen virtualScreen
	cmd    *exec.Cmd
	window string
	ended  chan error
	said   strings.Builder
}

// startDriven starts the program and gives its window the keyboard.
func startDriven(t *testing.T, program, data string) *driven {
	t.Helper()
	d := &driven{t: t, screen: startScreen(t), ended: make(chan error, 1)}
	d.cmd = exec.Command(program, "--data", data)
	d.cmd.Env = append(os.Environ(), "DISPLAY="+d.screen.display, "LIBGL_ALWAYS_SOFTWARE=1", "XDG_CONFIG_HOME="+t.TempDir(), "XDG_CACHE_HOME="+t.TempDir())
	d.cmd.Stdout, d.cmd.Stderr = &d.said, &d.said
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { d.ended <- d.cmd.Wait() }()
	t.Cleanup(func() { _ = d.cmd.Process.Kill() })
	d.until("the window is drawn", func() bool { return d.screen.colours(t) >= 32 })
	d.window = strings.Fields(d.tool("xdotool", "search", "--onlyvisible", "--pid", fmt.Sprint(d.cmd.Process.Pid)) + " ")[0]
	d.tool("xdotool", "windowfocus", d.window)
	return d
}

// tool runs a program on the screen and gives what it says.
func (d *driven) tool(name string, args ...string) string {
	d.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.screen.display)
	out, err := cmd.Output()
	if err != nil {
		d.t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out))
}

// keys presses keys one after the other.
func (d *driven) keys(names ...string) {
	d.t.Helper()
	d.tool("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "50"}, names...)...)
}

// clipboard offers the words of a file to be pasted, until the test ends.
func (d *driven) clipboard(file string) {
	d.t.Helper()
	cmd := exec.Command("xclip", "-quiet", "-selection", "clipboard", "-i", file)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.screen.display)
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
}

// press presses a key again and again until something has happened, and not once more: a second paste while the first is
// on screen would begin anew, and keys that come meanwhile go nowhere.
func (d *driven) press(key, what string, done func() bool) {
	d.t.Helper()
	d.until(what, func() bool {
		if done() {
			return true
		}
		d.keys(key)
		return false
	})
}

// until waits for something to happen, half a minute at most.
func (d *driven) until(what string, done func() bool) {
	d.t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for !done() {
		select {
		case err := <-d.ended:
			d.t.Fatalf("the program ended before %s: %v\n%s", what, err, d.said.String())
		case <-time.After(700 * time.Millisecond):
		}
		if time.Now().After(deadline) {
			d.t.Fatalf("half a minute and not: %s\n%s", what, d.said.String())
		}
	}
}

// stop asks the program to end, as a window that is closed.
func (d *driven) stop() {
	d.t.Helper()
	if err := d.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		d.t.Fatal(err)
	}
	select {
	case <-d.ended:
	case <-time.After(20 * time.Second):
		d.t.Fatalf("asked to stop, the program still ran after 20 seconds\n%s", d.said.String())
	}
}
