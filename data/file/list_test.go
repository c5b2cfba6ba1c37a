package file_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/data/file"
)

// truth reads list.tsv with nothing of ours.
func truth(t *testing.T, name string) []app.Duty {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "list", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	next := map[string]int{}
	var out []app.Duty
	for _, row := range rows[1:] {
		next[row[0]]++
		d := app.Duty{Part: app.Part(row[0]), ItemNo: itoa(next[row[0]]), Category: row[1], Name: row[2], UpperDuty: row[4], TownDuty: row[5]}
		if row[3] != "" {
			d.Departments = strings.Split(row[3], "、")
		}
		out = append(out, d)
	}
	return out
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

// squeeze drops blanks and line breaks: where they stand is a matter of the form.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func key(d app.Duty) string {
	return strings.Join([]string{string(d.Part), d.ItemNo, d.Category, squeeze(d.Name), strings.Join(d.Departments, "、"), squeeze(d.UpperDuty), squeeze(d.TownDuty)}, " ¦ ")
}

func importFile(t *testing.T, name string) duty.Preview {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "list", name))
	if err != nil {
		t.Fatal(err)
	}
	tables, err := file.ReadTables(context.Background(), name, b)
	if err != nil {
		t.Fatal(err)
	}
	p, err := duty.Import(tables, duty.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The list as it is published in five forms gives the same 264 entries, one by one.
func TestPublishedFormsGiveTheSameList(t *testing.T) {
	want := truth(t, "list.tsv")
	if len(want) != 264 {
		t.Fatalf("%d entries in list.tsv", len(want))
	}
	for _, name := range []string{"list.tsv", "published.docx", "three_sheets.xlsx", "one_sheet.xlsx", "gb18030.csv"} {
		t.Run(name, func(t *testing.T) {
			p := importFile(t, name)
			if len(p.List.Duties) != len(want) {
				t.Fatalf("%d entries, want %d", len(p.List.Duties), len(want))
			}
			for i, d := range p.List.Duties {
				if key(d) != key(want[i]) {
					t.Errorf("entry %d\n got %s\nwant %s", i, key(d), key(want[i]))
				}
			}
			if p.Count(app.Basic) != 99 || p.Count(app.Cooperate) != 87 || p.Count(app.TakenBack) != 78 {
				t.Error("counts of the parts are wrong")
			}
			if len(p.Warnings) != 0 {
				t.Errorf("warnings = %+v", p.Warnings)
			}
			wantUnread := 0
			if name == "three_sheets.xlsx" {
				wantUnread = 3 // the note at the end of each sheet
			}
			if len(p.Unread) != wantUnread {
				t.Errorf("unread = %+v", p.Unread)
			}
			for _, u := range p.Unread {
				if u.Reason != "说明文字，不是事项" || !strings.HasPrefix(u.Words, "说明:本清单由县委编办") {
					t.Errorf("unread = %+v", u)
				}
			}
			wantTitle := "清河县柳河镇履行职责事项清单"
			if name == "list.tsv" || name == "gb18030.csv" {
				wantTitle = ""
			}
			if p.List.Source.Title != wantTitle {
				t.Errorf("title = %q", p.List.Source.Title)
			}
		})
	}
}

func TestVillageList(t *testing.T) {
	want := truth(t, "village.tsv")
	p := importFile(t, "village.tsv")
	if p.Count(app.Basic) != 30 || p.Count(app.Cooperate) != 30 || p.Count(app.TakenBack) != 25 || len(p.Unread) != 0 {
		t.Fatalf("%d %d %d, unread %v", p.Count(app.Basic), p.Count(app.Cooperate), p.Count(app.TakenBack), p.Unread)
	}
	for i, d := range p.List.Duties {
		if key(d) != key(want[i]) {
			t.Errorf("entry %d\n got %s\nwant %s", i, key(d), key(want[i]))
		}
	}
}
