package main

import (
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/command"
)

// TestTheCommandLineBesideTheWindow writes while a window has the ledger open: it is told so and nothing changes. What it
// wrote before the window opened is there, and a view of an older state overwrites nothing.
func TestTheCommandLineBesideTheWindow(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "数据")
	add := func(notice string) (int, string) {
		t.Helper()
		code, _, errs := call(t, notice, "add", "--data", dir, "-")
		return code, errs
	}
	window, s, _, err := openDesk(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if code, errs := add(pledgeNotice); code == command.OK || !strings.Contains(errs, "没有重复打开") {
		t.Errorf("beside the window: exit %d %s", code, errs)
	}
	count := func(d *command.Desk) int {
		t.Helper()
		total, err := d.Inquire.Total(t.Context(), inquire.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		return total.Notices
	}
	if n := count(window); n != 0 {
		t.Errorf("%d notices were written", n)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if code, errs := add(pledgeNotice); code != command.OK {
		t.Fatalf("exit %d %s", code, errs)
	}
	if window, s, _, err = openDesk(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n := count(window); n != 1 {
		t.Fatalf("%d notices, want the one of the command line", n)
	}
	// Two views of one record: what the second decided stands, the first one's act that no longer fits is refused.
	page, err := window.Inquire.Page(t.Context(), inquire.Filter{}, inquire.Cursor{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	id := page.Rows[0].ID
	if _, err := window.Decide.VoidNotice(t.Context(), id, "登记错了"); err != nil {
		t.Fatal(err)
	}
	if _, err := window.Decide.Decide(t.Context(), id, nil); app.ErrorCode(err) == "" || app.ErrorCode(err) == app.CodeInternal {
		t.Errorf("decided on a record that was voided meanwhile: %v", err)
	}
	if n, err := s.Notice(t.Context(), id); err != nil || !n.Void || n.Demands[0].State != ledger.StateVoid && n.Demands[0].Decision != nil {
		t.Errorf("notice %+v %v", n, err)
	}
}
