package decision

import (
	"context"

	"fyne.io/fyne/v2"

	"yidanqing/app/decide"
	"yidanqing/ui/kit"
)

// saveMenu offers what can be taken away from the preview.
func (p *Page) saveMenu() {
	items := []*fyne.MenuItem{fyne.NewMenuItem("送审稿 PDF…", p.SavePDF), fyne.NewMenuItem("可编辑副本 Word…", p.SaveWord),
		fyne.NewMenuItem("复制文字", func() { p.p.Frame.Copy(p.CopyWords(), "已复制预览里的全部文字") })}
	if p.class == kit.ClassNarrow { // where there is room they stand beside the preview
		words := "不标盖章位置"
		if p.noSeal {
			words = "标出盖章位置"
		}
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(words, func() { p.markSeal(p.noSeal) }),
			fyne.NewMenuItem("打印设置…", func() { p.p.Frame.AskPrinting(nil) }))
	}
	kit.Menu(p.save, items...)
}

// markSeal marks the place of the seal in the preview, or does not; it is never printed.
func (p *Page) markSeal(on bool) {
	p.noSeal = !on
	p.preview.SetSeal(on)
}

// SavePDF writes the 送审稿 into a folder that the clerk chooses; it changes nothing.
func (p *Page) SavePDF() {
	p.saveAs("送审稿存到", "没有另存送审稿", p.p.Decide.SaveDraft, func(path string) {
		p.tellReplaced(p.shown.Replaced)
		p.p.Frame.SavedIn("已另存送审稿，台账没有变动", path)
	})
}

// SaveWord writes the editable copy of the 送审稿 into a folder that the clerk chooses; it changes nothing.
func (p *Page) SaveWord() {
	p.saveAs("Word 副本存到", "没有另存为 Word", p.p.Decide.SaveDraftTwin, func(path string) { p.p.Frame.Saved("已另存可编辑副本（不作凭据）", path) })
}

// saveAs asks for a folder and writes the paper as it stands on the page.
func (p *Page) saveAs(title, failed string, write func(context.Context, decide.Request, string) (string, error), saved func(path string)) {
	if !p.hasShown || p.busy {
		return
	}
	r := p.request()
	p.p.Frame.Files.ChooseFolder(title, func(folder string) {
		kit.Run(p.p.Frame.Runner, "正在写出", func(ctx context.Context) (string, error) { return write(ctx, r, folder) }, func(path string, err error) {
			if err != nil {
				p.p.Frame.Fail(failed, err, nil)
				return
			}
			saved(path)
		})
	})
}

// CopyWords is what the preview says (Ctrl+C); empty while there is none.
func (p *Page) CopyWords() string {
	if !p.hasShown {
		return ""
	}
	return p.preview.Text()
}

// ShowPrinter names the printer that papers go to.
func (p *Page) ShowPrinter() { p.printer.SetText("打印机：" + p.p.Frame.PrinterWord()) }
