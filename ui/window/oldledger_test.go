package window_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
)

// oldTables is the file of an old ledger with n arrivals and two rows that are not taken in.
func oldTables(n int) []app.Table {
	t := app.Table{File: "2025年收文登记.xlsx", Name: "收文", Cells: [][]string{{"柳河镇2025年收文登记簿"}, {"序号", "收文日期", "来文单位", "文件标题", "类别", "办理情况"}}}
	for i := range n {
		day := app.Date{Year: 2025, Month: 1, Day: 6}.AddDays(7 * i)
		t.Cells = append(t.Cells, []string{fmt.Sprint(i + 1), day.String(), "清河县农业农村局", fmt.Sprintf("关于报送第%d期春耕备耕情况的通知", i+1), []string{"报表", "函"}[i%2], []string{"已办结", "退回", "转农办"}[i%3]})
	}
	t.Cells = append(t.Cells, []string{"", "", "清河县应急管理局", "没有日期的一件"}, []string{"合计", "41 件"})
	return []app.Table{t}
}

func sampleBeforeUse() *inquire.BeforeUse {
	day := func(y, m, d int) app.Date { return app.Date{Year: y, Month: 1, Day: 1}.AddDays((m-1)*31 + d - 1) }
	b := &inquire.BeforeUse{Known: true, Old: inquire.Period{From: day(2024, 1, 1), To: day(2025, 9, 30)}, Now: inquire.Period{From: app.Date{Year: 2026, Month: 1, Day: 1}, To: app.Date{Year: 2026, Month: 11, Day: 24}},
		Then: inquire.Period{From: app.Date{Year: 2024, Month: 1, Day: 1}, To: app.Date{Year: 2024, Month: 11, Day: 24}}, Untyped: 31, Unhandled: 12}
	line := func(title string, then, now, percent int) inquire.BeforeLine {
		return inquire.BeforeLine{Title: title, Now: now, Change: inquire.Change{Known: true, Then: then, Diff: now - then, Percent: percent}}
	}
	b.Kinds = []inquire.BeforeLine{line("任务", 344, 301, -13), line("报表", 236, 190, -19), line("会议", 121, 96, -21), line("检查", 21, 14, 0),
		line("App、证明、责任状", 17, 19, 0), line("创建、借调、其他", 43, 22, -49)}
	b.Total, b.Handed = line("来件", 782, 642, -18), line("其中反馈", 3, 97, 0)
	return b
}

// TestOldLedgerIsImportedAndTakenBack goes from the statistics to the file, names a column by hand, imports, looks, and
// takes the import back.
func TestOldLedgerIsImportedAndTakenBack(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key6)
	b.sees("与使用前比", "没有使用前的台账")
	b.office.tables, b.system.choose = oldTables(12), []string{"/优盘/2025年收文登记.xlsx"}
	b.tap("导入旧台账")
	b.called("tables /优盘/2025年收文登记.xlsx")
	b.sees("对应的列（已自动识别）", "B列“收文日期”", "F列“办理情况”", "来件|12 行", "2025-01-06 至 2025-03-24", "报表 6、未写明 6", "承办 4、拒接反馈 4、未写明 4", "不会导入的行（2 行）", "第15行：没有日期", "合计行", "导入 12 行")
	b.press(fyne.KeyReturn)
	b.called("import old 12")
	b.toasted("已导入 12 行")
	b.sees("导入 12", "关于报送第1期春耕备耕情况的通知", "已办结（按“承办”计）", "撤回这次导入…", "没有比对过")
	b.press(fyne.KeyP)
	b.toasted("导入的行不印、不导出")
	b.tap("全部 1")
	b.lacks("撤回这次导入…")
	b.sees("2026年第643号")
	b.tap("导入 12")
	b.tap("撤回这次导入…")
	b.press(fyne.KeyReturn)
	b.toasted("请写一句理由")
	b.typeText("选错了文件")
	b.press(fyne.KeyReturn)
	b.called("withdraw old old1 选错了文件")
	b.lacks("导入 12", "撤回这次导入…")
	b.sees("2026年第643号")
}

// TestOldLedgerColumnsAreNamedByHand shows a file whose heads say nothing: nothing can be imported before the columns are
// named.
func TestOldLedgerColumnsAreNamedByHand(t *testing.T) {
	b := opened(t)
	b.office.tables = []app.Table{{File: "旧.csv", Name: "旧", Cells: [][]string{{"甲", "乙"}, {"2025-02-01", "报送河长制材料"}}}}
	b.system.choose = []string{"/旧.csv"}
	b.menuItem("导入旧台账…")
	b.sees("没有找到“日期”和“标题”一列", "不会导入的行")
	b.press(fyne.KeyReturn)
	for _, c := range b.office.calls {
		if strings.HasPrefix(c, "import old") {
			t.Error("imported without columns")
		}
	}
	b.key(fyne.KeyEscape)
	b.office.oldErr = app.Errorf(app.CodeConflict, "这份旧台账的每一行都已导入过（“旧.csv”，2026-11-20，共 1 行），没有重复导入。台账没有变动。")
	b.menuItem("导入旧台账…")
	b.sees("没有导入旧台账", "每一行都已导入过", "另选文件…")
}

func TestBeforeUseSaysWhatIsLacking(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.office.before = sampleBeforeUse()
	b.press(fyne.Key6)
	b.sees("来件，2026年1月1日至11月24日比2024年同期", "使用前", "下降18%", "多94件", "下降13%")
	b.office.before = &inquire.BeforeUse{Old: sampleBeforeUse().Old, Now: sampleBeforeUse().Now, Then: sampleBeforeUse().Then}
	b.press(fyne.Key6)
	b.sees("没有使用前同期（2024年1月1日至11月24日）的完整记录", "再导入旧台账")
	b.lacks("下降18%")
	b.office.before = &inquire.BeforeUse{Old: sampleBeforeUse().Old}
	b.press(fyne.Key6)
	b.sees("记满一个整月后开始比较")
}
