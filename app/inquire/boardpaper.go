package inquire

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// BoardPaper is the page 待反馈 as it is shown, as a PDF (打印本页). It changes nothing.
func (s *Service) BoardPaper(ctx context.Context, b Board) (File, error) {
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return File{}, fmt.Errorf("task list: %w", err)
	}
	now := s.Now()
	l := paper.TaskList{Office: settings.Office, Clerk: settings.Office.Clerk, Printed: paper.Moment{Date: app.DateOf(now), Time: now.Format("15:04")},
		Mine: taskLines(b.Tasks.Mine), Theirs: taskLines(b.Tasks.Theirs), Notes: boardNotes(b), Software: s.Software}
	data, pages, err := s.Press.PrintTasks(ctx, l)
	if err != nil {
		return File{}, err
	}
	return File{Name: l.Title() + " " + l.Printed.Date.String() + ".pdf", Data: data, Pages: pages}, ctx.Err()
}

func taskLines(tasks []Task) []paper.TaskLine {
	var out []paper.TaskLine
	for _, t := range tasks {
		l := paper.TaskLine{Due: t.Due.Words, Urgent: t.Due.Kind == DueLate || t.Due.Kind == DueToday, Title: t.Title, Why: t.Why, Next: t.Action.Title, Number: t.Number}
		out = append(out, l)
	}
	return out
}

// boardNotes are what stands out, in the order of the page.
func boardNotes(b Board) []paper.TaskNote {
	var out []paper.TaskNote
	add := func(name string, lines []string) {
		if len(lines) > 0 {
			out = append(out, paper.TaskNote{Name: name, Lines: lines})
		}
	}
	var many, clashes, load []string
	for _, a := range b.Alerts {
		many = append(many, fmt.Sprintf("%s“%s”（%s）：%s", a.Notice.Issuer, ShortTitle(a.Notice.Title), a.Notice.Number(), a.Words))
	}
	for _, c := range b.Clashes {
		clashes = append(clashes, c.Words+"："+ShortTitle(c.A.Notice.Title)+"；"+ShortTitle(c.B.Notice.Title))
	}
	var people []string
	for _, p := range b.Load.People {
		name := p.Name
		if name == "" {
			name = "未指定"
		}
		people = append(people, fmt.Sprintf("%s %d 项", name, p.Count))
	}
	if len(people) > 0 {
		load = []string{fmt.Sprintf("5 个工作日内到期 %d 项，提醒线 %d 项：%s", b.Load.Total, b.Load.Limit, strings.Join(people, "，"))}
	}
	add("多头、重复部署", many)
	add("任务量", load)
	add("时间冲突", clashes)
	add("另请留意", b.Notes)
	return out
}
