package paper_test

import (
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

// TestAPrecedentIsAHintOnTheEvidencePage: it stands under the decision, never among the grounds nor on the form; where the
// office decided otherwise, or it changed nothing, it is not named.
func TestAPrecedentIsAHintOnTheEvidencePage(t *testing.T) {
	const hint = "第2项的处理与我镇2026年3月5日对同类事项的处理一致（台账2026年第412号），供参考，不作依据。"
	s := papertest.Gas()
	d := &s.Check.Demands[1]
	d.Precedent = &app.Recalled{Number: "2026年第412号", Day: app.Date{Year: 2026, Month: time.March, Day: 5}, Decided: d.Verdict, Without: app.VerdictEscalate, Changed: true}
	doc, ev := facts(t, paper.KindFeedback, s)
	has(t, ev, "|"+hint)
	hasNot(t, doc, "同类事项", "412")
	s.Decisions = make([]paper.Decision, len(s.Check.Demands))
	for i := range s.Decisions {
		s.Decisions[i].Verdict = s.Check.Demands[i].Verdict
	}
	s.Decisions[1].Verdict = app.VerdictDo
	_, ev = facts(t, paper.KindFeedback, s)
	hasNot(t, ev, "同类事项")
	s.Decisions = nil
	d.Precedent.Changed = false
	_, ev = facts(t, paper.KindFeedback, s)
	hasNot(t, ev, "同类事项")
}
