package rule_test

import (
	"reflect"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/rule"
)

func TestNegativeListsAreReadWithForgivingHeads(t *testing.T) {
	p, view, err := rule.ImportPack([]app.Table{{File: "清单.xlsx", Name: "Sheet1", Before: []string{"清河县为基层减负负面清单（2026年版）"}, Cells: [][]string{
		{"清减负〔2026〕3号"},
		{"序号", "负面事项（具体表现）", "政策依据", "所在条款", "程度"},
		{"1", "不得要求村级重复报送纸质材料。", "《若干规定》", "第三部分", "不得"},
		{"2", "要求挂牌上墙", "同上", "第六部分", "注意"},
		{"3", "要求派车接送检查人员", "", "第9条", "不得"},
		{"4", "", "《若干规定》", "", "提醒"},
		{"5", "报表", "《若干规定》", "", "提醒"},
		{"6", "不得要求村级重复报送纸质材料", "《若干规定》", "", "提醒"},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	want := []app.OwnRule{
		{Title: "不得要求村级重复报送纸质材料", Document: "《若干规定》", Place: "第三部分", Severity: app.SeverityBlock},
		{Title: "要求挂牌上墙", Document: "《若干规定》", Place: "第六部分", Severity: app.SeverityNote},
		{Title: "要求派车接送检查人员", Severity: app.SeverityWarn}}
	if len(p.Rules) != len(want) {
		t.Fatalf("rules %+v", p.Rules)
	}
	for i, r := range p.Rules {
		if !reflect.DeepEqual(r, want[i]) {
			t.Errorf("row %d is %+v, want %+v", i+1, r, want[i])
		}
	}
	if p.Source.Title != "清河县为基层减负负面清单（2026年版）" || p.Source.DocNo != "清减负〔2026〕3号" {
		t.Errorf("source %+v", p.Source)
	}
	if len(view.Unread) != 3 || view.Unread[0].Reason != "没有要求或说法" || view.Unread[1].Reason != "太短，会认错来文" || view.Unread[2].Reason != "与前面的一条相同" {
		t.Errorf("unread %+v", view.Unread)
	}
	if !strings.Contains(strings.Join(view.Warnings, ""), "没有依据文件") {
		t.Errorf("warnings %v", view.Warnings)
	}
}

func TestATableWithoutTheColumnIsNoNegativeList(t *testing.T) {
	_, _, err := rule.ImportPack([]app.Table{{Cells: [][]string{{"姓名", "电话"}, {"李敏", "662 5201"}}}})
	if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "要求或说法") {
		t.Errorf("got %v", err)
	}
	if _, _, err := rule.ImportPack(nil); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("no table: %v", err)
	}
}
