package sheet_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"

	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/sheet"
)

func writer(t *testing.T) *paper.Writer {
	t.Helper()
	b, err := os.ReadFile("../../assets/wording/paper.json")
	if err != nil {
		t.Fatal(err)
	}
	w, err := paper.LoadWording(b)
	if err != nil {
		t.Fatal(err)
	}
	return paper.NewWriter(w)
}

// TestLedgerTable reads the file back: each row of the ledger is there, days are days, numbers are numbers, and words
// that look like a formula stay words.
func TestLedgerTable(t *testing.T) {
	a := papertest.Account()
	a.Rows[3].Title = "=HYPERLINK(\"http://x\",\"点我\")"
	s, err := writer(t).LedgerSheet(a)
	if err != nil {
		t.Fatal(err)
	}
	data, err := sheet.Write(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck
	rows, err := f.GetRows("台账", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	head := 1 + len(s.Notes)
	if len(rows) != head+1+len(a.Rows)+len(s.Foot) || rows[0][0] != "柳河镇来件处理台账" {
		t.Fatalf("%d rows, first %v", len(rows), rows[0])
	}
	for i, want := range s.Head {
		if rows[head][i] != want.Title {
			t.Errorf("column %d is %q", i, rows[head][i])
		}
	}
	for i, r := range s.Rows {
		got := rows[head+1+i]
		for j, c := range r {
			cell := ""
			if j < len(got) {
				cell = got[j]
			}
			if c.Text != "" && cell != c.Text {
				t.Errorf("row %d column %d: %q, want %q", i, j, cell, c.Text)
			}
		}
	}
	day, err := f.GetCellValue("台账", "C6")
	if err != nil || day != "2026-11-24" {
		t.Errorf("the day received reads %q, %v", day, err)
	}
	if formula, err := f.GetCellFormula("台账", "F9"); err != nil || formula != "" {
		t.Errorf("a title became the formula %q, %v", formula, err)
	}
	if rows[head+1][1] != "643" {
		t.Errorf("number %v", rows[head+1][1])
	}
}

func TestTableIsGivenUpWhenAskedTo(t *testing.T) {
	s, err := writer(t).LedgerSheet(papertest.Account())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := sheet.Write(ctx, s); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
