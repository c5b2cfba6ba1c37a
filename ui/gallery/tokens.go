package gallery

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// tokens are colours, type roles and icons, as sheet 13 of the design shows them.
func tokens(g *Gallery) []group {
	return []group{g.colors(), types(), icons(), fills()}
}

func (g *Gallery) colors() group {
	light, dark := g.look.With(theme.Light, 100), g.look.With(theme.Dark, 100)
	var lines []kit.Slot
	for _, c := range []struct {
		name fyne.ThemeColorName
		says string
	}{{theme.ColorBg, "底色"}, {theme.ColorSurface, "面"}, {theme.ColorSurface2, "次面、表头"}, {theme.ColorHover, "悬停"}, {theme.ColorLine, "线"},
		{theme.ColorBorder, "控件边"}, {theme.ColorText, "正文"}, {theme.ColorText2, "次文"}, {theme.ColorText3, "弱文"}, {theme.ColorPrimary, "主色：按钮、焦点"},
		{theme.ColorPrimarySoft, "主色底：选中的行"}, {theme.ColorDo, "承办"}, {theme.ColorDoSoft, "承办底"}, {theme.ColorCooperate, "配合"}, {theme.ColorCooperateSoft, "配合底"},
		{theme.ColorRefuse, "拒接反馈、不得、逾期"}, {theme.ColorRefuseSoft, "拒接反馈底"}, {theme.ColorEscalate, "提级反映、提醒、临期"}, {theme.ColorEscalateSoft, "提级反映底"},
		{theme.ColorMarkList, "标记：清单"}, {theme.ColorMarkBlock, "标记：不得"}, {theme.ColorMarkWarn, "标记：提醒"}, {theme.ColorPaper, "纸"}} {
		a, b := light.Color(c.name, 0), dark.Color(c.name, 0)
		lines = append(lines, kit.Fit(kit.Row(10, kit.Wide(44, swatch(a)), kit.Wide(44, swatch(b)), kit.Grow(kit.NewElastic(c.says, theme.Body, theme.ColorText)),
			kit.Fit(kit.NewLabel(hex(a)+" / "+hex(b), theme.Second, theme.ColorText2)))))
	}
	return stack("颜色（浅色 / 深色）", state{"theme.Color…", kit.Column(8, lines...)})
}

// swatch is a colour that no theme changes.
func swatch(c color.Color) fyne.CanvasObject {
	r := canvas.NewRectangle(c)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = color.NRGBA{0x76, 0x82, 0x8F, 0xFF}, 1, theme.RadiusChip
	return kit.High(24, r)
}

func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02X%02X%02X", n.R, n.G, n.B)
}

func types() group {
	var lines []kit.Slot
	for _, r := range []struct {
		role theme.Role
		says string
	}{{theme.Figure, "26 数字 643"}, {theme.Verdict, "24 意见"}, {theme.PageTitle, "20 页标题"}, {theme.NoticeHead, "18 原文标题"}, {theme.ItemTitle, "17 详情标题"},
		{theme.Heading, "16 段标题"}, {theme.Large, "16 导航、主按钮"}, {theme.Notice, "16 原文"}, {theme.Body, "15 正文"}, {theme.BodyBold, "15 正文，粗"},
		{theme.Second, "14 次要"}, {theme.SecondBold, "14 次要，粗"}, {theme.Remark, "13 备注"}, {theme.RemarkBold, "13 备注，粗"}, {theme.Badge, "12 编号"}, {theme.Key, "12 键名 Ctrl+G"}} {
		lines = append(lines, kit.Fit(kit.NewLabel(r.says, r.role, theme.ColorText)))
	}
	return stack("字号", state{"theme.Role", kit.Column(2, lines...)})
}

func icons() group {
	var out []fyne.CanvasObject
	for _, n := range theme.IconNames() {
		out = append(out, kit.Column(4, kit.Fit(kit.Row(0, kit.Space(), kit.Fit(kit.NewIcon(n, 26, theme.ColorText)), kit.Space())),
			kit.Fit(kit.NewLabel(n, theme.Remark, theme.ColorText2).Centred())))
	}
	return stack("NewIcon", state{"24 格，2 线", kit.NewGrid(120, 4, 12, out...)},
		state{"随主题着色", kit.Row(8, kit.Fit(kit.NewIcon(theme.IconDo, 26, theme.ColorDo)), kit.Fit(kit.NewIcon(theme.IconCooperate, 26, theme.ColorCooperate)),
			kit.Fit(kit.NewIcon(theme.IconRefuse, 26, theme.ColorRefuse)), kit.Fit(kit.NewIcon(theme.IconEscalate, 26, theme.ColorEscalate)),
			kit.Fit(kit.NewIcon(theme.IconMixed, 26, theme.ColorText2)), kit.Space())})
}

func fills() group {
	block := func(f *kit.Fill) fyne.CanvasObject { return kit.High(30, f) }
	return stack("NewFill · NewBorder · NewRule · Card", state{"NewFill", block(kit.NewFill(theme.ColorSurface2))},
		state{"NewBorder", block(kit.NewBorder(theme.ColorSurface, theme.ColorBorder, theme.RadiusCard))},
		state{"NewRule", kit.NewRule()}, state{"Card", kit.Card(kit.Pad(12, 8, kit.NewLabel("卡片", theme.Body, theme.ColorText)))})
}
