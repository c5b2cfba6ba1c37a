package kit

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yidanqing/ui/theme"
)

// TestATargetIsLargerThanWhatIsDrawn presses beside a link of 22 and a chip of 28.
func TestATargetIsLargerThanWhatIsDrawn(t *testing.T) {
	useTheme(t, 100)
	pressed := ""
	link := NewLink("去设置", theme.Body, func() { pressed += "link " })
	filter := NewFilter("全部 781", false, func() { pressed += "filter " })
	chosen := -1
	segment := NewSegment([]string{"乡镇", "街道"}, 0, func(i int) { chosen = i })
	w := test.NewTempWindow(t, Column(20, Fit(link).AtStart(), Fit(filter).AtStart(), Fit(segment).AtStart()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	at := func(o fyne.CanvasObject, dx, dy float32) {
		test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(dx, dy))
	}
	at(link, 5, link.Size().Height+6)
	at(filter, 5, -3)
	at(segment, segment.Size().Width-5, segment.Size().Height+2)
	if pressed != "link filter " || chosen != 1 {
		t.Errorf("pressed %q, chose %d", pressed, chosen)
	}
	at(link, 5, link.Size().Height+9) // between both
	if pressed != "link filter " {
		t.Errorf("pressed %q", pressed)
	}
	for _, s := range []fyne.Size{link.Target(), filter.Target(), segment.Target()} {
		if s.Width < 36 || s.Height < 36 {
			t.Errorf("a target of %v", s)
		}
	}
}

// menuWords are the items of the menu in front.
func menuWords(c fyne.Canvas) (words []string, pick func(name string)) {
	top := c.Overlays().Top()
	if top == nil {
		return nil, func(string) {}
	}
	var find func(o fyne.CanvasObject)
	items := map[string]fyne.Tappable{}
	find = func(o fyne.CanvasObject) {
		if w, ok := o.(fyne.Widget); ok {
			for _, child := range test.WidgetRenderer(w).Objects() {
				if text := textOf(child); text != "" {
					if tap, ok := o.(fyne.Tappable); ok {
						words = append(words, text)
						items[text] = tap
					}
				}
				find(child)
			}
		}
		if box, ok := o.(*fyne.Container); ok {
			for _, child := range box.Objects {
				find(child)
			}
		}
		if s, ok := o.(interface{ Content() fyne.CanvasObject }); ok {
			find(s.Content())
		}
	}
	find(top)
	return words, func(name string) {
		for text, tap := range items {
			if strings.HasPrefix(text, name) {
				tap.Tapped(&fyne.PointEvent{})
			}
		}
	}
}

// TestAnyWordsCanBeCopied: the other mouse button copies the words of a label that is cut, of a table's cell and row, and of
// a paragraph of the notice.
func TestAnyWordsCanBeCopied(t *testing.T) {
	useTheme(t, 100)
	label := NewElastic("关于开展农药经营许可现场核查的通知", theme.Body, theme.ColorText)
	table := NewDataTable([]TableColumn{{Title: "号", Width: 40, Cell: func(i int) fyne.CanvasObject { return NewCell(itoa(640+i), theme.ColorText) }},
		{Title: "来件", Cell: func(int) fyne.CanvasObject { return NewCell("防汛值班表报送", theme.ColorText) }}}, nil)
	opened := -1
	table.OnMenu = func(row int) []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem("看原文", func() { opened = row })}
	}
	ground := NewGround(theme.ColorBg)
	w := test.NewTempWindow(t, Stack(ground, Column(0, Wide(22, Row(0, Wide(80, label))), Grow(table))))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	table.SetRows(3)
	clip := func() string { return fyne.CurrentApp().Clipboard().Content() }
	ground.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(10, 10)})
	_, pick := menuWords(w.Canvas())
	pick("复制")
	if clip() != label.text {
		t.Errorf("copied %q", clip())
	}
	row := fyne.NewPos(100, 22+theme.HeightHead+theme.HeightRow+10)
	table.tap.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(100, theme.HeightRow+10), AbsolutePosition: row})
	words, pick := menuWords(w.Canvas())
	if table.Current() != 1 || len(words) < 3 {
		t.Errorf("row %d offers %v", table.Current(), words)
	}
	pick("复制整行")
	if clip() != "641\t防汛值班表报送" {
		t.Errorf("copied %q", clip())
	}
	pick("看原文")
	if opened != 1 {
		t.Errorf("opened %d", opened)
	}
	table.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if words, _ := menuWords(w.Canvas()); len(words) < 2 {
		t.Errorf("the menu key offers %v", words)
	}
}

// TestATipTellsWhatIsCut: where the mouse rests on words that are cut they are shown whole; nothing is shown of whole words,
// or once the mouse has gone on.
func TestATipTellsWhatIsCut(t *testing.T) {
	useTheme(t, 100)
	var later []func()
	tips := NewTips(func(_ time.Duration, f func()) { later = append(later, f) })
	long := NewElastic("关于开展农药经营许可现场核查的通知", theme.Body, theme.ColorText)
	short := NewElastic("待签章", theme.Body, theme.ColorText)
	icon := NewButton(ButtonSpec{Icon: theme.IconPlus, OnPress: func() {}})
	icon.Hint = "加一"
	ground := NewGround(theme.ColorBg)
	body := Column(0, Wide(22, Row(0, Wide(80, long))), Wide(22, Row(0, Wide(80, short))), Fit(Row(0, Fit(icon), Space())))
	w := test.NewTempWindow(t, &fyne.Container{Layout: &pad{}, Objects: []fyne.CanvasObject{ground, body, tips}})
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 200))
	restAt := func(x, y float32) string {
		later = nil
		ground.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(x, y)}})
		for _, f := range later {
			f()
		}
		return tips.Text()
	}
	if got := restAt(10, 10); got != long.text {
		t.Errorf("the tip says %q", got)
	}
	if got := restAt(10, 30); got != "" {
		t.Errorf("of whole words the tip says %q", got)
	}
	if got := restAt(10, 60); got != "加一" {
		t.Errorf("of the button the tip says %q", got)
	}
	ground.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(10, 10)}})
	old := later
	ground.MouseOut()
	for _, f := range old {
		f()
	}
	if got := tips.Text(); got != "" {
		t.Errorf("after the mouse has gone the tip says %q", got)
	}
}

// textOf is the text of a text of the toolkit.
func textOf(o fyne.CanvasObject) string {
	if t, ok := o.(*canvas.Text); ok {
		return t.Text
	}
	return ""
}

// TestColumnsAreDragged: an edge moves its column, or the next one where it takes what is left; the widths are told, kept
// within bounds, and another table of the same columns begins with them.
func TestColumnsAreDragged(t *testing.T) {
	useTheme(t, 200)
	columns := []TableColumn{{Title: "号", Width: 40, Cell: func(int) fyne.CanvasObject { return NewCell("1", theme.ColorText) }},
		{Title: "来件", Cell: func(int) fyne.CanvasObject { return NewCell("防汛", theme.ColorText) }},
		{Title: "状态", Width: 100, Cell: func(int) fyne.CanvasObject { return NewCell("待签章", theme.ColorText) }}}
	kept := map[string]string{}
	f := &Frame{Recall: func(key string) string { return kept[key] }, Remember: func(key, value string) { kept[key] = value }}
	table := NewDataTable(columns, nil)
	f.KeepColumns(table, "test")
	w := test.NewTempWindow(t, table)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 300))
	table.SetRows(2)
	drag := func(column int, dx float32) {
		grips := table.head.Objects[2].(*fyne.Container).Objects
		g := grips[column].(*columnGrip)
		g.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
		g.DragEnd()
	}
	drag(0, 60)  // 30 design pixels
	drag(1, -80) // 来件 grows: 状态 becomes 40 wider
	if table.widths["号"] != 70 || table.widths["状态"] != 140 {
		t.Errorf("widths %v", table.widths)
	}
	drag(0, 5000)
	if spare := table.spare(columns); spare < -0.5 || spare > 0.5 {
		t.Errorf("来件 has %v too much or too little", spare)
	}
	drag(0, -5000)
	if table.widths["号"] != leastColumn {
		t.Errorf("widths %v", table.widths)
	}
	again := NewDataTable(columns, nil)
	f.KeepColumns(again, "test")
	if again.widths["号"] != leastColumn || again.widths["状态"] != 140 {
		t.Errorf("begun with %v, kept %v", again.widths, kept)
	}
}
