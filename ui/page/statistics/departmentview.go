package statistics

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// periods are what the tab can count: this year, its halves, the year before and its halves, as far as records go.
func (d *departments) periods() []inquire.Period {
	today := d.page.p.Frame.Today()
	year := inquire.YearOf(today)
	out := []inquire.Period{year}
	half := inquire.HalfOf(today)
	for range 4 {
		if p := half.Until(today); p != year {
			out = append(out, p)
		}
		if half.From.Month == 1 { // the year before follows the halves of this one
			last := inquire.Period{From: half.From.AddDays(-1), To: half.From.AddDays(-1)}
			last.From.Month, last.From.Day = 1, 1
			if d.recorded(last) && half.From.Year == today.Year {
				out = append(out, last)
			}
		}
		if half = inquire.HalfOf(half.From.AddDays(-1)); !d.recorded(half) || half.From.Year < today.Year-1 {
			break
		}
	}
	return out
}

// recorded tells whether something of a period is on record.
func (d *departments) recorded(p inquire.Period) bool {
	return d.shown != nil && !d.shown.Since.IsZero() && !p.To.Before(d.shown.Since)
}

func (d *departments) periodSelect() *kit.Select {
	periods := d.periods()
	words, at := make([]string, len(periods)), 0
	for i, p := range periods {
		words[i] = p.Title()
		if p == d.period {
			at = i
		}
	}
	return kit.NewPlainSelect(words, at, func(i int) {
		d.period = periods[i]
		d.load()
	})
}

// head is the head of the page with its tabs.
func (d *departments) head() fyne.CanvasObject {
	p := d.page
	size := kit.Small
	if p.class == kit.ClassWide {
		size = kit.Plain
	}
	button := func(text, icon string, do func()) *kit.Button {
		return kit.NewButton(kit.ButtonSpec{Text: text, Icon: icon, Size: size, OnPress: do})
	}
	print, export := button("打印", theme.IconPrint, p.Print), button("导出表格", theme.IconSave, p.ExportTable)
	review := button("半年评价表（手填）", theme.IconPaper, p.Generate)
	title := kit.NewLabel("统计", theme.PageTitle, theme.ColorText)
	if p.class == kit.ClassWide {
		return kit.HeadBar(kit.Fit(title), kit.Fit(p.tabs()), kit.Wide(212, d.periodSelect()), kit.Space(), kit.Fit(print), kit.Fit(export), kit.Fit(review))
	}
	return kit.Column(0, kit.Fit(kit.Stack(kit.NewFill(theme.ColorSurface), kit.Pad(16, 4, kit.Flow(8, 6, title, p.tabs(), kit.Row(0, kit.Wide(212, d.periodSelect())),
		review, print, export)))), kit.Fit(kit.NewRule()))
}

// content is the whole tab.
func (d *departments) content() fyne.CanvasObject {
	if d.shown == nil {
		return kit.Column(0, kit.Fit(d.head()))
	}
	if d.shown.Since.IsZero() {
		return kit.Column(0, kit.Fit(d.head()), kit.Grow(d.page.empty()))
	}
	if len(d.shown.Rows) == 0 {
		words := kit.NewPara(d.shown.Period.Title()+"没有登记件。请另选一段时间。", theme.Body, theme.ColorText2).Centred()
		return kit.Column(0, kit.Fit(d.head()), kit.Grow(kit.Pad(16, 40, kit.Column(0, kit.Fit(words), kit.Space()))))
	}
	d.table.SetNarrow(d.page.class == kit.ClassNarrow)
	d.arrange()
	share := float32(0.5)
	if d.page.class == kit.ClassNarrow {
		share = 0.38
	}
	d.body = &fyne.Container{Layout: &tableOverNote{table: d.table, share: share}, Objects: []fyne.CanvasObject{kit.Card(d.table), d.noteCard()}}
	return kit.Column(0, kit.Fit(d.head()), kit.Grow(kit.Pad(16, 10, d.body)))
}

// showNote tells of the department in view.
func (d *departments) showNote() {
	if d.body != nil {
		d.body.Objects[1] = d.noteCard()
		d.body.Refresh()
		d.table.Choose(d.table.Current()) // a higher note may have covered its row
	}
}

// noteCard is what stands below the table: more of the department in view, and what the page is.
func (d *departments) noteCard() fyne.CanvasObject {
	return kit.Card(kit.NewScroll(kit.Pad(14, 7, kit.Column(4, kit.Fit(d.facts()), kit.Fit(kit.NewRule()), kit.Fit(d.note())))))
}

// note says what the page is and what it is not.
func (d *departments) note() fyne.CanvasObject {
	s := d.shown
	words := fmt.Sprintf("按本台账登记件统计，%d年%d月起有记录。只列往来事实，不打分、不排名；更名的部门并作一个；按期答复只计发给该部门的文书；评价由单位手工填写。",
		s.Since.Year, int(s.Since.Month))
	if s.Total.Undecided > 0 {
		words += fmt.Sprintf("有 %d 项尚未核对，按建议计。", s.Total.Undecided)
	}
	slots := []kit.Slot{kit.Fit(kit.NewIcon(theme.IconNote, 16, theme.ColorText2)).AtStart(), kit.Grow(kit.NewPara(words, theme.Remark, theme.ColorText2))}
	if len(s.Rows) > mostRows {
		word := fmt.Sprintf("列出全部 %d 个", len(s.Rows))
		if d.all {
			word = "少列一些"
		}
		slots = append(slots, kit.Fit(kit.NewLink(word, theme.Second, func() { d.showAll(!d.all) })))
	}
	return kit.Row(10, slots...)
}

// facts tell more of the department in view. Numbers open the notices behind them.
func (d *departments) facts() fyne.CanvasObject {
	i := d.table.Current()
	if i < 0 || i >= len(d.rows) {
		return kit.NewLabel("选一个部门，这里列出它的其他数字。", theme.Second, theme.ColorText2)
	}
	r := d.rows[i]
	parts := []fyne.CanvasObject{kit.NewLink(r.Name, theme.BodyBold, func() { d.page.p.OpenFigure(r.Figure()) })}
	for _, f := range r.Facts() {
		parts = append(parts, kit.NewLink(f.Words, theme.Second, func() { d.page.p.OpenFigure(f.Figure) }))
	}
	if r.Termed > 0 {
		parts = append(parts, kit.NewLabel(fmt.Sprintf("写明时限 %d 项，居中给 %s 个工作日", r.Termed, r.MedianWords()), theme.Second, theme.ColorText2))
	}
	if r.Due > 0 {
		parts = append(parts, kit.NewLabel(fmt.Sprintf("应答复 %d 项，按期 %d 项", r.Due, r.InTime), theme.Second, theme.ColorText2))
	}
	if w := r.ChangeWords(); w != "" {
		parts = append(parts, kit.NewLabel(w, theme.Second, theme.ColorText2))
	}
	if names := d.otherNames(r); names != "" {
		parts = append(parts, kit.NewPara(names, theme.Second, theme.ColorText2))
	}
	return kit.Flow(14, 3, parts...)
}

// otherNames says under which other names a department wrote.
func (d *departments) otherNames(r inquire.Department) string {
	const most = 3
	var out []string
	for _, n := range r.Issuers {
		if short := d.shown.Office.ShortBody(n); n != "" && short != r.Name && len(out) < most {
			out = append(out, short)
		}
	}
	if len(out) == 0 || len(r.Issuers) > 2*most {
		return ""
	}
	return "含 " + strings.Join(out, "、")
}

// tableOverNote lays a table as high as its rows need over a note, and leaves the note a share of the room where there is
// little.
type tableOverNote struct {
	table *kit.DataTable
	share float32 // the most of the height that the note may have
	note  float32 // the highest note so far: the table does not jump from row to row
	width float32 // for which that is
}

// Layout implements fyne.Layout.
func (l *tableOverNote) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Px(8)
	if l.width != size.Width {
		l.note, l.width = 0, size.Width
	}
	l.note = max(l.note, kit.HeightFor(objs[1], size.Width))
	note := min(l.note, size.Height*l.share)
	high := min(l.table.WholeHeight()+2, size.Height-note-gap)
	objs[0].Move(fyne.NewPos(0, 0))
	objs[0].Resize(fyne.NewSize(size.Width, high))
	objs[1].Move(fyne.NewPos(0, high+gap))
	objs[1].Resize(fyne.NewSize(size.Width, note))
}

// MinSize implements fyne.Layout.
func (l *tableOverNote) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(200), theme.Px(120))
}
