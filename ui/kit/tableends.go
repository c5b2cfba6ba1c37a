package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// makeEnds makes the head of the table, and its foot where a column has one. A head that had the keyboard keeps it.
func (t *DataTable) makeEnds() {
	held := ""
	for title, p := range t.heads {
		if p.HasFocus() {
			held = title
		}
	}
	t.heads = map[string]*Press{}
	var heads, feet []Slot
	var titles []fyne.CanvasObject
	foot := false
	if t.Checked != nil {
		heads, feet = append(heads, Wide(checkWidth, t.headCheck())), append(feet, Wide(checkWidth, NewGap(0)))
	}
	for _, c := range t.shown() {
		h := t.headCell(c)
		heads, titles = append(heads, t.slotOf(c, h)), append(titles, h)
		l := NewElastic(c.Foot, theme.BodyBold, theme.ColorText)
		if c.Right {
			l.Trailing()
		}
		feet = append(feet, t.slotOf(c, l))
		foot = foot || c.Foot != ""
	}
	t.head = endRow(theme.HeightHead, heads)
	t.head.Add(t.makeGrips(titles))
	t.foot = nil
	if foot {
		t.foot = endRow(t.height, feet)
	}
	if p := t.heads[held]; p != nil {
		p.Focus()
	}
}

func endRow(height float32, cells []Slot) *fyne.Container {
	return Stack(NewFill(theme.ColorSurface2), High(height, Pad(tableSide, 0, Row(tableGap, cells...))))
}

// headCheck is the box that ticks all rows.
func (t *DataTable) headCheck() *Check {
	return NewCheck("", "", t.allChecked, func(on bool) {
		if t.OnCheckAll != nil {
			t.OnCheckAll(on)
		}
	})
}

// ends are the head and, where there is one, the foot.
func (t *DataTable) ends() []fyne.CanvasObject {
	if t.foot == nil {
		return []fyne.CanvasObject{t.head}
	}
	return []fyne.CanvasObject{t.head, t.foot}
}

// headCell is the name of a column. Where the rows can be ordered by it, it is a button; the column that orders them has
// an arrow.
func (t *DataTable) headCell(c TableColumn) fyne.CanvasObject {
	l := NewElastic(c.Title, theme.SecondBold, theme.ColorText2)
	if c.Right {
		l.Trailing()
	}
	if !c.Sort {
		return l
	}
	words := c.Title
	parts := []Slot{Fit(l)}
	if c.Title == t.sorted {
		icon := theme.IconSortUp
		words += "，从小到大"
		if t.down {
			icon, words = theme.IconSortDown, c.Title+"，从大到小"
		}
		parts = append(parts, Fit(NewIcon(icon, 9, theme.ColorText2)))
	}
	if c.Right {
		parts = append([]Slot{Space()}, parts...)
	} else {
		parts = append(parts, Space())
	}
	p := NewPress(words, Look{theme.ColorNone, theme.ColorHover, theme.ColorNone, theme.RadiusChip, true},
		High(theme.HeightHead-4, Row(2, parts...)), func() {
			if t.OnSort != nil {
				t.OnSort(c.Title)
			}
		})
	t.heads[c.Title] = p
	return p
}

// SetSort shows by which column the rows are ordered.
func (t *DataTable) SetSort(title string, down bool) {
	t.sorted, t.down = title, down
	t.makeEnds()
	t.Refresh()
}
