package paper_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

func TestSupportIsDerivedFromTheRecord(t *testing.T) {
	w, _ := writer(t)
	s := papertest.Sand()
	s.Talks = []paper.Talk{{Date: s.Date, Time: "14:05", Way: "电话", With: "值班室", Result: "尚未答复"}}
	got := w.Support(s)
	if !slices.Equal(got.Bodies, []string{"县水利局", "县公安局"}) || got.Urgency != paper.UrgencyUsual || got.Contact != "陈立" || got.Phone != "662 5213" {
		t.Errorf("%+v", got)
	}
	if got.Place != "柳河镇东湾村柳河大桥下游300米" || !strings.HasPrefix(got.Event, "东湾村来电：群众反映夜间有人在柳河河道内采砂。") {
		t.Errorf("place %q, event %q", got.Place, got.Event)
	}
	if got.Asks != "派人员到场，依法办理“河道采砂行政处罚”\n派人员到场，牵头办理“河道巡查”" ||
		got.Done != "11月24日收到来件并登记。11月24日14时5分电话与来文单位值班室沟通，尚未答复。" {
		t.Errorf("asks %q, done %q", got.Asks, got.Done)
	}
	doc, _ := facts(t, paper.KindSupport, s)
	has(t, doc, "编号|编号：柳哨〔2026〕8号", "日期|发出时间：2026年11月24日 14:20", "请求单位|清河县柳河镇人民政府", "报到部门|县水利局（主责）", "报到部门|县公安局（协助）",
		"清单依据|上级部门收回第24项“河道采砂行政处罚”，承接部门：县水利局。", "清单依据|配合履职第27项“河道巡查”，乡镇职责：发现、劝阻、上报；牵头部门：县水利局、县公安局。",
		"请求支援|一、派人员到场，依法办理“河道采砂行政处罚”；", "现场联系|陈立　662 5213")
	hasNot(t, doc, "{", "|批准人")
}

func TestSupportFollowsANoticeOfABody(t *testing.T) {
	w, _ := writer(t)
	s := papertest.Gas()
	got := w.Support(s)
	if !slices.Equal(got.Bodies, []string{"县住建局", "县城管执法局"}) || got.Place != "柳河镇" || got.Urgency != paper.UrgencyUsual {
		t.Errorf("%+v", got)
	}
	if want := "清河县住房和城乡建设局《关于开展燃气餐饮场所安全隐患排查整治的通知》（清建函〔2026〕118号）要求“各乡镇对餐饮场所燃气安全"; !strings.HasPrefix(got.Event, want) {
		t.Errorf("event %q", got.Event)
	}
	s.Check.Emergency = true
	if got := w.Support(s); got.Urgency != paper.UrgencyEmergency {
		t.Errorf("urgency %q in an emergency", got.Urgency)
	}
	s.Check.Emergency, s.Check.Demands[1].Deadline.Date = false, s.Received
	if got := w.Support(s); got.Urgency != paper.UrgencyUrgent {
		t.Errorf("urgency %q for today", got.Urgency)
	}
}

func TestSupportSaysWhatItLacks(t *testing.T) {
	w, _ := writer(t)
	for want, change := range map[string]func(*paper.Support){
		"哪个部门":    func(p *paper.Support) { p.Bodies = nil },
		"紧急程度":    func(p *paper.Support) { p.Urgency = "" },
		"到场地点":    func(p *paper.Support) { p.Place = " " },
		"事由":      func(p *paper.Support) { p.Event = "" },
		"请求支援的事":  func(p *paper.Support) { p.Asks = "\n" },
		"“推诿”，不宜": func(p *paper.Support) { p.Done = "对方推诿" },
	} {
		s := papertest.SandFilled()
		change(s.Support)
		if _, err := w.Write(paper.KindSupport, s, false); app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestSupportWithoutDemandsOrList(t *testing.T) {
	s := papertest.SandFilled()
	s.Check.Demands, s.Duties, s.List = nil, nil, app.Source{}
	w, _ := writer(t)
	cs, err := w.Write(paper.KindSupport, s, false)
	if err != nil || len(cs) != 1 {
		t.Fatalf("%d documents, %v", len(cs), err)
	}
	var got []string
	for _, f := range cs[0].Record().Facts {
		got = append(got, f.Label+"|"+f.Text)
		if f.Ticked != (f.Text == "紧急（2小时内）") {
			t.Errorf("%+v", f)
		}
	}
	has(t, got, "紧急程度|紧急（2小时内）", "本镇已做|"+s.Support.Done)
	hasNot(t, got, "清单依据")
}

func TestManyDepartmentsShareALine(t *testing.T) {
	s := papertest.SandFilled()
	for i := range 39 {
		s.Support.Bodies = append(s.Support.Bodies, fmt.Sprintf("县第%d局", i+1))
	}
	w, _ := writer(t)
	cs, err := w.Write(paper.KindSupport, s, false)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range cs[0].Record().Facts {
		if f.Label == "报到部门" {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d lines of departments", n)
	}
	if got := paper.SplitBodies(" 县水利局、县公安局,县水利局；\n县医院 "); !slices.Equal(got, []string{"县水利局", "县公安局", "县医院"}) {
		t.Errorf("%q", got)
	}
}
