package gallery

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// data are tables and charts.
func data(*Gallery) []group {
	none := func() {}
	bars := func(n ...int) []kit.ChartBar {
		var out []kit.ChartBar
		for i, v := range n {
			out = append(out, kit.ChartBar{Name: fmt.Sprintf("%d月", i+6), Says: fmt.Sprintf("%d 月 %d 件", i+6, v), OnPress: none,
				Parts: []kit.ChartPart{{N: v * 2 / 3, Color: theme.ColorPrimary}, {N: v - v*2/3, Color: theme.ColorEscalate}}})
		}
		return out
	}
	bar := func() *kit.Press { return kit.NewHBar("责任状", 8, 31, theme.ColorRefuse, none) }
	return []group{
		stack("NewDataTable", state{"有行，第 2 行当前", kit.High(160, table(3, 1))}, state{"焦点", kit.High(160, focusedTable())}, state{"空", kit.High(190, emptyTable())}),
		stack("NewDataTable：窄", state{"只留必看的列", kit.High(120, narrowTable())}),
		stack("NewBarChart", state{"有数", kit.NewBarChart(bars(12, 86, 40, 3, 0, 64), 180)}, state{"没有数", kit.NewBarChart(nil, 120)}),
		stack("NewHBar", state{"常态", bar()}, hovered(bar()), focused(bar()), state{"零", kit.NewHBar("摊派", 0, 31, theme.ColorRefuse, none)},
			state{"名称过长", kit.NewHBar("要求出具不应由基层出具的证明", 31, 31, theme.ColorRefuse, none)}),
		stack("NewDayStrip", state{"两场重叠", kit.NewDayStrip(kit.DayBlock{From: 9, To: 11, Text: "推进会（本次）9:00", Own: true}, kit.DayBlock{From: 10.5, To: 12.5, Text: "县应急局视频会 10:30"})},
			state{"晚上一场", kit.NewDayStrip(kit.DayBlock{From: 19, To: 21, Text: "防汛会商 19:00", Own: true})}),
		stack("NewGauge", state{"未过提醒线", kit.NewGauge(0.4, 0.8, theme.ColorPrimary)}, state{"超过", kit.NewGauge(0.95, 0.8, theme.ColorEscalate)}, state{"没有线", kit.NewGauge(0.2, 0, theme.ColorPrimary)}),
	}
}

func table(rows, current int) *kit.DataTable {
	names := []string{"关于开展农药经营许可现场核查的通知", "燃气餐饮场所安全隐患排查整治", "防汛值班表报送", longWords}
	t := kit.NewDataTable([]kit.TableColumn{
		{Title: "号", Width: 48, Right: true, Keep: true, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(fmt.Sprint(643-i), theme.ColorText2) }},
		{Title: "来件", Keep: true, Cell: func(i int) fyne.CanvasObject {
			return kit.NewElastic(names[i%len(names)], theme.BodyBold, theme.ColorText)
		}},
		{Title: "来文单位", Width: 110, Cell: func(int) fyne.CanvasObject { return kit.NewCell("县农业农村局", theme.ColorText2) }},
		{Title: "状态", Width: 90, Cell: func(int) fyne.CanvasObject { return kit.NewChip("待签章", "") }},
	}, nothing())
	t.SetRows(rows)
	t.Choose(current)
	return t
}

func focusedTable() *kit.DataTable {
	t := table(3, 0)
	t.FocusGained()
	return t
}

func emptyTable() *kit.DataTable { return table(0, -1) }

func narrowTable() *kit.DataTable {
	t := table(2, 0)
	t.SetNarrow(true)
	return t
}

// nothing is what a table shows where no row fits the filters.
func nothing() fyne.CanvasObject {
	clear := kit.NewButton(kit.ButtonSpec{Text: "清除条件", Icon: theme.IconUndo, Size: kit.Small, OnPress: func() {}})
	return kit.Column(6, kit.Fit(kit.Row(0, kit.Space(), kit.Fit(kit.NewIcon(theme.IconSearch, 28, theme.ColorText)), kit.Space())),
		kit.Fit(kit.NewLabel("没有符合条件的来件", theme.BodyBold, theme.ColorText).Centred()),
		kit.Fit(kit.NewElastic("条件：拒接反馈、县民政局、2026 年", theme.Second, theme.ColorText2).Centred()),
		kit.Fit(kit.Row(0, kit.Space(), kit.Fit(clear), kit.Space())))
}
