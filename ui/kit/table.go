package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// TableColumn is a column of a DataTable. Cell gives what stands in a row; a plain text cell comes from NewCell.
type TableColumn struct {
	Title string
	Width float32 // design pixels; 0: shares what is left
	Right bool    // figures
	Keep  bool    // stays when the room is narrow
	Sort  bool    // its head can be pressed to order the rows by it
	Foot  string  // stands in the last line, below the rows (合计); no line where no column has one
	Wide  bool    // the cell takes the whole width, as a paragraph does
	Cell  func(row int) fyne.CanvasObject
}

// NewCell is a table cell of text.
func NewCell(text string, color fyne.ThemeColorName) *Label {
	return NewElastic(text, theme.Body, color)
}

// DataTable is a table of uniform rows of which only the visible ones exist. The keyboard moves the current row,
// Enter opens it.
type DataTable struct {
	widget.BaseWidget
	looked
	OnChoose func(row int) // the current row changed
	OnOpen   func(row int) // Enter, or a second press on the current row
	OnCheck  func(row int) // Space, or a press on the box of a row
	// Checked tells whether a row is ticked; where it is set, every row begins with a box. OnCheckAll is told when the box in
	// the head is pressed. Both are set before the first row.
	Checked    func(row int) bool
	OnCheckAll func(on bool)
	// OnMenu gives what the other mouse button offers on a row beside copying; nil: nothing.
	OnMenu func(row int) []*fyne.MenuItem
	OnEnd  func() // the last rows came into view: more may be loaded

	OnWidths func(Widths) // the clerk has dragged the edge of a column
	OnSort   func(title string)

	columns []TableColumn
	widths  Widths
	rows    int
	height  float32 // of a row, in design pixels
	sorted  string  // title of the column by which the rows are ordered; empty: none is told
	down    bool    // from the greatest to the least
	current int
	narrow  bool
	empty   fyne.CanvasObject
	head    *fyne.Container
	heads   map[string]*Press // of the columns that can be sorted by
	foot    *fyne.Container   // nil: none
	port    *viewport
	tap     *tableTap
	ring    *Fill
	focused bool
	cache   map[int]fyne.CanvasObject
	hover   int

	allChecked bool
}

// NewDataTable makes a table; empty is shown where there is no row.
func NewDataTable(columns []TableColumn, empty fyne.CanvasObject) *DataTable {
	t := &DataTable{columns: columns, height: theme.HeightRow, current: -1, hover: -1, empty: empty, cache: map[int]fyne.CanvasObject{},
		ring: NewBorder(theme.ColorNone, theme.ColorNone, 0)}
	t.ring.Width = 2
	t.port = newViewport(t.bodyHeight, t.draw)
	t.tap = &tableTap{table: t}
	t.tap.ExtendBaseWidget(t.tap)
	t.makeEnds()
	t.ExtendBaseWidget(t)
	return t
}

// tableSide and tableGap are the margins of a row and the room between columns, in design pixels.
const tableSide, tableGap = 12, 8

// checkWidth is the width of the column of boxes.
const checkWidth = 18

func (t *DataTable) rowHeight() float32 { return theme.Px(t.height) }

// SetRowHeight gives the rows another height than the usual one, in design pixels: for lists of numbers.
func (t *DataTable) SetRowHeight(px float32) { t.height = px; t.Refresh() }

// WholeHeight is how high the table is with all its rows, in pixels of the screen.
func (t *DataTable) WholeHeight() float32 {
	h := theme.Px(theme.HeightHead) + t.bodyHeight()
	if t.foot != nil {
		h += t.rowHeight()
	}
	return h
}

func (t *DataTable) bodyHeight() float32 { return float32(t.rows) * t.rowHeight() }

// SetRows tells how many rows there are now; cells are asked for anew. The current row stays where it can.
func (t *DataTable) SetRows(rows int) {
	t.rows = rows
	t.cache = map[int]fyne.CanvasObject{}
	if t.current >= rows {
		t.current = rows - 1
	}
	t.Refresh()
}

// Recheck draws the boxes anew; all tells whether the one in the head is ticked.
func (t *DataTable) Recheck(all bool) {
	t.allChecked = all
	t.cache = map[int]fyne.CanvasObject{}
	t.makeEnds()
	t.Refresh()
}

// SetColumns shows other columns.
func (t *DataTable) SetColumns(columns []TableColumn) {
	t.columns = columns
	t.cache = map[int]fyne.CanvasObject{}
	t.makeEnds()
	t.Refresh()
}

// SetNarrow leaves out the columns that are not kept where the room is narrow.
func (t *DataTable) SetNarrow(on bool) {
	if t.narrow == on {
		return
	}
	t.narrow = on
	t.cache = map[int]fyne.CanvasObject{}
	t.makeEnds()
	t.Refresh()
}

// Rows is how many rows there are.
func (t *DataTable) Rows() int { return t.rows }

// Current is the current row, -1 for none.
func (t *DataTable) Current() int { return t.current }

// Choose makes a row the current one without telling OnChoose.
func (t *DataTable) Choose(row int) {
	if row >= t.rows {
		row = t.rows - 1
	}
	t.current = row
	if row >= 0 {
		t.port.show(float32(row)*t.rowHeight(), float32(row+1)*t.rowHeight(), 0)
	}
	t.port.body.update()
}

// Focus moves the keyboard to the table.
func (t *DataTable) Focus() {
	if c := canvasOf(t); c != nil {
		c.Focus(t)
	}
}

// ToTop scrolls to the first row.
func (t *DataTable) ToTop() { t.port.toTop() }

func (t *DataTable) shown() []TableColumn {
	if !t.narrow {
		return t.columns
	}
	var out []TableColumn
	for _, c := range t.columns {
		if c.Keep {
			out = append(out, c)
		}
	}
	return out
}

func (t *DataTable) slotOf(c TableColumn, o fyne.CanvasObject) Slot {
	if w := t.width(c); w > 0 {
		return Wide(w, o)
	}
	return Grow(Even(o))
}

func (t *DataTable) row(i int) fyne.CanvasObject {
	if o, ok := t.cache[i]; ok {
		return o
	}
	var cells []Slot
	if t.Checked != nil {
		cells = append(cells, Wide(checkWidth, Row(0, Fit(newTick(t.Checked(i))), Space())))
	}
	for _, c := range t.shown() {
		cell := c.Cell(i)
		if l, ok := cell.(*Label); ok && c.Right {
			l.Trailing()
		}
		if _, ok := cell.(*Label); !ok && !c.Wide {
			cell = Row(0, Fit(cell), Space())
		}
		cells = append(cells, t.slotOf(c, cell))
	}
	o := Pad(tableSide, 0, Row(tableGap, cells...))
	if len(t.cache) > 200 {
		t.cache = map[int]fyne.CanvasObject{}
	}
	t.cache[i] = o
	return o
}

func (t *DataTable) draw(top, bottom float32) []fyne.CanvasObject {
	h, width := t.rowHeight(), t.port.body.Size().Width
	first, last := int(top/h), min(int(bottom/h)+1, t.rows)
	t.tap.Resize(t.port.body.Size())
	grounds := []fyne.CanvasObject{}
	var rows []fyne.CanvasObject
	for i := max(first, 0); i < last; i++ {
		y := float32(i) * h
		if i == t.current || i == t.hover {
			color := theme.ColorHover
			if i == t.current {
				color = theme.ColorPrimarySoft
			}
			grounds = append(grounds, rectAt(color, 0, y, width, h))
		}
		if i == t.current {
			grounds = append(grounds, rectAt(theme.ColorPrimary, 0, y, theme.Px(4), h))
		}
		grounds = append(grounds, rectAt(theme.ColorLine, 0, y+h-1, width, 1))
		o := t.row(i)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(width, h))
		rows = append(rows, o)
	}
	if last >= t.rows-5 && t.rows > 0 && t.OnEnd != nil {
		t.OnEnd()
	}
	return append(append(grounds, t.tap), rows...)
}

func rectAt(color fyne.ThemeColorName, x, y, w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(theme.Color(color))
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	return r
}

// MinSize implements fyne.Widget.
func (t *DataTable) MinSize() fyne.Size {
	if t.stale() {
		t.cache = map[int]fyne.CanvasObject{}
		t.makeEnds()
		t.Refresh()
	}
	return fyne.NewSize(theme.Px(200), theme.Px(theme.HeightHead+theme.HeightRow))
}

// FocusGained implements fyne.Focusable.
func (t *DataTable) FocusGained() {
	t.focused = true
	t.ring.Set(theme.ColorNone, theme.ColorPrimary)
	if t.current < 0 && t.rows > 0 {
		t.move(0)
	}
}

// FocusLost implements fyne.Focusable.
func (t *DataTable) FocusLost() { t.focused = false; t.ring.Set(theme.ColorNone, theme.ColorNone) }

// TypedRune implements fyne.Focusable.
func (t *DataTable) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *DataTable) TypedKey(e *fyne.KeyEvent) {
	page := max(int(t.port.Size().Height/t.rowHeight())-1, 1)
	switch e.Name {
	case fyne.KeyDown:
		t.move(t.current + 1)
	case fyne.KeyUp:
		t.move(t.current - 1)
	case fyne.KeyPageDown:
		t.move(t.current + page)
	case fyne.KeyPageUp:
		t.move(t.current - page)
	case fyne.KeyHome:
		t.move(0)
	case fyne.KeyEnd:
		t.move(t.rows - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.OnOpen != nil && t.current >= 0 {
			t.OnOpen(t.current)
		}
	case fyne.KeySpace:
		if t.OnCheck != nil && t.current >= 0 {
			t.OnCheck(t.current)
		}
	case desktop.KeyMenu:
		t.keyMenu()
	default:
		passKey(t, e)
	}
}

func (t *DataTable) move(row int) {
	if t.rows == 0 {
		return
	}
	row = min(max(row, 0), t.rows-1)
	changed := row != t.current
	t.Choose(row)
	if changed && t.OnChoose != nil {
		t.OnChoose(row)
	}
}

// Children implements Parent.
func (t *DataTable) Children() []fyne.CanvasObject { return append(t.ends(), t.port) }

// CreateRenderer implements fyne.Widget.
func (t *DataTable) CreateRenderer() fyne.WidgetRenderer {
	r := &tableRenderer{t: t}
	r.placedRenderer = newPlaced(t, t.place)
	return r
}

type tableRenderer struct {
	*placedRenderer
	t *DataTable
}

// Objects implements fyne.WidgetRenderer.
func (r *tableRenderer) Objects() []fyne.CanvasObject {
	if r.t.rows == 0 && r.t.empty != nil {
		return []fyne.CanvasObject{r.t.head, r.t.empty, r.t.ring}
	}
	return append(r.t.ends(), r.t.port, r.t.ring)
}

func (t *DataTable) place() {
	size, head := t.Size(), theme.Px(theme.HeightHead)
	t.head.Resize(fyne.NewSize(size.Width, head))
	rest := fyne.NewSize(size.Width, max(size.Height-head, 0))
	if t.foot != nil {
		rest.Height = max(min(t.bodyHeight(), rest.Height-t.rowHeight()), 0)
		t.foot.Move(fyne.NewPos(0, head+rest.Height))
		t.foot.Resize(fyne.NewSize(size.Width, t.rowHeight()))
	}
	t.port.Move(fyne.NewPos(0, head))
	t.port.Resize(rest)
	t.port.place()
	if t.empty != nil {
		h := min(HeightFor(t.empty, size.Width), rest.Height)
		t.empty.Move(fyne.NewPos(0, head+(rest.Height-h)/3))
		t.empty.Resize(fyne.NewSize(size.Width, h))
	}
	t.ring.Resize(size)
}

// HasFocus tells whether the keyboard is here.
func (t *DataTable) HasFocus() bool { return t.focused }
