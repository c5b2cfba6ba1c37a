package reports_test

import (
	"os"
	"path/filepath"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

// TestPrintedRules prints the rules in force.
func TestPrintedRules(t *testing.T) {
	list := paper.RulesList{Office: papertest.Office(), Version: "2026-11版", Clerk: "李敏", Off: []string{"工作群接龙、即时回复"},
		Printed: paper.Moment{Date: app.Date{Year: 2026, Month: 11, Day: 24}, Time: "09:41"},
		Rows: []paper.RuleLine{
			{Title: "以责任状、承诺书转移责任", Severity: app.SeverityBlock, Action: "定为拒接", Basis: "《整治形式主义为基层减负若干规定》第六部分", From: "随软件，本单位有改动", Used: 8},
			{Title: "以照片数量、打卡次数留痕", Severity: app.SeverityWarn, Action: "建议调整", Basis: "《整治形式主义为基层减负若干规定》第三部分", From: "随软件", Used: 21},
			{Title: "不得要求派车接送检查人员", Severity: app.SeverityWarn, Action: "建议调整", Basis: "《清河县基层减负负面清单》第7条", From: "本单位写的"}}}
	c := writer(t).RulesList(list)
	out := printOwn(t, c)
	if *look != "" {
		if err := os.WriteFile(filepath.Join(*look, "rules.pdf"), out.PDF, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	checkText(t, []paper.Content{c}, out)
	checkTool(t, []paper.Content{c}, out)
	golden(t, "rules.pdf", out.PDF)
}
