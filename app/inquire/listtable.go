package inquire

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/app/table"
)

// SaveList writes a version of the list as tables (xlsx), one a part with the columns of published lists, into a folder and
// gives the path. It can be imported again.
func (s *Service) SaveList(ctx context.Context, l ledger.List, folder string) (string, error) {
	if len(l.List.Duties) == 0 {
		return "", app.Errorf(app.CodeInvalid, "这版清单没有事项，没有可导出的表格。")
	}
	var sheets []paper.Sheet
	for _, part := range []app.Part{app.Basic, app.Cooperate, app.TakenBack} {
		if sheet := listSheet(l.List, part); len(sheet.Rows) > 0 {
			sheets = append(sheets, sheet)
		}
	}
	return s.saveSheets(ctx, folder, listName(l), sheets...)
}

func listName(l ledger.List) string {
	if l.List.Source.Title == "" {
		return "履职事项清单"
	}
	return l.List.Source.Title
}

func (s *Service) saveSheets(ctx context.Context, folder, name string, sheets ...paper.Sheet) (string, error) {
	data, err := s.Press.Table(ctx, sheets...)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, name+".xlsx", data)
}

func listSheet(l app.DutyList, part app.Part) paper.Sheet {
	out := paper.Sheet{Name: part.Title(), Title: strings.TrimSpace(l.Source.Title + " " + part.Title() + "事项"), Across: true,
		Head: []paper.SheetColumn{{Title: "序号", Width: 7}, {Title: "类别", Width: 14}, {Title: "事项名称", Width: 44}}}
	switch part {
	case app.Cooperate:
		out.Head = append(out.Head, paper.SheetColumn{Title: "对应上级部门", Width: 26}, paper.SheetColumn{Title: "上级部门职责", Width: 44},
			paper.SheetColumn{Title: "乡镇配合职责", Width: 44})
	case app.TakenBack:
		out.Head = append(out.Head, paper.SheetColumn{Title: "承接部门", Width: 26}, paper.SheetColumn{Title: "工作方式", Width: 44})
	}
	out.Head = append(out.Head, paper.SheetColumn{Title: "依据", Width: 30}, paper.SheetColumn{Title: "过渡期", Width: 8})
	for _, d := range l.Duties {
		if d.Part != part {
			continue
		}
		row := []paper.SheetCell{wordCell(d.ItemNo), wordCell(d.Category), wordCell(d.Name)}
		departments := wordCell(strings.Join(d.Departments, "、"))
		switch part {
		case app.Cooperate:
			row = append(row, departments, wordCell(d.UpperDuty), wordCell(d.TownDuty))
		case app.TakenBack:
			row = append(row, departments, wordCell(d.UpperDuty))
		}
		out.Rows = append(out.Rows, append(row, wordCell(d.Basis), wordCell(yes(d.Transition))))
	}
	return out
}

func yes(on bool) string {
	if on {
		return "是"
	}
	return ""
}

// SaveListChanges writes what differs between two versions as a table (xlsx) into a folder and gives the path.
func (s *Service) SaveListChanges(ctx context.Context, old, now ledger.List, folder string) (string, error) {
	changes, err := s.ListChanges(ctx, old, now)
	if err != nil {
		return "", err
	}
	if len(changes) == 0 {
		return "", app.Errorf(app.CodeInvalid, "两版的事项没有变化，没有可导出的对比表。")
	}
	sheet := paper.Sheet{Name: "版本对比", Title: "清单版本对比表", Across: true,
		Notes: []string{"旧版：" + listName(old), "新版：" + listName(now)},
		Head: []paper.SheetColumn{{Title: "变化", Width: 8}, {Title: "旧版位置", Width: 20}, {Title: "旧版内容", Width: 46}, {Title: "新版位置", Width: 20},
			{Title: "新版内容", Width: 46}, {Title: "说明", Width: 30}, {Title: "在办来件", Width: 24}},
		Foot: []string{"比对一律用收到当日有效的版本；旧件不因换版而改变结论，换版后再决定的两版都列出。"}}
	for _, c := range changes {
		sheet.Rows = append(sheet.Rows, []paper.SheetCell{wordCell(c.Kind.Title()), wordCell(placeWords(c.Old)), wordCell(c.side(c.Old)),
			wordCell(placeWords(c.New)), wordCell(c.side(c.New)), wordCell(c.Note()), wordCell(numbersOf(c.Open))})
	}
	return s.saveSheets(ctx, folder, "清单版本对比 "+app.DateOf(s.Now()).String(), sheet)
}

// side is an entry as the comparison prints it: its name and the fields that differ.
func (c ListChange) side(d *app.Duty) string {
	if d == nil {
		return "—"
	}
	lines := []string{d.Name}
	for _, f := range c.Fields {
		switch f {
		case duty.FieldDepartment:
			lines = append(lines, "部门："+strings.Join(d.Departments, "、"))
		case duty.FieldUpperDuty:
			lines = append(lines, "上级职责："+d.UpperDuty)
		case duty.FieldTownDuty:
			lines = append(lines, "本级职责："+d.TownDuty)
		}
	}
	return strings.Join(lines, "\n")
}

func placeWords(d *app.Duty) string {
	if d == nil {
		return ""
	}
	return d.Part.Title() + " 第" + d.ItemNo + "项"
}

func numbersOf(open []OpenMatch) string {
	var out []string
	for _, m := range open {
		if n := m.Notice.Number(); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return strings.Join(out, "、")
}

// Doubted is a demand whose check could not tell two entries apart.
type Doubted struct {
	Notice Brief
	Rivals []string // names of entries, as in the list then in force
}

// oftenDoubted is from how many demands on an entry is proposed for a change; fewer may be chance.
const oftenDoubted = 2

// Proposal is an entry that often led to doubt (动态调整建议).
type Proposal struct {
	Duty    app.Duty
	Demands int      // how many demands of the last twelve months could not be told apart from others
	Rivals  []string // the entries it was mixed up with, the most frequent first
	Notices []Brief
}

// Proposals are the entries of a version that often led to doubt within twelve months, the most frequent first.
func (s *Service) Proposals(ctx context.Context, l ledger.List) ([]Proposal, error) {
	today := app.DateOf(s.Now())
	doubted, err := s.Reader.Doubted(ctx, Period{today, today}.months(-12).From.AddDays(1))
	if err != nil {
		return nil, err
	}
	rivals := make(map[string]map[string]int)
	notices := make(map[string][]Brief)
	for _, d := range doubted {
		for _, name := range d.Rivals {
			key := table.Fold(name)
			notices[key] = append(notices[key], d.Notice)
			for _, other := range d.Rivals {
				if table.Fold(other) == key {
					continue
				}
				if rivals[key] == nil {
					rivals[key] = make(map[string]int)
				}
				rivals[key][other]++
			}
		}
	}
	var out []Proposal
	for _, d := range l.List.Duties {
		key := table.Fold(d.Name)
		if len(notices[key]) < oftenDoubted {
			continue
		}
		p := Proposal{Duty: d, Demands: len(notices[key]), Notices: notices[key]}
		for name := range rivals[key] {
			p.Rivals = append(p.Rivals, name)
		}
		slices.SortFunc(p.Rivals, func(a, b string) int {
			if n := rivals[key][b] - rivals[key][a]; n != 0 {
				return n
			}
			return strings.Compare(a, b)
		})
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b Proposal) int { return b.Demands - a.Demands })
	return out, ctx.Err()
}

// SaveProposals writes the proposals as a table (xlsx) into a folder and gives the path; CodeInvalid where no entry led to
// doubt often enough.
func (s *Service) SaveProposals(ctx context.Context, l ledger.List, folder string) (string, error) {
	list, err := s.Proposals(ctx, l)
	if err != nil {
		return "", err
	}
	if len(list) == 0 {
		return "", app.Errorf(app.CodeInvalid, "近 12 个月没有事项两次以上难以区分，没有可导出的建议。")
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return "", err
	}
	sheet := paper.Sheet{Name: "动态调整建议", Title: "清单动态调整建议表", Across: true,
		Notes: []string{"单位：" + settings.Office.Name, "清单：" + listName(l), fmt.Sprintf("按本台账登记件统计，近 12 个月难以区分 %d 次以上的事项。", oftenDoubted)},
		Head: []paper.SheetColumn{{Title: "位置", Width: 20}, {Title: "事项名称", Width: 40}, {Title: "次数", Width: 7}, {Title: "与之难以区分的事项", Width: 44},
			{Title: "例", Width: 26}, {Title: "建议", Width: 40}},
		Foot: []string{"建议由本单位核定后，按清单动态调整程序报送。"}}
	for _, p := range list {
		var examples []string
		for _, n := range p.Notices[:min(3, len(p.Notices))] {
			examples = append(examples, n.Number())
		}
		sheet.Rows = append(sheet.Rows, []paper.SheetCell{wordCell(placeWords(&p.Duty)), wordCell(p.Duty.Name), numberCell(p.Demands),
			wordCell(strings.Join(p.Rivals, "\n")), wordCell(strings.Join(examples, "、")), wordCell("写明与所列事项的界线，或合并表述。")})
	}
	return s.saveSheets(ctx, folder, settings.Office.Short+"清单动态调整建议 "+app.DateOf(s.Now()).String(), sheet)
}
