package inquire

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// SaveStatisticsTable writes the numbers of the page 统计 as tables (xlsx) into a folder and gives the path.
func (s *Service) SaveStatisticsTable(ctx context.Context, p, before Period, folder string) (string, error) {
	st, err := s.Statistics(ctx, p, before)
	if err != nil {
		return "", err
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return "", err
	}
	if st.Since.IsZero() {
		return "", app.Errorf(app.CodeInvalid, "台账里还没有登记件，没有可导出的统计。")
	}
	data, err := s.Press.Table(ctx, statisticsSheets(settings.Office, st)...)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, settings.Office.Short+"来件统计 "+p.Title()+".xlsx", data)
}

func numberCell(n int) paper.SheetCell  { return paper.SheetCell{Numeric: true, Number: n} }
func wordCell(t string) paper.SheetCell { return paper.SheetCell{Text: t} }
func sumCell(n int) paper.SheetCell     { return paper.SheetCell{Numeric: true, Number: n, Strong: true} }
func sumName(t string) paper.SheetCell  { return paper.SheetCell{Text: t, Strong: true} }
func verdictCells(v Verdicts, cell func(int) paper.SheetCell) []paper.SheetCell {
	return []paper.SheetCell{sumCell(v.Total()), cell(v.Do), cell(v.Cooperate), cell(v.Refuse), cell(v.Escalate), cell(v.Open)}
}

// statisticsSheets are the tables: what is looked at, the year by month and by kind, and the answers.
func statisticsSheets(o app.Office, st Statistics) []paper.Sheet {
	notes := []string{"单位：" + o.Name, fmt.Sprintf("按本台账登记件统计，%d年%d月起有记录。", st.Since.Year, int(st.Since.Month))}
	if st.Undecided > 0 {
		notes = append(notes, fmt.Sprintf("%d项尚未核对，按建议计。", st.Undecided))
	}
	looks := paper.Sheet{Name: "五看", Title: o.Short + "来件统计 " + st.Period.Title(), Notes: notes,
		Head: []paper.SheetColumn{{Title: "项目", Width: 28}, {Title: st.Period.Title(), Width: 18}, {Title: st.Before.Title(), Width: 18}, {Title: "比较", Width: 12}}}
	for _, t := range st.Tiles {
		for _, c := range t.Counts {
			then := wordCell("—")
			if c.Change.Known {
				then = numberCell(c.Change.Then)
			}
			looks.Rows = append(looks.Rows, []paper.SheetCell{wordCell(c.Long), numberCell(c.Now), then, wordCell(c.Change.Words(c.Unit))})
		}
	}
	year := fmt.Sprintf("%d年", st.Year.To.Year)
	head := func(first string) []paper.SheetColumn {
		out := []paper.SheetColumn{{Title: first, Width: 24}}
		for _, t := range []string{"合计", "承办", "配合", "拒接反馈", "提级反映", "未定"} {
			out = append(out, paper.SheetColumn{Title: t, Width: 11})
		}
		return out
	}
	months := paper.Sheet{Name: "各月", Title: year + "各月事项", Notes: notes, Head: head("月份")}
	for _, m := range st.Months {
		months.Rows = append(months.Rows, append([]paper.SheetCell{wordCell(m.Period.Title())}, verdictCells(m.Verdicts, numberCell)...))
	}
	kinds := paper.Sheet{Name: "按类型", Title: year + "按类型（事项）", Notes: notes, Head: head("类型")}
	for _, k := range st.Kinds {
		kinds.Rows = append(kinds.Rows, append([]paper.SheetCell{wordCell(k.Title)}, verdictCells(k.Verdicts, numberCell)...))
	}
	for _, s := range []*paper.Sheet{&months, &kinds} {
		s.Rows = append(s.Rows, append([]paper.SheetCell{sumName("合计")}, verdictCells(st.Total, sumCell)...))
	}
	out := []paper.Sheet{looks, months, kinds, answerSheet(year, notes, st.Answers)}
	if b := st.BeforeUse; b != nil && b.Known {
		out = append(out, beforeSheet(*b))
	}
	return out
}

// beforeSheet is 与使用前比.
func beforeSheet(b BeforeUse) paper.Sheet {
	days := func(p Period) string { return p.From.String() + " 至 " + p.To.String() }
	s := paper.Sheet{Name: "与使用前比", Title: "与使用前比（来件）",
		Notes: []string{"使用前按导入的旧台账逐行计，没有比对过；不与登记件混算。", fmt.Sprintf("使用前有 %d 行没有写明类型，计在“其他”；%d 行没有写明处理。", b.Untyped, b.Unhandled)},
		Head:  []paper.SheetColumn{{Title: "类型", Width: 24}, {Title: days(b.Then), Width: 26}, {Title: days(b.Now), Width: 26}, {Title: "比较", Width: 14}}}
	for _, l := range b.Kinds {
		s.Rows = append(s.Rows, []paper.SheetCell{wordCell(l.Title), numberCell(l.Change.Then), numberCell(l.Now), wordCell(l.Change.Words("件"))})
	}
	s.Rows = append(s.Rows, []paper.SheetCell{sumName("合计"), sumCell(b.Total.Change.Then), sumCell(b.Total.Now), sumName(b.Total.Change.Words("件"))},
		[]paper.SheetCell{wordCell(b.Handed.Title), numberCell(b.Handed.Change.Then), numberCell(b.Handed.Now), wordCell(b.Handed.Change.Words("件"))})
	return s
}

func answerSheet(year string, notes []string, a Answers) paper.Sheet {
	s := paper.Sheet{Name: "需要反馈", Title: fmt.Sprintf("%s需要反馈的 %d 项", year, a.Total), Notes: notes,
		Head: []paper.SheetColumn{{Title: "途径", Width: 14}, {Title: "结果", Width: 18}, {Title: "事项", Width: 10}},
		Foot: []string{fmt.Sprintf("先沟通 %d＋直接出文 %d＋尚未反馈 %d＝%d；出文 %d＝直接 %d＋沟通后 %d。", a.Talked, a.Direct, a.Open, a.Total, a.Papers, a.Direct, a.After)}}
	for _, g := range []struct {
		name  string
		n     int
		lines []AnswerLine
	}{{"先沟通", a.Talked, a.Talks}, {"出文", a.Papers, a.Results}, {"尚未反馈", a.Open, a.Opens}} {
		s.Rows = append(s.Rows, []paper.SheetCell{sumName(g.name), sumName("合计"), sumCell(g.n)})
		for _, l := range g.lines {
			s.Rows = append(s.Rows, []paper.SheetCell{wordCell(g.name), wordCell(l.Title), numberCell(l.N)})
		}
	}
	return s
}
