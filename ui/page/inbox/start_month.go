package inbox

import (
	"context"
	"fmt"
	"log/slog"
	"strings"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// count asks for the numbers of the month once the page stands: it waits for nothing, and nothing waits for it. Where they
// cannot be counted the page says nothing of them; 统计 tells the error.
func (s *start) count() {
	current := s.sums.Next()
	kit.Run(s.page.p.Frame.Runner, "", func(ctx context.Context) (inquire.SoFar, error) { return s.page.p.Inquire.SoFar(ctx) },
		func(n inquire.SoFar, err error) {
			if !current() {
				return
			}
			if err != nil {
				slog.Warn("start page", "what", "month not counted", "error", err)
				s.month.Hide()
				return
			}
			s.month.Put(kit.Column(0, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 10, kit.NewPara(soFarWords(n), theme.Second, theme.ColorText2)))))
			s.month.Show()
		})
}

// soFarWords are the numbers of the month in one line: 本月至今：收件 59，事项 71；先沟通 2，出文 5（待答复 2、逾期 1）。
func soFarWords(n inquire.SoFar) string {
	words := fmt.Sprintf("本月至今：收件 %d，事项 %d", n.Notices, n.Demands)
	var done, open []string
	if n.Talked > 0 {
		done = append(done, fmt.Sprintf("先沟通 %d", n.Talked))
	}
	if n.Awaiting > 0 {
		open = append(open, fmt.Sprintf("待答复 %d", n.Awaiting))
	}
	if n.Late > 0 {
		open = append(open, fmt.Sprintf("逾期 %d", n.Late))
	}
	if n.Papers > 0 {
		papers := fmt.Sprintf("出文 %d", n.Papers)
		if len(open) > 0 {
			papers += "（" + strings.Join(open, "、") + "）"
		}
		done = append(done, papers)
	}
	if len(done) > 0 {
		words += "；" + strings.Join(done, "，")
	}
	return words + "。"
}
