package inbox

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// mostTyped is how much may be typed by hand: a keystroke in a longer field takes too long.
const mostTyped = 5000

// Paste takes in what is on the clipboard.
func (p *Page) Paste() {
	text := ""
	if p.p.Frame.Clipboard != nil {
		text = p.p.Frame.Clipboard.Content()
	}
	p.PasteText(text)
}

// PasteText takes in pasted words.
func (p *Page) PasteText(text string) {
	if strings.TrimSpace(text) == "" {
		p.p.Frame.Info("剪贴板里没有文字。请先复制通知，再按 Ctrl+V。")
		return
	}
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "", func(context.Context) ([]intake.Item, error) { return p.p.Intake.Several(pasted(text).Text()), nil },
		func(items []intake.Item, err error) {
			switch {
			case !current():
			case err != nil:
				p.p.Frame.Fail("没有收进来", err, nil)
			case len(items) > 1:
				p.enqueue(items, []string{fmt.Sprintf("粘贴的文字里有 %d 件来文，已分开。分得不对的，请逐件复制粘贴。", len(items))})
			default:
				p.take(pasted(text), intake.Options{Channel: ledger.ChannelPaste, MessageTime: messageTime(items)})
			}
		})
}

// pasted is a document of words as they were copied; only the line ends are made one kind.
func pasted(text string) app.Document {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return app.Document{Blocks: []app.Block{{Text: text}}}
}

// take reads and checks a document. The band says so only where it takes longer than a moment.
func (p *Page) take(doc app.Document, o intake.Options) {
	current := p.turn.Next()
	over := false
	p.p.Frame.Runner.After(300*time.Millisecond, func() {
		if !over && current() {
			p.line = nil
			p.result = newResult(p)
			p.result.setChecking(doc)
			p.show()
		}
	})
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (intake.Draft, error) { return p.p.Intake.Read(ctx, doc, o) },
		func(d intake.Draft, err error) {
			over = true
			if !current() {
				return
			}
			p.taken(d, err)
		})
}

func (p *Page) taken(d intake.Draft, err error) {
	switch {
	case kit.IsSecret(err):
		p.clear()
		p.secret(err)
		return
	case err != nil:
		p.clear()
		p.p.Frame.Fail("没有收进来", err, nil)
		return
	case d.Twin != nil && d.Twin.Same:
		p.clear()
		twin := d.Twin
		p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastInfo, Text: twin.Message, Action: "看原件",
			OnPress: func() { p.p.OpenNotice(twin.Notice) }})
		return
	}
	p.showDraft(d)
	p.keep(d)
}

// clear empties the window without offering anything back.
func (p *Page) clear() {
	p.result, p.line = nil, nil
	p.show()
	if p.atQueue() {
		p.queue.table.Focus()
		return
	}
	p.start.field.Focus()
}

// keep saves the draft beside the ledger, so that it outlives a crash; that of a line with its queue.
func (p *Page) keep(d intake.Draft) {
	if p.line != nil {
		p.line.Item = p.line.Did(d)
		p.line.Glance = intake.GlanceOf(d)
		p.queue.keep()
		return
	}
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.p.Intake.Keep(ctx, d) },
		func(_ struct{}, err error) {
			if err != nil && !kit.IsSecret(err) {
				p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: app.ErrorMessage(err)})
			}
		})
}

// Resume offers the notice that was open when the program ended unexpectedly.
func (p *Page) Resume() {
	p.loadKept()
	type kept struct {
		d  intake.Draft
		ok bool
	}
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (kept, error) {
		d, ok, err := p.p.Intake.Kept(ctx)
		return kept{d, ok}, err
	}, func(k kept, err error) {
		if err != nil || !k.ok || p.result != nil {
			return
		}
		p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastInfo, Text: "上次有一件没有登记完", Action: "继续",
			OnPress: func() { p.showDraft(k.d) }})
	})
}

// secret says that a text with a secrecy mark was not taken in; the only way on is to empty the clipboard.
func (p *Page) secret(err error) {
	t := kit.TroubleOf("", err)
	if t.Kept == "" {
		t.Kept = "没有保存任何文字，窗口已清空，草稿和备份里也没有。"
	}
	t.Try = "按保密规定在涉密计算机上办理；清空剪贴板；告知本单位保密员。"
	var close func()
	empty := func() {
		if p.p.Frame.Clipboard != nil {
			p.p.Frame.Clipboard.SetContent("")
		}
		close()
		p.p.Frame.Info("剪贴板已清空")
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "带有密级标志，没有收入", Icon: theme.IconLock, Tone: theme.ColorRefuse,
		Body: kit.NewTroubleBody(t), Confirm: empty,
		Actions: []kit.ButtonSpec{
			{Text: "关闭", Key: "Esc", OnPress: func() { close() }},
			{Text: "清空剪贴板", Icon: theme.IconClose, Primary: true, OnPress: empty}}})
}

// OpenFile asks for files and takes them in.
func (p *Page) OpenFile() {
	p.p.Frame.Files.ChooseFiles("打开来文", p.p.Documents.Formats(), true, p.Drop)
}

// Drop takes in what was dropped on the window or chosen: one file at once, several and folders as a queue.
func (p *Page) Drop(paths []string) {
	if len(paths) == 0 {
		return
	}
	type found struct{ files, notes []string }
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "正在查看文件", func(ctx context.Context) (f found, err error) {
		f.files, f.notes, err = p.p.Documents.Expand(ctx, paths)
		return f, err
	}, func(f found, err error) {
		switch {
		case !current():
		case err != nil:
			p.p.Frame.Fail("没有打开文件", err, nil)
		case len(f.files) == 0:
			p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: strings.Join(f.notes, "")})
		case len(f.files) == 1 && len(f.notes) == 0 && !p.atQueue():
			p.openFile(f.files[0])
		default:
			items := make([]intake.Item, len(f.files))
			for i, path := range f.files {
				items[i] = intake.Item{Name: filepath.Base(path), Path: path, Channel: ledger.ChannelFile}
			}
			p.enqueue(items, f.notes)
		}
	})
}

// openFile reads one file and shows its result.
func (p *Page) openFile(path string) {
	type read struct {
		doc  app.Document
		data []byte
	}
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "正在读取文件", func(ctx context.Context) (read, error) {
		doc, data, err := p.p.Documents.ReadDocument(ctx, path)
		return read{doc, data}, err
	}, func(r read, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.p.Frame.Fail("没有打开文件", err, nil)
			return
		}
		p.take(r.doc, intake.Options{Channel: ledger.ChannelFile, Originals: []intake.Original{{Name: r.doc.Name, Data: r.data}}})
	})
}

// Type opens a field for a notice that came by telephone or word of mouth.
func (p *Page) Type(first string) {
	entry := kit.NewLongEntry(first, "把电话、口头通知的内容记在这里：谁、要做什么、什么时候以前")
	entry.SetMinRowsVisible(8)
	entry.CursorColumn = len([]rune(first))
	entry.OnChanged = func(s string) {
		if r := []rune(s); len(r) > mostTyped {
			entry.SetText(string(r[:mostTyped]))
			p.p.Frame.Info("手工登记最多 5000 字。长文请复制后按 Ctrl+V。")
		}
	}
	var close func()
	check := func() {
		if strings.TrimSpace(entry.Text) == "" {
			p.p.Frame.Info("还没有写内容")
			return
		}
		close()
		p.take(pasted(entry.Text), intake.Options{Channel: ledger.ChannelPhone})
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "手工登记一件", Hint: "电话、口头通知", Width: 620, Icon: theme.IconEdit, Tone: theme.ColorPrimary,
		Body: kit.Pad(16, 12, entry), First: entry, Confirm: check,
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "比对", Key: "Ctrl+Enter", Icon: theme.IconCheck, Primary: true, OnPress: check}}})
}
