package reports_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/layout"
)

func TestMonthlyReports(t *testing.T) {
	for name, c := range map[string]struct {
		month paper.Month
		pages int
		says  []string
		lacks []string
	}{
		"month": {papertest.Month(), 1, []string{"柳河镇为基层减负监测月报", "（2026年11月）", "下降15%", "本月来件70件，其中无需办理6件，其余64件含事项86项：任务46、报表21、会议9",
			"处理：承办52，配合20，拒接反馈9，提级反映5。", "需要反馈的14项中，先沟通7项（撤回2、调整3、未同意而出文2），直接出文7项；出文共9项：撤回2，调整1，待答复5，逾期未复1。",
			"618、641、646", "四、建议", "填报人：李敏6625201", "清河县柳河镇人民政府（盖章）", "按本台账登记件统计（2025年10月起有记录）"}, []string{"未定", "尚未"}},
		"month-busy": {papertest.BusyMonth(), 2, []string{"其中6项尚未核对，按建议计。", "尚未反馈3项", "等20个单位", "等20件", "四、建议"}, nil},
		"month-first": {papertest.FirstMonth(), 1, []string{"（2026年11月1日至24日）", "上月同期", "去年同期", "本月没有需要反馈的事项。"},
			[]string{"主要问题", "建议", "%"}},
	} {
		t.Run(name, func(t *testing.T) {
			content := writer(t).Month(c.month)
			out := printOwn(t, content)
			if *look != "" {
				if err := os.WriteFile(filepath.Join(*look, name+".pdf"), out.PDF, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			checkText(t, []paper.Content{content}, out)
			checkTool(t, []paper.Content{content}, out)
			checkPages(t, out, "")
			if name == "month" {
				golden(t, "month.pdf", out.PDF)
			}
			if len(out.Pages) != c.pages {
				t.Errorf("%d pages, want %d", len(out.Pages), c.pages)
			}
			text := ""
			for _, p := range out.Pages {
				text += layout.Squash(layout.PageText(p))
			}
			for _, want := range c.says {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not printed: %s", want, text)
				}
			}
			for _, word := range c.lacks {
				if strings.Contains(strings.ReplaceAll(text, "百分比", ""), word) && word != "建议" {
					t.Errorf("%q is printed", word)
				}
			}
		})
	}
}
