package statistics

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// departmentAsker counts what came from each department and writes its papers.
type departmentAsker interface {
	Departments(ctx context.Context, p inquire.Period) (inquire.Departments, error)
	ReviewHalf() inquire.Period
	DepartmentsPaper(ctx context.Context, p inquire.Period) (inquire.File, error)
	SaveDepartmentsTable(ctx context.Context, p inquire.Period, folder string) (string, error)
	SaveReview(ctx context.Context, p inquire.Period, folder string) (string, error)
	SaveReviewTwin(ctx context.Context, p inquire.Period, folder string) (string, error)
}

// mostRows is how many rows the table has before those with the fewest notices are summed up in one.
const mostRows = 12

// departments is the tab 部门往来.
type departments struct {
	page   *Page
	period inquire.Period
	shown  *inquire.Departments
	rows   []inquire.Department // as they stand in the table
	all    bool                 // none is summed up
	sorted string               // title of a column
	down   bool
	table  *kit.DataTable
	body   *fyne.Container // the table over the note; nil before it is shown
	turn   kit.Turn
}

func newDepartments(p *Page) *departments {
	d := &departments{page: p, sorted: nameColumn}
	d.table = kit.NewDataTable(nil, nil)
	d.table.SetRowHeight(33)
	d.table.OnChoose = func(int) { d.showNote() }
	d.table.OnOpen = d.open
	d.table.OnSort = d.sortBy
	return d
}

// load counts the period anew.
func (d *departments) load() {
	p := d.page.p
	d.period = grown(d.period, p.Frame.Today())
	current, period := d.turn.Next(), d.period
	kit.Run(p.Frame.Runner, "正在统计", func(ctx context.Context) (inquire.Departments, error) {
		return p.Inquire.Departments(ctx, period)
	}, func(got inquire.Departments, err error) {
		switch {
		case !current() || errors.Is(err, context.Canceled):
		case err != nil:
			p.Frame.Fail("没有统计出来", err, d.load)
		default:
			d.shown = &got
			d.page.build()
			d.table.Focus()
		}
	})
}

// grown is a period that goes up to today, where it went up to an earlier day when it was chosen; at first this year.
func grown(p inquire.Period, today app.Date) inquire.Period {
	year, half := inquire.YearOf(today), inquire.HalfOf(today)
	switch {
	case p == (inquire.Period{}), p.From == year.From && !p.Half():
		return year
	case p.From == half.From:
		return half.Until(today)
	}
	return p
}

// nameColumn is the title of the first column, by which the rows are ordered at first and on paper.
const nameColumn = "部门（按名称）"

// departmentColumn is one column of numbers.
type departmentColumn struct {
	title string
	width float32
	keep  bool // where the room is narrow
	wide  bool // only where there is much room; the line below the table has the number too
	words func(inquire.Department) string
	order func(inquire.Department) int
}

func departmentColumns() []departmentColumn {
	number := func(title string, width float32, keep, wide bool, n func(inquire.Department) int) departmentColumn {
		return departmentColumn{title, width, keep, wide, func(d inquire.Department) string {
			if n(d) == 0 {
				return "—"
			}
			return strconv.Itoa(n(d))
		}, n}
	}
	return []departmentColumn{
		number("来件", 82, true, false, func(d inquire.Department) int { return d.Notices }),
		number("事项", 82, true, false, func(d inquire.Department) int { return d.Demands }),
		number("已撤回", 82, false, false, func(d inquire.Department) int { return d.Withdrawn }),
		number("已调整", 82, false, false, func(d inquire.Department) int { return d.Changed }),
		number("维持", 82, false, false, func(d inquire.Department) int { return d.Upheld }),
		number("时限不足一个工作日", 170, false, true, func(d inquire.Department) int { return d.Short }),
		number("重复来件", 100, false, true, func(d inquire.Department) int { return d.Repeated }),
		{"按期答复", 100, false, false, inquire.Department.ReplyWords, func(d inquire.Department) int { return d.Due }},
	}
}

// arrange puts the rows in order; the department in view stays in view.
func (d *departments) arrange() {
	was := ""
	if i := d.table.Current(); i >= 0 && i < len(d.rows) {
		was = d.rows[i].Name
	}
	most := mostRows
	if d.all {
		most = len(d.shown.Rows)
	}
	rows, folded := d.shown.Folded(most)
	d.rows = slices.Clone(rows)
	sortable := d.rows
	if folded { // what is summed up stays last
		sortable = d.rows[:len(d.rows)-1]
	}
	columns := departmentColumns()
	at := slices.IndexFunc(columns, func(c departmentColumn) bool { return c.title == d.sorted })
	if at >= 0 {
		slices.SortStableFunc(sortable, func(a, b inquire.Department) int { return cmp.Compare(columns[at].order(a), columns[at].order(b)) })
	}
	if d.down {
		if at < 0 {
			slices.Reverse(sortable)
		} else {
			slices.SortStableFunc(sortable, func(a, b inquire.Department) int { return cmp.Compare(columns[at].order(b), columns[at].order(a)) })
		}
	}
	cells := []kit.TableColumn{{Title: nameColumn, Keep: true, Sort: true, Foot: "合计", Cell: func(row int) fyne.CanvasObject {
		return d.cell(row, func(r inquire.Department) string { return r.Name })
	}}}
	for _, c := range columns {
		if c.wide && d.page.class != kit.ClassWide {
			continue
		}
		cells = append(cells, kit.TableColumn{Title: c.title, Width: c.width, Right: true, Keep: c.keep, Sort: true, Foot: c.words(d.shown.Total),
			Cell: func(row int) fyne.CanvasObject { return d.cell(row, c.words) }})
	}
	d.table.SetColumns(cells)
	d.table.SetRows(len(d.rows))
	d.table.SetSort(d.sorted, d.down)
	now := slices.IndexFunc(d.rows, func(r inquire.Department) bool { return r.Name == was })
	d.table.Choose(max(now, min(0, len(d.rows)-1)))
	d.showNote()
}

func (d *departments) cell(row int, words func(inquire.Department) string) fyne.CanvasObject {
	if row >= len(d.rows) {
		return kit.NewCell("", theme.ColorText)
	}
	return kit.NewCell(words(d.rows[row]), theme.ColorText)
}

// sortBy orders the rows by a column: numbers from the greatest, names from the first; once more, the other way round.
func (d *departments) sortBy(title string) {
	if d.sorted == title {
		d.down = !d.down
	} else {
		d.sorted, d.down = title, title != nameColumn
	}
	d.arrange()
}

// open lists the notices of a department; those that are summed up are shown one by one.
func (d *departments) open(row int) {
	if row == len(d.rows)-1 && len(d.rows) < len(d.shown.Rows) {
		d.showAll(true)
		return
	}
	d.page.p.OpenFigure(d.rows[row].Figure())
}

func (d *departments) showAll(on bool) {
	d.all = on
	d.page.build()
	d.table.Focus()
}

// copyWords is the table as it stands, for a spreadsheet or a message.
func (d *departments) copyWords() string {
	if d.shown == nil {
		return ""
	}
	columns := departmentColumns()
	line := func(r inquire.Department, name string) string {
		out := []string{name}
		for _, c := range columns {
			out = append(out, c.words(r))
		}
		return strings.Join(out, "\t")
	}
	head := []string{"部门"}
	for _, c := range columns {
		head = append(head, c.title)
	}
	out := []string{fmt.Sprintf("%s部门往来 %s（按本台账登记件统计）", d.shown.Office.Short, d.shown.Period.Title()), strings.Join(head, "\t")}
	for _, r := range d.rows {
		out = append(out, line(r, r.Name))
	}
	return strings.Join(append(out, line(d.shown.Total, "合计")), "\n")
}
