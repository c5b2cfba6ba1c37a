package window

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/page/alerts"
	"yidanqing/ui/theme"
)

// section is a page that rail, menu and keys lead to.
type section struct {
	text, short string // short where the rail is narrow; empty: the same
	icon        string
	page        place
	count       int // of what is to be done; 0: no badge
}

// sections are the pages of the rail in their order; the n-th has the key Ctrl+n. A village has no lists, statistics or
// rules to look after: what it does not see, no key opens.
func (w *Window) sections() []section {
	out := []section{
		{text: "收件", icon: theme.IconInbox, page: w.inbox},
		{text: "台账", icon: theme.IconLedger, page: w.records},
		{text: alerts.Name(w.office), icon: theme.IconClock, page: w.alerts, count: w.todo},
	}
	if !w.office.Grassroots() {
		out = append(out, section{text: "清单", icon: theme.IconList, page: w.lists},
			section{text: "规则与名录", short: "规则", icon: theme.IconRules, page: w.rules}, section{text: "统计", icon: theme.IconChart, page: w.statistics})
	}
	return append(out, section{text: "设置", icon: theme.IconGear, page: w.settings})
}

// sectionNames are their names, for the help.
func (w *Window) sectionNames() []string {
	var out []string
	for _, s := range w.sections() {
		out = append(out, s.text)
	}
	return out
}

// sectionEntries are the menu items that open them.
func (w *Window) sectionEntries() []entry {
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7}
	var out []entry
	for i, s := range w.sections() {
		out = append(out, entry{s.text, "Ctrl+" + string(keys[i]), ctrl(keys[i]), w.guarded(func() { w.show(s.page) })})
	}
	return out
}

// importList asks for the files of a list: on its page, or over the present one where the office has no such page.
func (w *Window) importList() {
	if !w.office.Grassroots() {
		w.show(w.lists)
	}
	w.lists.get().StartImport()
}
