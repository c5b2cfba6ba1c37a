package judge_test

import (
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/judge"
)

func TestSayingIsWhatIsAskedAndWhatTheEntryIsAbout(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(&app.DutyList{Duties: []app.Duty{{Part: app.Basic, ItemNo: "1", Name: "特困人员供养和探访"}, {Part: app.Basic, ItemNo: "2", Name: "其他工作"}}})
	text := "关于做好冬季关爱工作的通知\n各乡镇人民政府:\n  去年我局已发放棉被三百床。请各乡镇对没儿没女的老人每周上门看一次,缺柴少米的马上送去。\n县民政局\n2026年11月3日"
	concepts, words, ok := j.Saying(g, judge.Labelled{ID: "1", Text: text, Received: app.Date{Year: 2026, Month: 11, Day: 4}, Entry: "特困人员供养和探访"})
	if !ok || !strings.Contains(strings.Join(concepts, ";"), "特困") {
		t.Fatalf("concepts %v, ok %v", concepts, ok)
	}
	if !strings.Contains(words, "没儿没女的老人") || strings.Contains(words, "棉被三百床") {
		t.Errorf("want what is asked, not what is over: %q", words)
	}
	for _, c := range []judge.Labelled{
		{Text: text, Received: app.Date{Year: 2026, Month: 11, Day: 4}},
		{Text: text, Received: app.Date{Year: 2026, Month: 11, Day: 4}, Entry: "其他工作"},
		{Text: text, Received: app.Date{Year: 2026, Month: 11, Day: 4}, Entry: "特困人员供养和探访", Quote: "信中没有的话"},
	} {
		if _, words, ok := j.Saying(g, c); ok {
			t.Errorf("an example of nothing: %+v gave %q", c, words)
		}
	}
}

// TestSayingNamesAConceptThatEndsLikeAnother: 印章管理 is not 村级印章管理.
func TestSayingNamesAConceptThatEndsLikeAnother(t *testing.T) {
	j := mustJudge(t)
	const name = "村级印章管理和镇机关印章管理"
	g := j.Prepare(&app.DutyList{Duties: []app.Duty{{Part: app.Basic, ItemNo: "1", Name: name}}})
	concepts, _, _ := j.Saying(g, judge.Labelled{ID: "1", Text: "请各村翻一翻已盖未用的空白纸,月底前销掉。", Received: app.Date{Year: 2026, Month: 11, Day: 4}, Entry: name})
	if !slices.Contains(concepts, "村级印章管理") || !slices.Contains(concepts, "印章管理") {
		t.Errorf("concepts %v", concepts)
	}
}
