package kit

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Narrowest and widest that the clerk may make a column, in design pixels; and the room that is left to the one that grows.
const (
	leastColumn = 36
	mostColumn  = 600
	leastGrow   = 90
)

// Widths are the widths of columns in design pixels, by their titles, as the clerk has dragged them.
type Widths map[string]float32

// SetWidths gives the columns the widths that they had; those of other tables are passed over.
func (t *DataTable) SetWidths(w Widths) {
	t.widths = Widths{}
	for title, width := range w {
		t.widths[title] = min(max(width, leastColumn), mostColumn)
	}
	t.relaid()
}

// relaid draws head and rows anew after a column has changed.
func (t *DataTable) relaid() {
	t.cache = map[int]fyne.CanvasObject{}
	t.makeEnds()
	t.Refresh()
}

// width is how wide a column is; 0: it shares what is left.
func (t *DataTable) width(c TableColumn) float32 {
	if w, ok := t.widths[c.Title]; ok && c.Width > 0 {
		return w
	}
	return c.Width
}

// drag moves the right edge of column i by design pixels: it grows, or where it takes what is left, the one after it shrinks.
func (t *DataTable) drag(i int, by float32) {
	shown := t.shown()
	if shown[i].Width == 0 {
		if i, by = i+1, -by; i >= len(shown) || shown[i].Width == 0 {
			return
		}
	}
	c := shown[i]
	now := t.width(c)
	next := min(max(now+by, leastColumn), mostColumn)
	if next-now > t.spare(shown) {
		next = now + max(t.spare(shown), 0)
	}
	if next == now {
		return
	}
	if t.widths == nil {
		t.widths = Widths{}
	}
	t.widths[c.Title] = next
	t.relaid()
}

// spare is how much wider the columns may become before the one that grows is too narrow, in design pixels.
func (t *DataTable) spare(shown []TableColumn) float32 {
	left := t.Size().Width/theme.Scale() - 2*tableSide - tableGap*float32(len(shown)-1)
	if t.Checked != nil {
		left -= checkWidth + tableGap
	}
	for _, c := range shown {
		if w := t.width(c); w > 0 {
			left -= w
		} else {
			left -= leastGrow
		}
	}
	return left
}

// dragged tells that the clerk has let go of an edge.
func (t *DataTable) dragged() {
	if t.OnWidths != nil {
		t.OnWidths(t.widths)
	}
}

// makeGrips lays a grip over the right edge of each head cell that can be dragged.
func (t *DataTable) makeGrips(cells []fyne.CanvasObject) *fyne.Container {
	l := &gripLayout{cells: cells}
	c := &fyne.Container{Layout: l}
	for i := 0; i+1 < len(cells); i++ {
		g := &columnGrip{table: t, column: i}
		g.ExtendBaseWidget(g)
		c.Objects = append(c.Objects, g)
	}
	return c
}

// gripLayout puts each grip between its head cell and the next.
type gripLayout struct{ cells []fyne.CanvasObject }

// Layout implements fyne.Layout.
func (l *gripLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	wide := theme.Px(tableGap + 4)
	for i, o := range objs {
		edge := l.cells[i].Position().X + l.cells[i].Size().Width + theme.Px(tableSide) + theme.Px(tableGap)/2
		o.Move(fyne.NewPos(edge-wide/2, 0))
		o.Resize(fyne.NewSize(wide, size.Height))
	}
}

// MinSize implements fyne.Layout.
func (*gripLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// columnGrip is the edge of a column in the head of a table. Nothing is drawn; the mouse shows what it is.
type columnGrip struct {
	widget.BaseWidget
	table  *DataTable
	column int
}

// CreateRenderer implements fyne.Widget.
func (g *columnGrip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// Dragged implements fyne.Draggable.
func (g *columnGrip) Dragged(e *fyne.DragEvent) {
	g.table.drag(g.column, e.Dragged.DX/theme.Scale())
}

// DragEnd implements fyne.Draggable.
func (g *columnGrip) DragEnd() { g.table.dragged() }

// Cursor implements desktop.Cursorable.
func (g *columnGrip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// KeepColumns gives a table the widths that it had on this machine, and remembers new ones. Name names the table.
func (f *Frame) KeepColumns(t *DataTable, name string) {
	key := "columns." + name
	var w Widths
	if json.Unmarshal([]byte(f.recall(key)), &w) == nil {
		t.SetWidths(w)
	}
	t.OnWidths = func(w Widths) {
		if raw, err := json.Marshal(w); err == nil { // numbers by name can always be written
			f.remember(key, string(raw))
		}
	}
}
