package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
)

// sampleStatistics are the numbers of the design's picture.
func sampleStatistics(st inquire.Statistics) inquire.Statistics {
	st.Since = app.Date{Year: 2025, Month: 10, Day: 9}
	count := func(name, unit string, now, then, percent int) inquire.TileCount {
		return inquire.TileCount{Name: name, Unit: unit, Now: now, Change: inquire.Change{Known: true, Then: then, Diff: now - then, Percent: percent},
			Figure: inquire.Figure{Title: st.Period.Title() + " " + name, Period: st.Period}}
	}
	st.Tiles = []inquire.Tile{
		{Title: "看文件会议", Counts: []inquire.TileCount{count("文件", "件", 38, 45, -16), count("会议", "次", 8, 11, 0)}},
		{Title: "看检查考核", Counts: []inquire.TileCount{count("检查考核", "次", 2, 3, 0)}},
		{Title: "看报表材料", Counts: []inquire.TileCount{count("报表材料", "项", 19, 24, 0)}},
		{Title: "看示范创建", Counts: []inquire.TileCount{count("示范创建", "项", 1, 0, 0)}},
		{Title: "看借调干部", Counts: []inquire.TileCount{count("借调干部", "次", 1, 1, 0)}},
	}
	for i, n := range [][4]int{{38, 14, 7, 4}, {29, 11, 5, 3}, {49, 18, 9, 5}, {52, 20, 9, 5}, {46, 18, 9, 5}, {44, 17, 8, 4}, {37, 14, 6, 4}, {43, 17, 7, 5},
		{46, 19, 8, 5}, {39, 15, 6, 4}, {47, 18, 8, 4}} {
		v := inquire.Verdicts{Do: n[0], Cooperate: n[1], Refuse: n[2], Escalate: n[3]}
		p := inquire.MonthOf(app.Date{Year: 2026, Month: 1, Day: 1}.AddDays(31 * i))
		st.Months = append(st.Months, inquire.Month{Period: p, Verdicts: v, Figure: inquire.Figure{Title: p.Title(), Period: p}})
		st.Total = st.Total.Plus(v)
	}
	for _, r := range []struct {
		title string
		n     [4]int
	}{{"任务", [4]int{216, 150, 26, 13}}, {"报表", [4]int{164, 9, 31, 8}}, {"会议", [4]int{84, 4, 0, 15}}, {"检查", [4]int{6, 5, 0, 5}},
		{"App、证明、责任状", [4]int{0, 5, 25, 0}}, {"创建、借调、其他", [4]int{0, 8, 0, 7}}} {
		st.Kinds = append(st.Kinds, inquire.KindRow{Title: r.title, Figure: inquire.Figure{Title: "2026年 " + r.title, Period: st.Year},
			Verdicts: inquire.Verdicts{Do: r.n[0], Cooperate: r.n[1], Refuse: r.n[2], Escalate: r.n[3]}})
	}
	line := func(title string, n int, good, late bool) inquire.AnswerLine {
		return inquire.AnswerLine{Title: title, N: n, Good: good, Late: late, Figure: inquire.Figure{Title: title, Period: st.Year, Handed: true}}
	}
	st.Answers = inquire.Answers{Total: 130, Talked: 110, Papers: 32, Direct: 20, After: 12,
		Talks: []inquire.AnswerLine{line("已撤回", 58, true, false), line("已调整", 38, true, false), line("未同意，出文", 12, false, false), line("沟通中", 2, false, false)},
		Results: []inquire.AnswerLine{line("撤回", 13, true, false), line("调整", 8, true, false), line("维持", 4, false, false), line("待答复", 5, false, false),
			line("逾期未复", 1, false, true), line("待签章", 1, false, false)}}
	return st
}

// TestEmptyStatisticsTeachTheNextStep shows the page before the first notice.
func TestEmptyStatisticsTeachTheNextStep(t *testing.T) {
	b := opened(t)
	b.press(fyne.Key6)
	b.sees("台账里还没有登记件", "登记第一件来文后", "去收件")
	b.press(fyne.KeyG)
	b.toasted("没有可统计的")
	b.tap("去收件")
	b.sees("在此粘贴通知全文")
}

// TestStatisticsOpenTheLedger goes from numbers to the notices behind them, and from the page to the report.
func TestStatisticsOpenTheLedger(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key6)
	b.called("statistics 2026年11月（至24日） 2025年11月（至24日）")
	b.sees("看文件会议", "38", "下降16%", "少1次", "会议 8 次", "去年同期 45 件、11 次", "今年各月事项 781", "需要反馈的 130 项", "先沟通 110", "出文 32（直接 20、沟通后 12）",
		"合计", "生成 11 月报告", "按本台账登记件统计，2025年10月起有记录")
	b.tap("看数字")
	b.sees("月份", "看柱图")
	b.tap("看柱图")
	b.tap("逾期未复")
	b.sees("台账", "逾期未复 ×")
	b.tap("逾期未复 ×")
	b.lacks("逾期未复 ×")
	b.press(fyne.Key6)
	b.press(fyne.KeyG)
	b.called("save month 2026年11月（至24日）")
	b.toasted("已生成月报：柳河镇监测月报.pdf")
	if n := len(b.system.shown); n != 1 || !strings.HasSuffix(b.system.shown[0], "柳河镇监测月报.pdf") {
		t.Errorf("opened %v", b.system.shown)
	}
	b.press(fyne.KeyP)
	b.called("month 2026年11月（至24日）")
	b.toasted("月报已送打印")
	b.tap("导出表格")
	b.called("save statistics 2026年11月（至24日） 2025年11月（至24日）")
}
