package paper_test

import (
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

func TestFileName(t *testing.T) {
	facts := paper.FileFacts{Number: "柳反馈〔2026〕17号", Title: "关于开展燃气安全检查的通知", Date: app.Date{Year: 2026, Month: time.November, Day: 24},
		To: "清河县住房和城乡建设局", Kind: "反馈单", Ledger: "2026年第642号"}
	drafted, bare := facts, facts
	drafted.Number = ""
	bare.Title = ""
	long := facts
	long.Title = strings.Repeat("长标题", 100)
	for _, c := range []struct {
		pattern string
		facts   paper.FileFacts
		want    string
	}{
		{"", facts, "柳反馈〔2026〕17号_关于开展燃气安全检查的通知_2026-11-24"},
		{"", drafted, "反馈单送审稿 2026年第642号_关于开展燃气安全检查的通知_2026-11-24"},
		{"", bare, "柳反馈〔2026〕17号_2026-11-24"},
		{"", long, "柳反馈〔2026〕17号_" + strings.Repeat("长标题", 9) + "长…_2026-11-24"},
		{"{标题}_{文号}", bare, "柳反馈〔2026〕17号"},
		{"{日期} {送达} {文书}（{来件号}）", facts, "2026-11-24 清河县住房和城乡建设局 反馈单（2026年第642号）"},
	} {
		if got := paper.FileName(c.pattern, c.facts); got != c.want {
			t.Errorf("%q gives %q, want %q", c.pattern, got, c.want)
		}
	}
}

func TestFileNamePatternIsChecked(t *testing.T) {
	for pattern, want := range map[string]string{
		"": "", paper.UsualFileName: "", "{文号}": "", "文书 {日期}_{标题}": "",
		"{编号}": "没有“{编号}”", "{文号": "没有写完", "文号}": "前面没有", "{文号}/{标题}": "不能有“/”", "文书": "至少要有一项", "{文号}" + strings.Repeat("长", 60): "太长",
	} {
		err := paper.CheckFileName(pattern)
		if want == "" && err != nil || want != "" && (app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), want)) {
			t.Errorf("%q: %v, want %q", pattern, err, want)
		}
	}
}
