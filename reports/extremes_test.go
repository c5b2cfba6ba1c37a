package reports_test

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports"
	"yidanqing/reports/layout"
	"yidanqing/reports/pdf"
)

var look = flag.String("look", "", "a folder to write the documents of the tests to, for looking at them")

// extreme is a document at the edge of what the layout must bear.
type extreme struct {
	kind     paper.Kind
	subject  func() paper.Subject
	pages    int // 0: any
	replaced string
}

// manyBodies are names of bodies, as many as are wanted.
func manyBodies(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("县第%d业务主管局", i+1)
	}
	return out
}

var extremes = map[string]extreme{
	"title of 300 characters": {kind: paper.KindFeedback, pages: 4, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Fields.Title = "关于" + strings.Repeat("进一步加强农村地区燃气餐饮场所安全隐患排查整治和", 12) + "有关工作的通知"
		return s
	}},
	"forty departments": {kind: paper.KindFeedback, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Duties[0].Departments = manyBodies(40)
		return s
	}},
	"notice of sixty pages": {kind: paper.KindFeedback, subject: func() paper.Subject { return papertest.Long(60) }},
	"forty demands":         {kind: paper.KindFeedback, subject: func() paper.Subject { return papertest.Many(40) }},
	"long opinion": {kind: paper.KindFeedback, pages: 3, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Opinion = strings.Repeat("第1项建议由贵局依法组织实施，我镇做好线索发现和报告；", 14) + "请于收到之日起5个工作日内答复。"
		return s
	}},
	"opinion longer than a page": {kind: paper.KindFeedback, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Opinion = strings.Repeat("第1项建议由贵局依法组织实施，我镇做好线索发现和报告；", 120) + "请于收到之日起5个工作日内答复。"
		return s
	}},
	"duty longer than a page": {kind: paper.KindFeedback, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Duties[0].UpperDuty = strings.Repeat("1.县住建局组织监督检查；2.县城管执法局依法处置。", 120)
		return s
	}},
	"rare characters and emoji": {
		kind: paper.KindFeedback, pages: 2, replaced: "𠮷𠀀\ue5c7🙏👨👩👧",
		subject: func() paper.Subject {
			s := papertest.Gas()
			s.Clerk = "𠮷喆\ue5c7𬱖𠀀"
			s.Fields.Title = "关于堃镕同志🙏信访事项的通知"
			s.Text = strings.Replace(s.Text, "联系人", "🙏", 1)
			s.Check.Demands[3].Text += "👨‍👩‍👧"
			s.Opinion = "第1项建议由贵局依法组织实施👨‍👩‍👧；第2项我镇按期办理。"
			return s
		},
	},
	"single demand": {kind: paper.KindFeedback, pages: 2, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Check.Demands = s.Check.Demands[:1]
		return s
	}},
	"sample draft": {kind: paper.KindFeedback, pages: 2, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Number, s.List.Sample = "", true
		return s
	}},
	"four demands raised": {kind: paper.KindEscalation, subject: func() paper.Subject {
		s := papertest.Gas()
		s.To, s.Number = papertest.Houses().To, "柳提级〔2026〕7号"
		return s
	}},
	"ten talks": {kind: paper.KindEscalation, subject: func() paper.Subject {
		s := papertest.Houses()
		for range 9 {
			s.Talks = append(s.Talks, s.Talks[0])
		}
		return s
	}},
	"letter of forty demands": {kind: paper.KindLetter, subject: func() paper.Subject { return papertest.Many(40) }},
	"letter of a long name": {kind: paper.KindLetter, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Office.Name = "清河县柳河回族满族蒙古族自治乡人民政府综合便民服务中心"
		s.Fields.Title = "关于" + strings.Repeat("进一步加强农村地区燃气餐饮场所安全隐患排查整治和", 4) + "有关工作的通知"
		return s
	}},
	"letter of one demand": {kind: paper.KindLetter, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Check.Demands = s.Check.Demands[2:3]
		return s
	}},
	"village": {kind: paper.KindVillage, pages: 2, subject: papertest.Certificates},
	"village, many demands": {kind: paper.KindVillage, subject: func() paper.Subject {
		s := papertest.Many(25)
		s.Office, s.To = papertest.Certificates().Office, papertest.Certificates().To
		return s
	}},
	"support of forty departments": {kind: paper.KindSupport, subject: func() paper.Subject {
		s := papertest.SandFilled()
		s.Support.Bodies = append(s.Support.Bodies, manyBodies(40)...)
		s.Support.Event = strings.Repeat("群众反映夜间有人在柳河河道内采砂，危及桥墩。", 30)
		return s
	}},
	"letter to forty departments": {kind: paper.KindConsult, subject: func() paper.Subject {
		s := papertest.NewTask()
		s.To.Name = strings.Join(manyBodies(40), "、")
		return s
	}},
	"letter about a title of 300 characters": {kind: paper.KindConsult, subject: func() paper.Subject {
		s := papertest.NewTask()
		s.Fields.Title = "关于" + strings.Repeat("进一步加强农村地区燃气餐饮场所安全隐患排查整治和", 12) + "有关工作的通知"
		return s
	}},
	"adjustment of forty demands": {kind: paper.KindAdjust, subject: func() paper.Subject {
		s := papertest.Many(40)
		s.To = papertest.AboutTheList().To
		for i := range s.Check.Demands {
			s.Check.Demands[i].Part, s.Check.Demands[i].Verdict = app.PartNone, app.VerdictRefuse
		}
		return s
	}},
	"comment longer than a page": {kind: paper.KindComment, subject: func() paper.Subject {
		s := papertest.Opinion()
		s.Opinion = strings.Repeat("第三条建议写明牵头部门和配合单位各自的职责。\n", 60)
		return s
	}},
	"assessment of ten tasks": {kind: paper.KindAssess, subject: func() paper.Subject {
		s := papertest.Assessment()
		for range 9 {
			s.Check.Demands = append(s.Check.Demands, s.Check.Demands[0])
		}
		return s
	}},
	"ten cases": {kind: paper.KindCase, subject: func() paper.Subject {
		s := papertest.Cases()
		for range 8 {
			s.Others = append(s.Others, s.Others[0])
		}
		return s
	}},
	"report of a long opinion": {kind: paper.KindComment, subject: func() paper.Subject {
		s := papertest.Report()
		s.Opinion = strings.Repeat("第三条建议写明牵头部门和配合单位各自的职责。\n", 60)
		return s
	}},
	"bare": {kind: paper.KindFeedback, pages: 2, subject: func() paper.Subject {
		s := papertest.Gas()
		s.Check.Demands, s.Fields, s.Sure, s.List, s.Duties = s.Check.Demands[2:3], app.Fields{}, false, app.Source{}, nil
		s.Office.Phone, s.Rules = "", ""
		return s
	}},
}

func TestExtremes(t *testing.T) {
	for name, c := range extremes {
		t.Run(name, func(t *testing.T) {
			contents, out := print(t, c.kind, c.subject())
			if *look != "" {
				if err := os.WriteFile(filepath.Join(*look, strings.ReplaceAll(name, " ", "-")+".pdf"), out.PDF, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if c.pages > 0 && len(out.Pages) != c.pages {
				t.Errorf("%d pages, want %d", len(out.Pages), c.pages)
			}
			name := ""
			if contents[0].Letter != nil {
				name = contents[0].Letter.Issuer
			}
			checkPages(t, out, name)
			checkText(t, contents, out)
			checkTool(t, contents, out)
			checkReplaced(t, out, c.replaced)
		})
	}
}

// checkPages looks at the places of everything: within the page, the seal free of text but the date and, on a letter, the
// name of the office.
func checkPages(t *testing.T, out reports.Printed, name string) {
	t.Helper()
	seals := 0
	for n, p := range out.Pages {
		for _, it := range p.Items {
			right, bottom := it.X+it.W, it.Y
			switch it.Kind {
			case paper.ItemRect, paper.ItemFill:
				bottom = it.Y + it.H
			case paper.ItemLine:
				right, bottom = it.X2, it.Y2
			}
			// a closing mark at the end of a line may hang over by its empty half
			if name != "" && (it.Kind == paper.ItemLine && it.X2-it.X > 160 || it.Face == paper.FaceTitle) { // the head of a letter is wider
				continue
			}
			if it.X < paper.AreaLeft-0.1 || right > paper.AreaLeft+paper.AreaWidth+2.9 || it.Y < 15 || bottom > 284 {
				t.Errorf("page %d: %+v is out of place", n+1, it)
			}
		}
		if p.Seal == nil {
			continue
		}
		seals++
		for _, it := range p.Items {
			if it.Kind != paper.ItemText || strings.Contains(it.Text, "年") || it.Text == name {
				continue
			}
			em := it.Size * 25.4 / 72 // the characters stand between 0.88 em above the baseline and 0.12 em below
			x := min(max(p.Seal.X, it.X), it.X+it.W)
			y := min(max(p.Seal.Y, it.Y-0.85*em), it.Y+0.1*em)
			if math.Hypot(x-p.Seal.X, y-p.Seal.Y) < p.Seal.D/2 {
				t.Errorf("page %d: %q lies under the seal", n+1, it.Text)
			}
		}
	}
	if seals != 1 {
		t.Errorf("%d places for the seal", seals)
	}
}

// checkText looks for every printed piece in the file, read back by the program's own reader.
func checkText(t *testing.T, contents []paper.Content, out reports.Printed) {
	t.Helper()
	res, err := pdf.Verify(out.PDF)
	if err != nil || res.State != pdf.Consistent {
		t.Fatalf("verify: %+v, %v", res, err)
	}
	pages, err := pdf.Text(out.PDF)
	if err != nil {
		t.Fatal(err)
	}
	own := layout.Squash(strings.Join(pages, ""))
	checkCharacters(t, "own reader", own, contents, out)
	for _, f := range res.Record.Papers[0].Facts {
		if !f.Torn && !strings.Contains(own, layout.Squash(f.Text)) {
			t.Errorf("own reader: no %q", f.Text)
		}
	}
}

// checkTool does the same with pdftotext, where it is installed.
func checkTool(t *testing.T, contents []paper.Content, out reports.Printed) {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("pdftotext is not installed: read back by the program's own reader only")
		return
	}
	cmd := exec.Command(tool, "-raw", "-enc", "UTF-8", "-", "-")
	cmd.Stdin = bytes.NewReader(out.PDF)
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	checkCharacters(t, "pdftotext", layout.Squash(strings.ReplaceAll(string(text), "\f", "")), contents, out)
}

// checkCharacters counts the characters of the printed pieces in a text.
func checkCharacters(t *testing.T, reader, text string, contents []paper.Content, out reports.Printed) {
	t.Helper()
	have := map[rune]int{}
	for _, r := range text {
		have[r]++
	}
	for _, c := range contents {
		for _, f := range c.Record().Facts {
			for _, r := range layout.Squash(f.Text) {
				have[r]--
			}
		}
	}
	for r, n := range have {
		if n < 0 {
			t.Errorf("%s: %q is missing %d times", reader, r, -n)
		}
	}
}

// checkReplaced tells whether the characters that no face has are reported, as often as they stand on the pages.
func checkReplaced(t *testing.T, out reports.Printed, want string) {
	t.Helper()
	got := map[rune]bool{}
	text := ""
	for _, p := range out.Pages {
		text += layout.Squash(layout.PageText(p))
	}
	for _, r := range out.Replaced {
		got[r.Rune] = true
		if n := strings.Count(text, string(r.Rune)); n != r.Count || r.Font != "" {
			t.Errorf("%q stands %d times on the pages: %+v", r.Rune, n, r)
		}
	}
	for _, r := range want {
		if !got[r] {
			t.Errorf("%q was not reported as replaced", r)
		}
	}
	for r := range got {
		if !strings.ContainsRune(want, r) {
			t.Errorf("%q was replaced", r)
		}
	}
}
