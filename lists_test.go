package main

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/ledger"
)

// TestAnExportedListComesInAgain writes the bundled list as a table and reads it back as an import would.
func TestAnExportedListComesInAgain(t *testing.T) {
	want, _, _, _ := sample()
	want.Duties[0].Basis = "《某条例》第三条"
	for i := range want.Duties {
		if want.Duties[i].Part == app.TakenBack {
			want.Duties[i].Transition = true
			break
		}
	}
	d, s, _, err := openDesk(t.Context(), filepath.Join(t.TempDir(), "数据"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	folder := t.TempDir()
	path, err := d.Inquire.SaveList(t.Context(), ledger.List{List: want}, folder)
	if err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || len(data) < 1000 {
		t.Fatalf("%d bytes %v", len(data), err)
	}
	got, err := readList(t.Context(), []string{path}, duty.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Unread) > 0 {
		t.Errorf("not understood: %+v", got.Unread)
	}
	if len(got.List.Duties) != len(want.Duties) {
		t.Fatalf("%d entries of %d", len(got.List.Duties), len(want.Duties))
	}
	if changes := duty.Diff(&want, &got.List); len(changes) > 0 {
		t.Errorf("%d entries differ: %+v", len(changes), changes[0])
	}
	for i, w := range want.Duties {
		g := got.List.Duties[i]
		if g.ItemNo != w.ItemNo || g.Category != w.Category || g.Basis != w.Basis || !reflect.DeepEqual(g.Departments, w.Departments) {
			t.Errorf("entry %d: %+v, want %+v", i, g, w)
			break
		}
	}
}
