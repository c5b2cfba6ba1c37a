package window

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/page/alerts"
	"yidanqing/ui/theme"
)

// section is a page that rail, menu and keys lead to.
type section struct {
	text, icon string
	page       place
	count      int // of what is to be done; 0: no badge
}

// sections are the pages of the rail in their order; the n-th has the key Ctrl+n. A village has no lists, statistics or
// rules to look after: what it does not see, no key opens.
func (w *Window) sections() []section {
	out := []section{
		{"收件", theme.IconInbox, w.inbox, 0},
		{"台账", theme.IconLedger, w.records, 0},
		{alerts.Name(w.office), theme.IconClock, w.alerts, w.todo},
	}
	if !w.office.Grassroots() {
		out = append(out, section{"清单", theme.IconList, w.lists, 0}, section{"统计", theme.IconChart, w.statistics, 0})
	}
	return append(out, section{"设置", theme.IconGear, w.settings, 0})
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
