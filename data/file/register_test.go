package file_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/rule"
	"yidanqing/data/file"
)

// The registers of an invented county come in whole, row by row, as the files have them.
func TestRegistersOfACounty(t *testing.T) {
	for kind, count := range map[app.RegisterKind]int{
		app.RegisterInspection: 25, app.RegisterForm: 52, app.RegisterApp: 21, app.RegisterCampaign: 16, app.RegisterMeeting: 21,
	} {
		t.Run(string(kind), func(t *testing.T) {
			name := string(kind) + ".tsv"
			b, err := os.ReadFile(filepath.Join("testdata", "register", name))
			if err != nil {
				t.Fatal(err)
			}
			tables, err := file.ReadTables(context.Background(), name, b)
			if err != nil {
				t.Fatal(err)
			}
			got, view, err := rule.ImportRegister(kind, tables)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Entries) != count || len(view.Unread) != 0 || len(view.Warnings) != 0 {
				t.Errorf("%d entries, unread %+v, warnings %q", len(got.Entries), view.Unread, view.Warnings)
			}
			if !got.Decides(app.Date{Year: 2026, Month: 3, Day: 10}) {
				t.Error("a register without a word on it is complete and in force")
			}
			r := csv.NewReader(strings.NewReader(string(b)))
			r.Comma, r.LazyQuotes = '\t', true
			rows, err := r.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows[1:] {
				cell := func(name string) string {
					for c, h := range rows[0] {
						if h == name {
							return row[c]
						}
					}
					return ""
				}
				want := app.RegisterEntry{
					Name: cell("name"), Department: cell("department"), Period: cell("period") + cell("month"), Scope: cell("scope"),
					Frequency: cell("frequency"), Origin: cell("source"), Use: cell("use"), Level: cell("level"),
				}
				if f := cell("fields"); f != "" {
					want.Fields = strings.Split(f, ";")
				}
				if !reflect.DeepEqual(got.Entries[i], want) {
					t.Errorf("row %d\n got %+v\nwant %+v", i+2, got.Entries[i], want)
				}
			}
		})
	}
}
