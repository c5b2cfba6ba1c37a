package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// ToastKind is how serious a toast is.
type ToastKind int

const (
	ToastDone ToastKind = iota
	ToastInfo
	ToastWarn
	ToastError // stays until it is put away
)

// Toast is a short message at the lower right (轻提示).
type Toast struct {
	Kind    ToastKind
	Text    string
	Action  string // 撤回, 看原件; empty: none
	OnPress func()
	// Second is another action beside it (所在文件夹); empty: none.
	Second   string
	OnSecond func()
}

// Toasts shows at most three toasts over a window's content.
type Toasts struct {
	layer *fyne.Container
	shown []*toastCard
	// after calls f on the UI thread when d has passed.
	after func(d time.Duration, f func())
}

type toastCard struct {
	card fyne.CanvasObject
	text string
}

// NewToasts keeps toasts; after calls a function on the UI thread later.
func NewToasts(after func(time.Duration, func())) *Toasts {
	t := &Toasts{after: after}
	t.layer = &fyne.Container{Layout: toastLayout{}}
	return t
}

// Layer is to be laid over the content.
func (t *Toasts) Layer() fyne.CanvasObject { return t.layer }

// Texts are the messages shown now, the oldest first.
func (t *Toasts) Texts() []string {
	var out []string
	for _, c := range t.shown {
		out = append(out, c.text)
	}
	return out
}

// Show adds a message. It goes after 4 seconds, with an action after 10; errors stay.
func (t *Toasts) Show(m Toast) {
	c := &toastCard{text: m.Text}
	c.card = NewToastCard(m, func() { t.remove(c) })
	t.shown = append(t.shown, c)
	if len(t.shown) > 3 {
		t.shown = t.shown[1:]
	}
	t.refresh()
	wait := 4 * time.Second
	switch {
	case m.Kind == ToastError:
		return
	case m.Action != "":
		wait = 10 * time.Second
	}
	t.after(wait, func() { t.remove(c) })
}

func (t *Toasts) remove(c *toastCard) {
	for i, s := range t.shown {
		if s == c {
			t.shown = append(t.shown[:i], t.shown[i+1:]...)
			t.refresh()
			return
		}
	}
}

func (t *Toasts) refresh() {
	t.layer.Objects = nil
	for _, c := range t.shown {
		t.layer.Objects = append(t.layer.Objects, c.card)
	}
	t.layer.Refresh()
}

// NewToastCard is one message; gone is called when it is put away.
func NewToastCard(m Toast, gone func()) *fyne.Container {
	icon, color := theme.IconCheck, theme.ColorDo
	switch m.Kind {
	case ToastInfo:
		icon, color = theme.IconNote, theme.ColorPrimary
	case ToastWarn:
		icon, color = theme.IconWarn, theme.ColorEscalate
	case ToastError:
		icon, color = theme.IconBlock, theme.ColorRefuse
	}
	row := []Slot{Fit(NewIcon(icon, 18, color)), Grow(NewParaMax(m.Text, theme.Body, theme.ColorText, 3))}
	link := func(words string, do func()) {
		if words == "" {
			return
		}
		row = append(row, Fit(NewLink(words, theme.BodyBold, func() {
			gone()
			if do != nil {
				do()
			}
		})))
	}
	link(m.Action, m.OnPress)
	link(m.Second, m.OnSecond)
	if m.Kind == ToastError {
		row = append(row, Fit(NewPress("收起", Look{theme.ColorNone, theme.ColorHover, theme.ColorNone, theme.RadiusBadge, false},
			NewIcon(theme.IconClose, 16, theme.ColorText3), gone)))
	}
	return Stack(NewBorder(theme.ColorSurface, theme.ColorBorder, theme.RadiusCard), Pad(14, 12, Row(10, row...)))
}

// toastLayout stacks toasts upwards from the lower right corner.
type toastLayout struct{}

// Layout implements fyne.Layout.
func (toastLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	w := min(theme.Px(430), size.Width-theme.Px(32))
	y := size.Height - theme.Px(134) // clear of the action rows of the pages
	if ClassOf(size.Width) == ClassNarrow {
		y = size.Height - theme.Px(64)
	}
	for i := len(objs) - 1; i >= 0; i-- {
		h := max(HeightFor(objs[i], w), theme.Px(48))
		y -= h
		objs[i].Move(fyne.NewPos(size.Width-w-theme.Px(16), y))
		objs[i].Resize(fyne.NewSize(w, h))
		y -= theme.Px(theme.GapS)
	}
}

// MinSize implements fyne.Layout.
func (toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
