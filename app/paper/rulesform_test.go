package paper_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

// TestTheRulesInForceAreOneTable: one row a rule, what is off is only named, and the spreadsheet has the same rows.
func TestTheRulesInForceAreOneTable(t *testing.T) {
	list := paper.RulesList{Office: papertest.Office(), Version: "2026-11版", Clerk: "李敏", Off: []string{"工作群接龙、即时回复"},
		Printed: paper.Moment{Date: app.Date{Year: 2026, Month: 11, Day: 24}, Time: "09:41"},
		Rows: []paper.RuleLine{{Title: "以责任状、承诺书转移责任", Severity: app.SeverityBlock, Action: "定为拒接", Basis: "《若干规定》", From: "随软件，本单位有改动", Used: 8},
			{Title: "不得要求派车接送检查人员", Severity: app.SeverityWarn, Action: "建议调整", Basis: "《清单》第7条", From: "本单位写的"}}}
	w, _ := writer(t)
	doc := w.RulesList(list)
	table, ok := doc.Blocks[0].(paper.Table)
	if !ok || !doc.Across || doc.Title != "柳河镇比对规则表" {
		t.Fatalf("%+v", doc)
	}
	if n := len(table.Sections[0].Rows); n != 2 || len(table.Sections[0].Rows[0].Cells) != len(table.Cols) {
		t.Errorf("%d rows", n)
	}
	width := 0.0
	for _, w := range table.Cols {
		if width += w; w < 10 {
			t.Errorf("a column of %v mm", w)
		}
	}
	if width != paper.PageHeight-2*paper.AcrossMargin {
		t.Errorf("the columns are %v mm wide", width)
	}
	s := list.Sheet()
	if len(s.Rows) != 2 || s.Rows[0][1].Text != list.Rows[0].Title || !s.Rows[0][6].Numeric || s.Rows[0][6].Number != 8 || !strings.Contains(strings.Join(s.Foot, ""), "停用 1 条：工作群接龙") {
		t.Errorf("the spreadsheet is %+v", s)
	}
}
