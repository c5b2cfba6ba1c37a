package reports_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/layout"
	"yidanqing/reports/pdf"
)

// TestAHeadingOfALetterStandsWithItsText: whatever the length of what is before, no page of a letter ends with a heading.
func TestAHeadingOfALetterStandsWithItsText(t *testing.T) {
	for n := range 12 {
		s := papertest.NewTask()
		s.Opinion = "建议贵局按职责准入程序提出申请。" + strings.Repeat("\n写明依据、理由和人员、经费保障。", n)
		_, out := print(t, paper.KindConsult, s)
		for i, p := range out.Pages {
			last := paper.Item{}
			for _, it := range p.Items {
				if it.Kind == paper.ItemText && it.Size == 16 && it.Y > last.Y && it.Y < 270 {
					last = it
				}
			}
			if words := layout.Squash(last.Text); last.Face == paper.FaceHei {
				t.Errorf("%d lines: page %d ends with the heading %q", n, i+1, words)
			}
		}
	}
}

// TestALongNoticeIsWholeInTheAttachment: the page quotes a notice of sixty pages shortened and says so; the attachment has
// every character of it.
func TestALongNoticeIsWholeInTheAttachment(t *testing.T) {
	s := papertest.Long(60)
	_, out := print(t, paper.KindFeedback, s)
	text := ""
	for _, p := range out.Pages {
		text += layout.Squash(layout.PageText(p))
	}
	if len(out.Pages) > 12 || !strings.Contains(text, "全文"+strconv.Itoa(utf8.RuneCountInString(s.Text))+"字，见附件。") || !strings.Contains(text, "附件含来文全文和本页所列内容") {
		t.Errorf("%d pages: %.2000s", len(out.Pages), text)
	}
	res, err := pdf.Verify(out.PDF)
	if err != nil || res.State != pdf.Consistent || res.Record.Facts.Text != s.Text {
		t.Errorf("%s, %v; %d characters attached", res.Message, err, utf8.RuneCountInString(res.Record.Facts.Text))
	}
	_, short := print(t, paper.KindFeedback, papertest.Gas())
	if res, err := pdf.Verify(short.PDF); err != nil || res.Record.Facts.Text != "" {
		t.Errorf("a notice quoted in full is attached too: %v", err)
	}
}

// TestSeveralLongNoticesAreWholeInTheAttachment: each evidence page of one paper about several notices has its own notice, whole.
func TestSeveralLongNoticesAreWholeInTheAttachment(t *testing.T) {
	s := papertest.Collected()
	var texts []string
	for i, pages := range []int{20, 30} {
		long := papertest.Long(pages)
		long.To, long.Ledger = s.To, "2026年第"+strconv.Itoa(700+i)+"号"
		for k := range long.Check.Demands {
			long.Check.Demands[k].Verdict = app.VerdictCooperate
		}
		long.Check.Demands[0].Verdict = app.VerdictEscalate
		s.Others = append(s.Others[:i:i], long)
		texts = append(texts, long.Text)
	}
	_, out := print(t, paper.KindEscalation, s)
	res, err := pdf.Verify(out.PDF)
	if err != nil || res.State != pdf.Consistent || res.Record.Facts.Text != "" {
		t.Fatalf("%s, %v", res.Message, err)
	}
	var got []string
	for _, p := range res.Record.Papers[1:] {
		if p.Notice == "" || p.Text != "" && paper.NoticeDigest(p.Text) != p.Notice {
			t.Errorf("%s: digest %q", p.Title, p.Notice)
		}
		if p.Text != "" {
			got = append(got, p.Text)
		}
	}
	if !slices.Equal(got, texts) {
		t.Errorf("%d texts attached", len(got))
	}
}

// TestNoPageOfALetterBeginsWithAFewCharacters: whatever the length of what is before, the rest of a paragraph that begins a page
// is no mere 展。.
func TestNoPageOfALetterBeginsWithAFewCharacters(t *testing.T) {
	for n := range 24 {
		s := papertest.Opinion()
		s.Opinion = strings.Repeat("建议写明职责\n", n) + strings.Repeat("建议写明牵头部门和配合单位各自职责", 4)[:3*(26+28+2)] + "。\n" + strings.Repeat("写明依据\n", 8)
		contents, out := print(t, paper.KindComment, s)
		pages := letterPages(t, contents, measured(t, out))
		for i, p := range pages[1:] {
			var lines []row
			for _, r := range rows(p) {
				if r.size == gridSize {
					lines = append(lines, r)
				}
			}
			em := gridSize * 25.4 / 72
			if len(lines) > 1 && lines[0].left < gridLeft+em && lines[1].left > gridLeft+em && lines[0].right-lines[0].left < 4.5*em {
				t.Errorf("%d lines before: page %d begins with %q", n, i+2, lines[0].text)
			}
		}
	}
}

// TestTheArchiveCopyIsNotCounted: what goes out says how many pages it has, with the 存档联 or without.
func TestTheArchiveCopyIsNotCounted(t *testing.T) {
	_, plain := print(t, paper.KindFeedback, papertest.Gas())
	_, with := print(t, paper.KindFeedback, archived(papertest.Gas()))
	if len(with.Pages) != len(plain.Pages)+1 {
		t.Fatalf("%d pages, %d without", len(with.Pages), len(plain.Pages))
	}
	for i := range plain.Pages {
		if a, b := layout.Squash(layout.PageText(plain.Pages[i])), layout.Squash(layout.PageText(with.Pages[i])); a != b {
			t.Errorf("page %d says something else", i+1)
		}
	}
	if last := layout.Squash(layout.PageText(with.Pages[len(with.Pages)-1])); strings.Contains(last, "共") || !strings.Contains(last, "存档联") {
		t.Error(last)
	}
}
