package inbox

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/ui/kit"
)

// overrideMenu offers the other verdicts for the current demand (改判).
func (r *result) overrideMenu(anchor fyne.CanvasObject) {
	if !r.ready || r.decided() || r.demand >= len(r.check.Demands) {
		return
	}
	var items []*fyne.MenuItem
	now := r.verdictOf(r.demand)
	for _, v := range offered(r.office()) {
		word := kit.VerdictWord(v, r.office())
		if v == r.check.Demands[r.demand].Verdict {
			word += "（建议）"
		}
		item := fyne.NewMenuItem(word, func() { r.override(r.demand, v, nil) })
		item.Checked = v == now
		items = append(items, item)
	}
	items = append(items, r.entryItems()...)
	kit.Menu(anchor, items...)
}

// entryItems offer the other entries that came near: the demand is then decided under one of them.
func (r *result) entryItems() []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for i, m := range r.check.Demands[r.demand].Matches {
		if i == mostEntries {
			break
		}
		entry := m.Ref()
		if now := r.entryOf(r.demand); now != nil && *now == entry {
			continue
		}
		word := fmt.Sprintf("按“%s”第%s项：%s", kit.PartWord(entry.Part), entry.ItemNo, shortName(entry.Name))
		out = append(out, fyne.NewMenuItem(word, func() { r.override(r.demand, entry.Part.Verdict(), &entry) }))
	}
	if len(out) > 0 {
		out = append([]*fyne.MenuItem{fyne.NewMenuItemSeparator()}, out...)
	}
	return out
}

// mostEntries is how many entries are offered.
const mostEntries = 3

// mostName is how many characters of an entry's name a menu shows.
const mostName = 18

func shortName(name string) string {
	if r := []rune(name); len(r) > mostName {
		return string(r[:mostName]) + "…"
	}
	return name
}

// entryOf is the entry that holds for a demand now: the one chosen here, else the advised one; nil: none.
func (r *result) entryOf(i int) *app.DutyRef {
	if c, ok := r.choices[i]; ok && c.Entry != nil {
		return c.Entry
	}
	return r.check.Demands[i].Entry()
}

// offered are the verdicts that an office may choose.
func offered(office app.Office) []app.Verdict {
	if office.Grassroots() {
		return []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictInfo}
	}
	return []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate, app.VerdictInfo}
}

// override chooses another verdict for a demand, or one under an entry that the clerk names; nil: the advised one. A stricter
// verdict asks for one sentence first.
func (r *result) override(i int, v app.Verdict, entry *app.DutyRef) {
	advised := r.check.Demands[i].Verdict
	if v == advised && entry == nil {
		delete(r.choices, i)
		r.overridden()
		return
	}
	if !decide.Stricter(advised, v) {
		r.choices[i] = decide.Choice{Verdict: v, Entry: entry}
		r.overridden()
		return
	}
	r.page.p.Frame.AskReason(r.check.Demands[i], v, func(reason string) {
		r.choices[i] = decide.Choice{Verdict: v, Reason: strings.TrimSpace(reason), Entry: entry}
		r.overridden()
	})
}

func (r *result) overridden() {
	r.keepTalk()
	r.loadOwn()
	r.view.Remark(r.marks(), bars(r.check, r.verdictOf, r.office()))
	r.refreshSide()
	if r.page.class == kit.ClassNarrow {
		r.page.show()
	}
	r.focusFirst()
}

func (r *result) moreMenu(anchor fyne.CanvasObject) {
	var items []*fyne.MenuItem
	second, ok := r.secondAction()
	if ok {
		items = append(items, fyne.NewMenuItem(second.Text, second.OnPress))
	}
	if len(r.small()) > 0 && second.Text != collectWord {
		items = append(items, fyne.NewMenuItem(collectWord, r.collect))
	}
	if second.Text == collectWord && r.papered() { // the meeting may be raised by itself
		generate := r.generateAction(false)
		items = append(items, fyne.NewMenuItem(generate.Text, generate.OnPress))
	}
	if r.talk == nil && r.canTalk() {
		items = append(items, fyne.NewMenuItem("先沟通", r.startTalk))
	}
	if r.canRegisterOnly() {
		items = append(items, fyne.NewMenuItem("只登记", r.registerOnly))
	}
	if len(r.check.Demands) > 0 {
		items = append(items, fyne.NewMenuItem("改判…", func() { r.overrideMenu(anchor) }))
	}
	if r.page.line != nil && r.page.class == kit.ClassNarrow {
		items = append(items, fyne.NewMenuItem("返回队列", r.page.toQueue), fyne.NewMenuItem("上一件", r.page.Previous), fyne.NewMenuItem("下一件", r.page.Next))
	}
	for _, k := range r.offered() {
		items = append(items, fyne.NewMenuItem(k.Command(), func() { r.generateKind(k) }))
	}
	items = append(items, fyne.NewMenuItem("重新比对", r.recheck), fyne.NewMenuItem("复制全文", r.copyAll))
	if r.notice == nil {
		items = append(items, fyne.NewMenuItem("放弃这一件", r.page.abandon))
	}
	kit.Menu(anchor, items...)
}

func (r *result) copyAll() { r.page.p.Frame.Copy(r.text, "已复制全文") }
