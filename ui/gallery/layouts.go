package gallery

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// layouts are the ways to put things beside and under each other.
func layouts(*Gallery) []group {
	box := func(words string) fyne.CanvasObject {
		return kit.Stack(kit.NewBorder(theme.ColorPrimarySoft, theme.ColorPrimary, theme.RadiusChip), kit.Pad(8, 4, kit.NewElastic(words, theme.Second, theme.ColorText)))
	}
	var many, lines []fyne.CanvasObject
	var slots []kit.Slot
	for _, w := range []string{"收件", "台账", "待反馈", "清单", "规则与名录", "统计", "设置"} {
		many, lines = append(many, box(w)), append(lines, box(w))
		slots = append(slots, kit.Fit(box(w)))
	}
	return []group{
		stack("Row · Column", state{"Fit、Grow、Wide", kit.Row(8, kit.Fit(box("按需")), kit.Grow(box("余下的")), kit.Wide(90, box("固定 90")))},
			state{"上下", kit.Column(4, kit.Fit(box("一")), kit.Fit(box("二")))}),
		stack("Flow · NewGrid", state{"排满换行", kit.Flow(8, 8, many...)}, state{"等宽", kit.NewGrid(90, 8, 8, lines...)}),
		stack("Beside · Share", state{"各一半，窄时上下", kit.Beside(8, 150, box("左"), box("右"))}, state{"三七", kit.Share(8, 0.3, box("三"), box("七"))}),
		stack("Pad · PadEach · Stack · AtLeast · High", state{"四边留空", kit.Stack(kit.NewFill(theme.ColorSurface2), kit.Pad(16, 8, box("Pad")))},
			state{"各边不同", kit.Stack(kit.NewFill(theme.ColorSurface2), kit.PadEach(2, 40, 12, 4, box("PadEach")))}, state{"至少 50", kit.AtLeast(50, box("AtLeast"))}, state{"正好 40", kit.High(40, box("High"))}),
		stack("NewCentre · NewGap · NewHolder", state{"居中，最宽 200", kit.NewCentre(200, box("NewCentre"))}, state{"空处", kit.Row(0, kit.Fit(box("左")), kit.Fit(kit.NewGap(40)), kit.Fit(box("右")))},
			state{"可换内容", kit.NewHolder(box("NewHolder"))}),
		stack("NewScroll", state{"放不下的可滚动", kit.High(90, kit.NewScroll(kit.Column(4, slots...)))}),
	}
}
