package reports_test

import (
	"strings"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/layout"
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
