package reports_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/layout"
)

func TestDepartmentPapers(t *testing.T) {
	facts := func(d paper.Departments) (paper.Content, error) { return writer(t).Departments(d) }
	review := func(d paper.Departments) (paper.Content, error) { return writer(t).Review(d) }
	for name, c := range map[string]struct {
		write func(paper.Departments) (paper.Content, error)
		of    paper.Departments
		pages int
		says  []string
		lacks []string
	}{
		"departments": {facts, papertest.Departments(), 1, []string{"柳河镇部门往来情况", "（2026年7月1日至11月24日）", "需要反馈", "时限中位（工作日）", "县住建局961262419128154.53", "合计526641118956142431419622/23",
			"按本台账登记件统计（2025年10月起有记录）", "不打分、不排名", "有2项尚未核对，按建议计。", "审核人：日期："}, []string{"手填", "名次", "得分", "%"}},
		"review": {review, papertest.Departments(), 1, []string{"柳河镇基层评机关半年评价表", "评价（手填）", "意见和建议（手填）", "县城管执法局34396213—2/3", "2/3", "评价、意见由本单位手工填写。",
			"填报人李敏6625201", "审核人（签字）", "填报单位（盖章）"}, []string{"需要反馈2", "名次", "得分", "%"}},
		"review-many": {review, papertest.ManyDepartments(), 4, []string{"临江市第24次全国经济普查领导小组办公室"}, nil},
		"review-80":   {review, eighty(), 5, []string{"县第69业务主管局"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			content, err := c.write(c.of)
			if err != nil {
				t.Fatal(err)
			}
			out := printOwn(t, content)
			if *look != "" {
				if err := os.WriteFile(filepath.Join(*look, name+".pdf"), out.PDF, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			checkText(t, []paper.Content{content}, out)
			checkTool(t, []paper.Content{content}, out)
			if !strings.HasPrefix(name, "review-") {
				golden(t, name+".pdf", out.PDF)
			}
			if len(out.Pages) != c.pages {
				t.Errorf("%d pages, want %d", len(out.Pages), c.pages)
			}
			text := ""
			for n, p := range out.Pages {
				page := layout.Squash(layout.PageText(p))
				if strings.Count(page, "部门（按名称）") != 1 && strings.Contains(page, "局") || !strings.Contains(page, fmt.Sprintf("第%d页共%d页", n+1, len(out.Pages))) {
					t.Errorf("page %d has no head or number", n+1)
				}
				text += page
			}
			for _, want := range c.says {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not printed: %s", want, text)
				}
			}
			for _, word := range c.lacks {
				if strings.Contains(text, word) {
					t.Errorf("%q is printed", word)
				}
			}
			if strings.HasPrefix(name, "review") {
				seal(t, out.Pages[len(out.Pages)-1])
			}
		})
	}
}

// eighty are as many departments as write to a township at most, with names of usual length.
func eighty() paper.Departments {
	d := papertest.Departments()
	for i, name := range manyBodies(69) {
		d.Rows = append(d.Rows, paper.DepartmentRow{Name: name, Notices: i, Demands: i, Median: "—"})
		d.Total.Notices, d.Total.Demands = d.Total.Notices+i, d.Total.Demands+i
	}
	return d
}

// seal fails where a text other than the date lies under the seal.
func seal(t *testing.T, p paper.Page) {
	t.Helper()
	if text := layout.Squash(layout.PageText(p)); !strings.Contains(text, "合计") || strings.Count(text, "部门（按名称）") != 1 {
		t.Errorf("the seal stands without rows: %s", text)
	}
	if p.Seal == nil {
		t.Fatal("the last page has no place for the seal")
	}
	for _, it := range p.Items {
		dx, dy := max(it.X-p.Seal.X, p.Seal.X-it.X-it.W, 0), it.Y-p.Seal.Y
		if it.Kind == paper.ItemText && dx*dx+dy*dy < p.Seal.D*p.Seal.D/4 && !strings.ContainsAny(it.Text, "年月日0123456789") {
			t.Errorf("%q lies under the seal", it.Text)
		}
	}
}

// TestTheHandHasRoom asks for rows in which somebody can write, with nothing in them.
func TestTheHandHasRoom(t *testing.T) {
	content, err := writer(t).Review(papertest.Departments())
	if err != nil {
		t.Fatal(err)
	}
	rows := content.Blocks[0].(paper.Table).Sections[0].Rows
	for _, r := range rows[:len(rows)-1] {
		for _, cell := range r.Cells[len(r.Cells)-2:] {
			if cell.Paras[0].Spans[0].Text != "" || r.Min-r.Slack < 7 {
				t.Errorf("%s: %v, %v mm high", r.Cells[0].Paras[0].Spans[0].Text, cell.Paras, r.Min)
			}
		}
	}
}

func TestDepartmentsTable(t *testing.T) {
	d := papertest.Departments()
	s, err := writer(t).DepartmentsSheet(d)
	if err != nil {
		t.Fatal(err)
	}
	column := func(title string) int {
		return slices.IndexFunc(s.Head, func(c paper.SheetColumn) bool { return c.Title == title })
	}
	for _, title := range []string{"来件", "事项", "拒接反馈", "提级反映", "已撤回", "已调整", "维持", "时限不足一个工作日", "重复来件", "多头部署", "应答复（到期）", "按期答复"} {
		at, sum := column(title), 0
		for _, r := range s.Rows[:len(s.Rows)-1] {
			sum += r[at].Number
		}
		if last := s.Rows[len(s.Rows)-1][at]; last.Number != sum || !last.Strong {
			t.Errorf("%s: the rows make %d, the sum is %d", title, sum, last.Number)
		}
	}
	if got := s.Rows[6][column("来文中的名称")].Text; got != "清河县工商行政管理局、清河县市场监督管理局" {
		t.Errorf("names %s", got)
	}
	if _, err := writer(t).DepartmentsSheet(paper.Departments{Period: "2026年上半年"}); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("an empty table: %v", err)
	}
	if _, err := writer(t).Departments(paper.Departments{Period: "2026年上半年"}); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("an empty paper: %v", err)
	}
}
