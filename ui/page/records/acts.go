package records

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// act does one of the next actions of the record.
func (p *Page) act(a inquire.Action) {
	switch a.Kind {
	case inquire.ActionApprove:
		p.askApproval(a)
	case inquire.ActionDeliver:
		p.askDelivery(a)
	case inquire.ActionReply:
		p.askReply(a)
	case inquire.ActionDone:
		p.askReason("登记办结", "办理情况（可不填）", "登记办结", false, func(ctx context.Context, id, reason string) error {
			_, err := p.p.Decide.Done(ctx, id, a.Demands, reason)
			return err
		})
	case inquire.ActionReopen:
		p.askReason("重新打开", "原因（可不填）", "重新打开", false, func(ctx context.Context, id, reason string) error {
			_, err := p.p.Decide.Reopen(ctx, id, a.Demands, reason)
			return err
		})
	case inquire.ActionIssue, inquire.ActionEscalate:
		p.p.Generate(p.detail.Notice.ID, paper.KindNone)
	case inquire.ActionTalk:
		p.p.OpenTalk(p.detail.Notice)
	case inquire.ActionDecide:
		p.p.OpenNotice(p.detail.Notice)
	}
}

// Perform does one action with a notice that another page names, without coming to the front by itself.
func (p *Page) Perform(notice string, a inquire.Action) {
	p.loadDetail(notice, func() {
		p.wanted = notice
		p.act(a)
	})
}

// write changes the ledger beside the window, says what was done and shows the record anew.
func (p *Page) write(title, failed string, work func(context.Context) (said string, err error)) {
	kit.Run(p.p.Frame.Runner, title, func(ctx context.Context) (string, error) { return work(context.WithoutCancel(ctx)) },
		func(said string, err error) {
			if err != nil {
				if code := app.ErrorCode(err); code == app.CodeConflict || code == app.CodeNotFound { // the record is no longer as it is shown
					p.p.Changed()
					p.Reload()
				}
				p.p.Frame.Fail(failed, err, nil)
				return
			}
			p.p.Changed()
			p.Reload()
			if said != "" {
				p.p.Frame.Done(said)
			}
		})
}

// askReason asks for a sentence and does what follows; must: the sentence may not be empty.
func (p *Page) askReason(title, hint, button string, must bool, do func(ctx context.Context, notice, reason string) error) {
	if p.detail == nil {
		return
	}
	id := p.detail.Notice.ID
	entry := kit.NewEntry("", hint)
	var close func()
	confirm := func() {
		reason := strings.TrimSpace(entry.Text)
		if must && reason == "" {
			p.p.Frame.Info("请写一句原因，它会记入台账")
			return
		}
		close()
		p.write("正在登记", "没有登记成", func(ctx context.Context) (string, error) { return "已" + title, do(ctx, id, reason) })
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: title, Hint: p.detail.Notice.Number(), Icon: theme.IconEdit, Tone: theme.ColorPrimary,
		Body: kit.Pad(16, 14, entry), First: entry, Confirm: confirm,
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: button, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

// paperOf is the paper of an action.
func (p *Page) paperOf(id string) ledger.Paper {
	for _, v := range p.detail.Papers {
		if v.ID == id {
			return v
		}
	}
	return ledger.Paper{ID: id}
}

func (p *Page) showPaper(v ledger.Paper) { p.withFile(v, "没有打开文书", p.p.Frame.Open) }

// withFile does something with the file of a paper.
func (p *Page) withFile(v ledger.Paper, failed string, do func(path string)) {
	kit.Run(p.p.Frame.Runner, "正在打开", func(ctx context.Context) (string, error) { return p.p.Papers.PaperFile(ctx, v.ID) },
		func(path string, err error) {
			if err != nil {
				p.p.Frame.Fail(failed, err, nil)
				return
			}
			do(path)
		})
}

// moreMenu offers what is done rarely.
func (p *Page) moreMenu(anchor fyne.CanvasObject) {
	if p.detail == nil {
		return
	}
	d := *p.detail
	var items []*fyne.MenuItem
	if d.Undo != "" {
		items = append(items, fyne.NewMenuItem("撤回："+d.Undo, p.Undo))
	}
	if len(d.Papers) > 0 {
		last := d.Papers[len(d.Papers)-1]
		items = append(items, fyne.NewMenuItem("打印文书", func() {
			p.withFile(last, "没有打印文书", func(path string) { p.p.Frame.Print([]string{path}, last.Number, "") })
		}), fyne.NewMenuItem("另存文书…", func() { p.export(last) }), fyne.NewMenuItem("打开文书所在文件夹", func() { p.showFolder(last) }))
		if last.Twin != nil {
			items = append(items, fyne.NewMenuItem("另存为 Word…", func() { p.saveTwin(last) }))
		}
		if !last.Void {
			items = append(items, fyne.NewMenuItem("作废 "+last.Number, func() {
				p.askReason("作废 "+last.Number, "原因（必填一句）", "作废", true, func(ctx context.Context, _, reason string) error {
					_, err := p.p.Decide.VoidPaper(ctx, last.ID, reason)
					return err
				})
			}))
		}
	}
	if !d.Notice.Void && d.Notice.Erased == nil {
		for _, k := range d.Offered {
			items = append(items, fyne.NewMenuItem(k.Command(), func() { p.p.Generate(d.Notice.ID, k) }))
		}
	}
	if !d.Notice.Void {
		items = append(items, fyne.NewMenuItem("撤销登记", func() {
			p.askReason("撤销登记", "原因（必填一句）", "撤销登记", true, func(ctx context.Context, id, reason string) error {
				_, err := p.p.Decide.VoidNotice(ctx, id, reason)
				return err
			})
		}))
	}
	if len(items) == 0 {
		items = append(items, fyne.NewMenuItem(fmt.Sprintf("共 %d 条记录", d.Records), nil))
	}
	kit.Menu(anchor, items...)
}

// SaveWord writes the editable copy of the last paper of the record.
func (p *Page) SaveWord() {
	if p.detail == nil {
		return
	}
	for i := len(p.detail.Papers) - 1; i >= 0; i-- {
		if v := p.detail.Papers[i]; v.Twin != nil && !v.Void {
			p.saveTwin(v)
			return
		}
	}
	p.p.Frame.Info("这一件还没有出文")
}

// saveTwin writes the editable copy of a paper into a folder that the clerk chooses.
func (p *Page) saveTwin(v ledger.Paper) {
	p.p.Frame.Files.ChooseFolder("Word 副本存到", func(folder string) {
		kit.Run(p.p.Frame.Runner, "正在写出", func(ctx context.Context) (string, error) { return p.p.Decide.SaveTwin(ctx, v.ID, folder) },
			func(path string, err error) {
				if err != nil {
					p.p.Frame.Fail("没有另存为 Word", err, nil)
					return
				}
				p.p.Frame.Saved("已另存可编辑副本（不作凭据）", path)
			})
	})
}

func (p *Page) export(v ledger.Paper) {
	p.p.Frame.Files.ChooseFolder("另存文书到", func(folder string) {
		kit.Run(p.p.Frame.Runner, "正在写出", func(ctx context.Context) (string, error) { return p.p.Decide.Export(ctx, v.ID, folder) },
			func(path string, err error) {
				if err != nil {
					p.p.Frame.Fail("没有另存", err, nil)
					return
				}
				p.p.Frame.SavedIn("已另存文书", path)
			})
	})
}
