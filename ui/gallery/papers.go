package gallery

import (
	"strings"

	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

const letter = "关于开展农药经营许可现场核查的通知\n清农函〔2026〕52号\n各乡镇人民政府，县直有关单位：\n　　为规范农药经营秩序，现就有关事项通知如下：\n　　一、请各乡镇组织力量，对辖区内农药经营门店逐店开展经营许可现场核查，每店拍摄水印照片不少于4张，并与县农业农村局签订责任状。\n　　二、于2026年12月4日前报送核查台账。\n清河县农业农村局\n2026年11月20日"

// mark marks words of the letter.
func mark(words, badge string, kind kit.MarkKind) kit.Mark {
	start := len([]rune(letter[:strings.Index(letter, words)]))
	return kit.Mark{Start: start, End: start + len([]rune(words)), Kind: kind, Badge: badge, Key: badge}
}

// papers are the notice with its fields, and the paper that answers it.
func papers(g *Gallery) []group {
	text := kit.NoticeText{Text: letter, Title: "关于开展农药经营许可现场核查的通知", Marks: []kit.Mark{mark("经营许可现场核查，", "清1", kit.MarkList),
		mark("水印照片不少于4张", "2", kit.MarkWarn), mark("签订责任状", "3", kit.MarkBlock), mark("报送核查台账", "4", kit.MarkNote)}}
	current := kit.NewNoticeView(text)
	current.Choose("3")
	focus := kit.NewNoticeView(text)
	focus.FocusGained()
	preview := kit.NewPaperPreview(g.frame.Runner, kit.NewPageFonts(g.p.PaperFonts, nil))
	preview.Set([]paper.Page{specimenPage(true), specimenPage(false)})
	paste := func() *kit.PasteField {
		return kit.NewPasteField(kit.NewPara("复制一份通知，按 Ctrl+V", theme.Large, theme.ColorText3), kit.NewGap(8))
	}
	return []group{
		stack("NewNoticeView", state{"标记", kit.High(300, kit.NewNoticeView(text))}, state{"当前标记加粗", kit.High(200, current)}, state{"焦点", kit.High(160, focus)},
			state{"空", kit.High(90, kit.NewNoticeView(kit.NoticeText{}))}),
		stack("NewFactStrip · NewFactTitle", state{"要素", factStrip()}, state{"在原处问", askStrip()}, state{"标题", kit.NewFactTitle(kit.Fact{Name: "title", Label: "标题", Value: longWords, Typed: longWords}, nil)}),
		stack("NewPasteField", state{"常态", paste()}, focused(paste())),
		stack("NewPaperPreview · NewPageFonts", state{"两页并排，盖章处只在屏幕上", kit.High(330, preview)}),
	}
}

func factStrip() *kit.FactStrip {
	return kit.NewFactStrip([]kit.Fact{{Name: "issuer", Label: "来文", Value: "县农业农村局", Key: "issuer"}, {Name: "doc_no", Label: "文号", Value: "清农函〔2026〕52号", Fixed: true},
		{Name: "deadline", Label: "时限", Value: "年底前", Doubtful: true}, {Name: "contact", Label: "联系人"},
		{Name: "kind", Label: "类型", Value: "任务", Chip: kit.NewChip("县级部门", "")}}, func(string, string) {})
}

func askStrip() *kit.FactStrip {
	return kit.NewFactStrip([]kit.Fact{{Label: "收到", Question: "哪天收到？", Asks: []kit.Ask{{Text: "今天 11-24", OnPress: func() {}}, {Text: "文中 11-20", OnPress: func() {}}}}}, nil)
}

// specimenPage is a page of a few items, with or without the place for a seal.
func specimenPage(seal bool) paper.Page {
	p := paper.Page{Width: paper.PageWidth, Height: paper.PageHeight, Items: []paper.Item{
		{Kind: paper.ItemText, X: 70, Y: 40, Face: paper.FaceTitle, Size: 22, Text: "事项拒接反馈单"},
		{Kind: paper.ItemRect, X: 28, Y: 55, W: 156, H: 190, Stroke: 0.75}, {Kind: paper.ItemLine, X: 28, Y: 75, X2: 184, Y2: 75, Stroke: 0.5},
		{Kind: paper.ItemText, X: 32, Y: 68, Face: paper.FaceBody, Size: 14, Text: "致：清河县农业农村局"}}}
	if seal {
		p.Seal = &paper.Circle{X: 150, Y: 215, D: 42}
	}
	return p
}
