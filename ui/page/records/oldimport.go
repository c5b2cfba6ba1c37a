package records

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/oldledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// oldKeeper takes in what the office kept before this program (旧台账).
type oldKeeper interface {
	PreviewOldLedger(ctx context.Context, tables []app.Table, o oldledger.Options) (oldledger.Preview, error)
	ImportOldLedger(ctx context.Context, l app.OldLedger) (ledger.OldLedger, error)
	WithdrawOldLedger(ctx context.Context, id, reason string) error
}

// Tables reads files of tables.
type Tables interface {
	ReadTables(ctx context.Context, path string) ([]app.Table, error)
	// TableFormats names the files that can be read: xlsx, csv …
	TableFormats() []string
}

// StartOldImport asks for the file of an old ledger and shows what it would bring. Nothing is kept before 导入.
func (p *Page) StartOldImport() {
	p.p.Frame.Files.ChooseFiles("导入旧台账", p.p.Tables.TableFormats(), false, func(paths []string) {
		if len(paths) > 0 {
			v := &oldPreview{page: p, path: paths[0], columns: map[oldledger.Field]int{}}
			v.read()
		}
	})
}

// oldButton offers to import an old ledger and to take imports back. The record has a 更多 of its own, so this one is named
// by what it is about.
func (p *Page) oldButton(size kit.ButtonSize) *kit.Button {
	var b *kit.Button
	b = kit.NewButton(kit.ButtonSpec{Text: "旧台账", Size: size, OnPress: func() { p.oldMenu(b) }})
	return b
}

func (p *Page) oldMenu(anchor fyne.CanvasObject) {
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) ([]inquire.OldImport, error) { return p.p.Inquire.OldImports(ctx) },
		func(imports []inquire.OldImport, err error) {
			if err != nil {
				p.p.Frame.Fail("没有读出台账", err, nil)
				return
			}
			items := []*fyne.MenuItem{fyne.NewMenuItem("导入旧台账…", p.StartOldImport)}
			for _, i := range imports {
				items = append(items, fyne.NewMenuItem(fmt.Sprintf("撤回导入：%s（%d 行）…", i.File, i.Rows), func() { p.askWithdraw(i.ID, i.File) }))
			}
			kit.Menu(anchor, items...)
		})
}

// keepOld stores what the preview showed, and goes to it.
func (p *Page) keepOld(l app.OldLedger) {
	kit.Run(p.p.Frame.Runner, "正在导入旧台账", func(ctx context.Context) (ledger.OldLedger, error) {
		return p.p.Old.ImportOldLedger(context.WithoutCancel(ctx), l)
	}, func(kept ledger.OldLedger, err error) {
		if err != nil {
			p.p.Frame.Fail("没有导入旧台账", err, nil)
			return
		}
		p.p.Changed()
		p.showOld()
		p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: fmt.Sprintf("已导入 %d 行，标为“导入”；统计里可看与使用前比", len(l.Rows)), Action: "撤回",
			OnPress: func() { p.withdrawOld(kept.ID, "导入后当即撤回") }})
	})
}

// askWithdraw asks why a whole import is to go.
func (p *Page) askWithdraw(id, file string) {
	reason := kit.NewEntry("", "如：选错了文件")
	var close func()
	confirm := func() {
		if reason.Text == "" {
			p.p.Frame.Info("请写一句理由，它会记入台账")
			return
		}
		close()
		p.withdrawOld(id, reason.Text)
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "撤回导入", Hint: file, Icon: theme.IconUndo, Tone: theme.ColorPrimary, First: reason, Confirm: confirm,
		Body: kit.Pad(16, 14, kit.Column(10, kit.Fit(kit.NewPara("这次导入的行全部撤回，不再列出，也不计入与使用前比。登记件不受影响。原文件没有动，可以再导入。", theme.Body, theme.ColorText)),
			field("理由", reason))),
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "撤回导入", Icon: theme.IconUndo, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

func (p *Page) withdrawOld(id, reason string) {
	kit.Run(p.p.Frame.Runner, "正在撤回导入", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.p.Old.WithdrawOldLedger(context.WithoutCancel(ctx), id, reason)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.p.Frame.Fail("没有撤回导入", err, nil)
			return
		}
		p.old.row = nil
		p.p.Changed()
		p.Reload()
		p.p.Frame.Done("已撤回导入，登记件没有变动")
	})
}
