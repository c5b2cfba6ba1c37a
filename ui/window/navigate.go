package window

import (
	"context"

	"fyne.io/fyne/v2"

	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
)

func (w *Window) pages() []place {
	return []place{w.inbox, w.decision, w.records, w.alerts, w.lists, w.rules, w.statistics, w.settings, w.help, w.welcome}
}

// front is the page that is shown, nil before there is one.
func (w *Window) front() page {
	if w.current == nil {
		return nil
	}
	return w.current.real()
}

// show brings a page to the front. A page with an unsaved change asks first.
func (w *Window) show(p place) {
	if l, ok := w.front().(leaver); ok && w.current != p && l.Leave(func() { w.show(p) }) {
		return
	}
	w.current = p
	p.SetClass(w.class)
	w.rail.Put(w.makeRail())
	w.main.Put(p.Content())
	w.root.Refresh()
	p.Shown()
}

// generate goes on to the paper of a registered notice; without a kind, to the one that the decisions call for.
func (w *Window) generate(notice string, kind paper.Kind, choices []decide.Choice) {
	w.decision.get().Open(notice, kind, choices)
	w.show(w.decision)
}

// openTogether shows the small matters of the month that one 提级反映单 may raise together (合并提级).
func (w *Window) openTogether() {
	if w.set.EachRaised {
		w.frame.Info("“小事项按月合成一份”没有打开。可在“设置 → 反馈方式”里打开。")
		return
	}
	before := w.current
	kit.Run(w.frame.Runner, "正在找可以合并的事项", w.p.Inquire.Together, func(t inquire.Together, err error) {
		if err != nil {
			w.frame.Fail("没有找出可以合并的事项", err, w.openTogether)
			return
		}
		if len(t.Items) == 0 {
			w.frame.Info("没有可以合并的小事。建议提级、问题设为“先沟通”“只提醒”、还没有出文的，会列在这里。")
			return
		}
		w.decision.get().OpenTogether(t, func() { w.show(before) })
		w.show(w.decision)
	})
}

// act does the one thing that a task asks for.
func (w *Window) act(notice string, a inquire.Action) {
	switch a.Kind {
	case inquire.ActionTogether:
		w.openTogether()
	case inquire.ActionReport:
		w.openReport()
	default:
		w.records.get().Perform(notice, a)
	}
}

// collect goes on to one 提级反映单 of several notices.
func (w *Window) collect(notice string, with []string) {
	w.decision.get().OpenWith(notice, paper.KindEscalation, nil, with)
	w.show(w.decision)
}

// backToNotice leaves the paper for the words of its notice.
func (w *Window) backToNotice(notice string, choices []decide.Choice) {
	if notice == "" {
		w.show(w.inbox)
		return
	}
	kit.Run(w.frame.Runner, "正在打开", func(ctx context.Context) (inquire.Detail, error) { return w.p.Inquire.Detail(ctx, notice) },
		func(d inquire.Detail, err error) {
			if err != nil {
				w.frame.Fail("没有打开这一件", err, nil)
				w.show(w.records)
				return
			}
			w.inbox.get().Open(d.Notice, choices)
			w.show(w.inbox)
		})
}

// openNotice shows the words and the advice of a registered notice.
func (w *Window) openNotice(n ledger.Notice) {
	w.inbox.get().Open(n, nil)
	w.show(w.inbox)
}

// openTalk shows the words of a registered notice with the panel 先沟通.
func (w *Window) openTalk(n ledger.Notice) {
	w.openNotice(n)
	w.inbox.get().Talk()
}

// openRecord shows a notice in the ledger.
func (w *Window) openRecord(notice string) {
	w.inbox.get().Forget()
	w.records.get().Select(notice)
	w.show(w.records)
}

// openFigure lists the notices behind a number of the statistics.
func (w *Window) openFigure(f inquire.Figure) {
	w.records.get().ShowFigure(f)
	w.show(w.records)
}

// importOld asks for the file of an old ledger, on the page where its rows will stand.
func (w *Window) importOld() {
	w.show(w.records)
	w.records.get().StartOldImport()
}

func (w *Window) openHelp() {
	if w.current == place(w.help) {
		return
	}
	w.before = w.current
	w.show(w.help)
}

func (w *Window) leaveHelp() {
	if w.before == nil {
		w.before = w.inbox
	}
	w.show(w.before)
}

// dropped takes in files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	if !w.started || w.frame.Dialogs.Open() {
		return
	}
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if w.current == place(w.lists) {
		w.lists.get().Preview(paths)
		return
	}
	if w.current != place(w.inbox) {
		w.show(w.inbox)
	}
	w.inbox.get().Drop(paths)
}

// noticeReader gives a notice by asking for its record.
type noticeReader struct{ cases inquireCases }

// Notice implements the reader of the decision page.
func (r noticeReader) Notice(ctx context.Context, id string) (ledger.Notice, error) {
	d, err := r.cases.Detail(ctx, id)
	return d.Notice, err
}

// paperFiles writes a copy of an issued paper beside the drafts, so that it can be opened.
type paperFiles struct {
	cases  decideCases
	folder string
}

// PaperFile implements the finder of the records page.
func (f paperFiles) PaperFile(ctx context.Context, paperID string) (string, error) {
	return f.cases.Export(ctx, paperID, f.folder)
}
