package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// tableTap lies under the rows and takes presses on them.
type tableTap struct {
	widget.BaseWidget
	table *DataTable
}

// CreateRenderer implements fyne.Widget.
func (p *tableTap) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

func (p *tableTap) rowAt(y float32) int {
	row := int(y / p.table.rowHeight())
	if row < 0 || row >= p.table.rows {
		return -1
	}
	return row
}

// Tapped implements fyne.Tappable.
func (p *tableTap) Tapped(e *fyne.PointEvent) {
	t, row := p.table, p.rowAt(e.Position.Y)
	if row < 0 {
		return
	}
	if t.Checked != nil && t.OnCheck != nil && e.Position.X < theme.Px(tableSide+checkWidth+tableGap/2) {
		t.current = max(t.current, 0)
		t.Focus()
		t.OnCheck(row)
		return
	}
	again := row == t.current && t.focused
	t.current = max(t.current, 0) // keeps FocusGained from choosing the first row
	t.Focus()
	if again {
		if t.OnOpen != nil {
			t.OnOpen(row)
		}
		return
	}
	t.Choose(row)
	if t.OnChoose != nil {
		t.OnChoose(row)
	}
}

// TappedSecondary implements fyne.SecondaryTappable: the row becomes the current one, and its menu opens.
func (p *tableTap) TappedSecondary(e *fyne.PointEvent) {
	t, row := p.table, p.rowAt(e.Position.Y)
	if row < 0 {
		return
	}
	t.current = max(t.current, 0)
	t.Focus()
	t.move(row)
	t.menu(row, e.AbsolutePosition)
}

// menu opens what can be done with a row.
func (t *DataTable) menu(row int, at fyne.Position) {
	var items []*fyne.MenuItem
	if t.OnMenu != nil {
		items = t.OnMenu(row)
	}
	textMenu(canvasOf(t), at, strings.Join(textsIn(t.row(row)), "\t"), items...)
}

// keyMenu opens the menu of the current row, for the menu key.
func (t *DataTable) keyMenu() {
	if t.current < 0 {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
	y := theme.Px(theme.HeightHead) + (float32(t.current)+0.5)*t.rowHeight() - t.port.scroll.Offset.Y
	t.menu(t.current, at.AddXY(theme.Px(60), y))
}

// MouseIn implements desktop.Hoverable.
func (p *tableTap) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (p *tableTap) MouseMoved(e *desktop.MouseEvent) {
	hoverAt(p.table, e.AbsolutePosition)
	if row := p.rowAt(e.Position.Y); row != p.table.hover {
		p.table.hover = row
		p.table.port.body.update()
	}
}

// MouseOut implements desktop.Hoverable.
func (p *tableTap) MouseOut() {
	hoverAway(p.table)
	p.table.hover = -1
	p.table.port.body.update()
}
