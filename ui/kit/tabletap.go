package kit

import (
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

// MouseIn implements desktop.Hoverable.
func (p *tableTap) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (p *tableTap) MouseMoved(e *desktop.MouseEvent) {
	if row := p.rowAt(e.Position.Y); row != p.table.hover {
		p.table.hover = row
		p.table.port.body.update()
	}
}

// MouseOut implements desktop.Hoverable.
func (p *tableTap) MouseOut() {
	p.table.hover = -1
	p.table.port.body.update()
}
