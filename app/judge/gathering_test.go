package judge_test

import (
	"testing"

	"yidanqing/app"
	"yidanqing/app/judge"
)

// TestAMeetingIsLookedUpInThePlan: a complete plan in force tells that it has the meeting or has none like it; without one
// nothing is said, and the advice is the same in each case.
func TestAMeetingIsLookedUpInThePlan(t *testing.T) {
	const words = "关于召开县委农村工作会议的通知\n各乡镇党委：\n定于11月25日上午9:00在县影剧院召开县委农村工作会议，会期半天，请各乡镇分管负责同志参加。\n中共清河县委办公室\n2026年11月20日"
	received := app.Date{Year: 2026, Month: 11, Day: 20}
	plan := func(name string) *app.Register {
		return &app.Register{Kind: app.RegisterMeeting, Entries: []app.RegisterEntry{{Name: name}}, Source: app.Source{Title: "年度会议计划",
			From: app.Date{Year: 2026, Month: 1, Day: 1}, To: app.Date{Year: 2026, Month: 12, Day: 31}}}
	}
	for _, c := range []struct {
		register  *app.Register
		plan      string
		unplanned bool
	}{{plan("县委农村工作会议"), "县委农村工作会议", false}, {plan("全县卫生健康大会"), "", true}, {nil, "", false}} {
		j := mustJudge(t)
		got, err := j.Check(t.Context(), j.Prepare(nil, c.register), judge.Input{Text: words, Received: received})
		if err != nil {
			t.Fatal(err)
		}
		g := got.Gathering
		if got.Kind != app.KindMeeting || g == nil || g.Span != "半天" || g.Plan != c.plan || g.Unplanned != c.unplanned {
			t.Errorf("%s %+v, want plan %q, unplanned %t", got.Kind, g, c.plan, c.unplanned)
		}
		if got.Verdict != app.VerdictDo {
			t.Errorf("the plan changes the advice: %s", got.Verdict)
		}
	}
}
