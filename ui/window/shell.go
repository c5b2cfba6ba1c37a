package window

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// makeShell puts rail, page and status line together.
func (w *Window) makeShell() {
	w.main, w.rail, w.banner = kit.NewHolder(nil), kit.NewHolder(nil), kit.NewHolder(nil)
	w.status = newStatus(w)
	w.tips = kit.NewTips(w.frame.Runner.After)
	w.root = &fyne.Container{Layout: &shellLayout{w}}
	w.root.Objects = []fyne.CanvasObject{kit.NewGround(theme.ColorBg), w.rail, w.main, w.status.line, w.frame.Toasts.Layer(), w.banner, w.tips}
	w.win.SetContent(w.root)
}

// railWidth is the width of the rail in design pixels for the room there is.
func (w *Window) railWidth() float32 {
	switch {
	case !w.started:
		return 0
	case w.class == kit.ClassWide:
		return 160
	case w.class == kit.ClassMedium:
		return 88
	}
	return 76
}

// makeRail holds the pages that there are, help and the clerk's name.
func (w *Window) makeRail() fyne.CanvasObject {
	tall := w.class != kit.ClassWide
	item := func(s kit.RailSpec, p place) kit.Slot {
		current := w.current == p || (p == place(w.inbox) && w.current == place(w.decision))
		return kit.Fit(kit.NewRailItem(s, current, tall))
	}
	open := func(p place) func() { return func() { w.show(p) } }
	var slots []kit.Slot
	for _, s := range w.sections() {
		if tall && s.short != "" {
			s.text = s.short
		}
		slots = append(slots, item(kit.RailSpec{Text: s.text, Icon: s.icon, Count: s.count, OnPress: open(s.page)}, s.page))
	}
	slots = append(slots, kit.Space(), item(kit.RailSpec{Text: "帮助", Icon: theme.IconHelp, Key: "F1", OnPress: w.openHelp}, w.help))
	if !tall {
		clerk := w.office.Clerk
		if clerk == "" {
			clerk = "经办人"
		}
		slots = append(slots, kit.Fit(kit.NewRailItem(kit.RailSpec{Text: clerk, Icon: theme.IconUser, OnPress: open(w.settings)}, false, false)))
	}
	line := kit.Row(0, kit.Space(), kit.Fit(kit.NewRule()).Stretched())
	return kit.Stack(kit.NewFill(theme.ColorSurface), kit.NewScroll(kit.Pad(6, 8, kit.Column(2, slots...))), line)
}

// shellLayout places rail, page and status line, and tells the pages when the class of room changes.
type shellLayout struct{ w *Window }

// MinSize implements fyne.Layout: the smallest canvas that the design allows, whatever the text size.
func (l *shellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1024, 560) }

// Layout implements fyne.Layout.
func (l *shellLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.w.fit(size)
	ground, rail, main, status, toasts, banner := objs[0], objs[1], objs[2], objs[3], objs[4], objs[5]
	objs[6].Resize(size)
	ground.Resize(size)
	toasts.Resize(size)
	foot := float32(0)
	if l.w.started && l.w.class != kit.ClassNarrow {
		foot = theme.Px(26)
	}
	side := theme.Px(l.w.railWidth())
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		if w <= 0 || h <= 0 {
			o.Hide()
			return
		}
		o.Show()
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	place(rail, 0, 0, side, size.Height)
	top := float32(0)
	if l.w.started && (l.w.p.trial || l.w.moved != nil || l.w.turn != nil) {
		top = kit.HeightFor(banner, size.Width-side)
	}
	place(banner, side, 0, size.Width-side, top)
	place(main, side, top, size.Width-side, size.Height-foot-top)
	place(status, side, size.Height-foot, size.Width-side, foot)
}

// fit tells the pages which class of room there is.
func (w *Window) fit(size fyne.Size) {
	class := kit.ClassOf(size.Width)
	if class == w.class {
		return
	}
	w.class = class
	if w.current != nil {
		w.current.SetClass(class)
		w.rail.Put(w.makeRail())
	}
}
