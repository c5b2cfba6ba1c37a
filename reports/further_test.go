package reports_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

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
