package decision

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// Confirm is 确定并出文 (Ctrl+Enter): decision, number and PDF are written together, then printed.
func (p *Page) Confirm() {
	if !p.hasShown || p.busy {
		return
	}
	if p.number != nil && p.isLetter() && strings.TrimSpace(p.number.Text) == "" { // asked in its place
		p.p.Frame.Info("请先填写文号，按发文簿给")
		p.number.Focus()
		return
	}
	p.busy = true
	p.confirm.SetOff(true)
	p.draft.SetOff(true)
	r := p.request()
	if p.p.Folder != nil {
		r.Folder = p.p.Folder()
	}
	kit.Run(p.p.Frame.Runner, "正在出文", func(ctx context.Context) (decide.Issued, error) {
		return p.p.Decide.Issue(context.WithoutCancel(ctx), r) // a number is given in one piece or not at all
	}, func(i decide.Issued, err error) {
		p.busy = false
		if err != nil {
			p.confirm.SetOff(false)
			p.draft.SetOff(false)
			p.p.Frame.Fail("没有出文", err, p.Confirm)
			return
		}
		p.p.Changed()
		p.p.Issued(i.Notice.ID)
		p.issued(i)
	})
}

// issued says what was written and hands the paper to the printer. A failure there leaves the record as it is.
func (p *Page) issued(i decide.Issued) {
	p.tellReplaced(i.Replaced)
	path := i.Stored
	if i.Copy != "" {
		path = i.Copy
	}
	if i.Trouble != nil {
		t := kit.TroubleOf("文书已编号，副本没有写出", i.Trouble)
		t.Kept = i.Paper.Number + " 已登记，PDF 已存好。" + t.Kept
		p.afterIssue(t, i.Paper.Number, path)
		return
	}
	kept := "处理已登记，编号 " + i.Paper.Number + "；PDF 已存好。"
	p.p.Frame.Send([]string{path}, i.Paper.Number, func(o kit.PrintOutcome, err error) {
		switch {
		case app.ErrorCode(err) == app.CodeNoOpener: // nothing failed: this PC cannot print, the file goes to one that can
			p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: "已出文 " + i.Paper.Number + "，PDF 已存好：" + path})
		case err != nil:
			p.p.Frame.FailPrint([]string{path}, i.Paper.Number, kept, err)
		default:
			p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: "已出文 " + i.Paper.Number + "，" + p.p.Frame.PrintedWords(o),
				Action: "打开 PDF", OnPress: func() { p.p.Frame.Open(path) }})
		}
	})
}

// tellReplaced says which characters the paper shows in another shape.
func (p *Page) tellReplaced(list []paper.Replaced) {
	if note := paper.ReplacedNote(list); note != "" {
		p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: note, Action: "知道了", OnPress: func() {}})
	}
}

// afterIssue tells of a trouble after the paper was issued; the PDF can still be opened or printed.
func (p *Page) afterIssue(t kit.Trouble, number, path string) {
	var close func()
	print := func() { close(); p.p.Frame.Print([]string{path}, number, "") }
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: t.Title, Icon: theme.IconBlock, Tone: theme.ColorRefuse, Body: kit.NewTroubleBody(t),
		Left:    []kit.ButtonSpec{{Text: "打开 PDF", Icon: theme.IconPaper, OnPress: func() { close(); p.p.Frame.Open(path) }}},
		Confirm: print,
		Actions: []kit.ButtonSpec{
			{Text: "关闭", Key: "Esc", OnPress: func() { close() }},
			{Text: "打印", Icon: theme.IconPrint, Primary: true, OnPress: print}}})
}

// Print is 打印送审稿 (Ctrl+P): the paper without number and date, marked; it changes nothing.
func (p *Page) Print() {
	if !p.hasShown || p.busy {
		return
	}
	r := p.request()
	name := "送审稿 " + p.notice.Number() + ".pdf"
	if p.together != nil {
		name = "送审稿 " + p.together.title() + ".pdf"
	}
	type drafted struct {
		path     string
		replaced []paper.Replaced
	}
	kit.Run(p.p.Frame.Runner, "正在准备送审稿", func(ctx context.Context) (drafted, error) {
		d, err := p.p.Decide.Draft(ctx, r)
		if err != nil {
			return drafted{}, err
		}
		path, err := p.p.Spool.SpoolDraft(name, d.PDF)
		return drafted{path, d.Replaced}, err
	}, func(d drafted, err error) {
		if err != nil {
			p.p.Frame.Fail("没有打印送审稿", err, nil)
			return
		}
		p.tellReplaced(d.replaced)
		p.p.Frame.Print([]string{d.path}, "送审稿", "台账没有变动。")
	})
}

// Back leaves the page (Esc).
func (p *Page) Back() bool { p.leave(); return true }

func (p *Page) leave() {
	if p.busy {
		return
	}
	p.turn.Next()
	if p.together != nil {
		p.together.back()
		return
	}
	p.p.Back(p.notice.ID, p.chosen())
}

// NextPane moves the keyboard on: choices, opinion, primary button (F6).
func (p *Page) NextPane() {
	switch {
	case p.together != nil && p.confirm.HasFocus() && len(p.together.checks) > 0:
		p.together.checks[0].Focus()
	case p.together != nil:
		p.confirm.Focus()
	case p.confirm != nil && p.confirm.HasFocus() && len(p.selects) > 0:
		p.selects[0].Focus()
	case p.opinion != nil && !p.opinion.HasFocus() && len(p.selects) > 0 && p.anySelect():
		p.opinion.Focus()
	case p.confirm != nil:
		p.confirm.Focus()
	}
}

func (p *Page) anySelect() bool {
	for _, s := range p.selects {
		if s.HasFocus() {
			return true
		}
	}
	return false
}
