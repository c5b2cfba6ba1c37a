package inquire

import (
	"context"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// departmentPress makes files of 部门往来情况 and of the 半年评价表.
type departmentPress interface {
	PrintDepartments(ctx context.Context, d paper.Departments) (data []byte, pages int, err error) // PDF
	DepartmentsTable(ctx context.Context, d paper.Departments) ([]byte, error)                     // xlsx
	PrintReview(ctx context.Context, d paper.Departments) (data []byte, pages int, err error)      // PDF
	ReviewTwin(ctx context.Context, d paper.Departments) ([]byte, error)                           // docx
}

// ReviewHalf is the half-year for which the 半年评价表 is usually filled: the last whole one in its first month after it, then
// the present one up to today.
func (s *Service) ReviewHalf() Period {
	today := app.DateOf(s.Now())
	half := HalfOf(today)
	if today.Month == half.From.Month {
		return HalfOf(half.From.AddDays(-1))
	}
	return half.Until(today)
}

// HalfOn is a half-year up to today, the first or the second of a year; CodeInvalid for one that has not begun.
func (s *Service) HalfOn(year, half int) (Period, error) {
	today, month := app.DateOf(s.Now()), time.January
	if half == 2 {
		month = time.July
	}
	first := app.Date{Year: year, Month: month, Day: 1}
	if !first.Valid() || today.Before(first) {
		return Period{}, app.Errorf(app.CodeInvalid, "这个半年还没有到，没有可统计的。请选已经开始的半年。")
	}
	return HalfOf(first).Until(today), nil
}

// DepartmentsPaper is 部门往来情况 of a period. It changes nothing.
func (s *Service) DepartmentsPaper(ctx context.Context, p Period) (File, error) {
	d, err := s.departmentsFor(ctx, p)
	if err != nil {
		return File{}, err
	}
	data, pages, err := s.Press.PrintDepartments(ctx, d)
	if err != nil {
		return File{}, err
	}
	return File{Name: d.Title() + " " + d.Span() + ".pdf", Data: data, Pages: pages}, ctx.Err()
}

// SaveDepartments writes 部门往来情况 into a folder and gives its path.
func (s *Service) SaveDepartments(ctx context.Context, p Period, folder string) (string, error) {
	f, err := s.DepartmentsPaper(ctx, p)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, f.Name, f.Data)
}

// SaveDepartmentsTable writes 部门往来情况 as a table (xlsx) into a folder and gives its path.
func (s *Service) SaveDepartmentsTable(ctx context.Context, p Period, folder string) (string, error) {
	d, err := s.departmentsFor(ctx, p)
	if err != nil {
		return "", err
	}
	data, err := s.Press.DepartmentsTable(ctx, d)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, d.Title()+" "+d.Span()+".xlsx", data)
}

// SaveReview writes the 半年评价表 of a half-year into a folder and gives its path.
func (s *Service) SaveReview(ctx context.Context, p Period, folder string) (string, error) {
	d, err := s.departmentsFor(ctx, p)
	if err != nil {
		return "", err
	}
	data, _, err := s.Press.PrintReview(ctx, d)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, d.ReviewTitle()+" "+d.Span()+".pdf", data)
}

// SaveReviewTwin writes the editable copy of the 半年评价表 (另存为 Word) into a folder and gives its path.
func (s *Service) SaveReviewTwin(ctx context.Context, p Period, folder string) (string, error) {
	d, err := s.departmentsFor(ctx, p)
	if err != nil {
		return "", err
	}
	data, err := s.Press.ReviewTwin(ctx, d)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, d.ReviewTitle()+" "+d.Span()+".docx", data)
}

// departmentsFor gathers what both papers are written from.
func (s *Service) departmentsFor(ctx context.Context, p Period) (paper.Departments, error) {
	d, err := s.Departments(ctx, p)
	if err != nil {
		return paper.Departments{}, err
	}
	out := paper.Departments{Office: d.Office, Clerk: d.Office.Clerk, Phone: d.Office.Phone, From: p.From, To: p.To, Date: d.Today, Since: d.Since,
		Period: p.Title(), Total: departmentRow(d.Total), Undecided: d.Total.Undecided, Software: s.Software}
	for _, r := range d.Rows {
		out.Rows = append(out.Rows, departmentRow(r))
	}
	return out, nil
}

func departmentRow(d Department) paper.DepartmentRow {
	return paper.DepartmentRow{Name: d.Name, Names: known(d.Issuers), Notices: d.Notices, Demands: d.Demands, Refuse: d.Verdicts.Refuse,
		Escalate: d.Verdicts.Escalate, Talked: d.Talked, Withdrawn: d.Withdrawn, Changed: d.Changed, Upheld: d.Upheld, Short: d.Short,
		Median: d.MedianWords(), Repeated: d.Repeated, ManyHeaded: d.ManyHeaded, Due: d.Due, InTime: d.InTime, Before: d.ChangeWords()}
}

// known leaves out the name of a sender that is not known.
func known(names []string) []string {
	var out []string
	for _, n := range names {
		if strings.TrimSpace(n) != "" {
			out = append(out, n)
		}
	}
	return out
}
