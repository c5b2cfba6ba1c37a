package decision

import (
	"context"

	"fyne.io/fyne/v2"

	"yidanqing/app/decide"
	"yidanqing/ui/kit"
)

// saveMenu offers what can be taken away from the preview.
func (p *Page) saveMenu() {
	kit.Menu(p.save, fyne.NewMenuItem("送审稿 PDF…", p.SavePDF), fyne.NewMenuItem("可编辑副本 Word…", p.SaveWord),
		fyne.NewMenuItem("复制文字", func() { p.p.Frame.Copy(p.CopyWords(), "已复制预览里的全部文字") }))
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
