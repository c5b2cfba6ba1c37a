package inquire_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

func version(title string, duties ...app.Duty) ledger.List {
	return ledger.List{ID: title, List: app.DutyList{Source: app.Source{Title: title}, Duties: duties}}
}

func TestListChangesNameTheOpenDemandsTheyTouch(t *testing.T) {
	s, _ := service()
	r := s.Reader.(reader)
	touched := func(no int, part app.Part, name string) inquire.OpenMatch {
		return inquire.OpenMatch{Notice: inquire.Brief{ID: name, Year: 2026, No: no}, No: 1, Part: part, Name: name}
	}
	r.matches = []inquire.OpenMatch{
		touched(9, app.Cooperate, "餐饮场所燃气安全检查 "), // the width of marks and blanks do not matter
		touched(8, app.Cooperate, "餐饮场所燃气安全检查"),
		touched(7, app.TakenBack, "餐饮场所燃气安全检查"), // another part: another entry
		touched(6, app.Basic, "全民阅读"),           // stays as it is
		touched(5, app.Basic, "村级电商服务点年检"),
	}
	s.Reader = r
	old := version("2024年版", app.Duty{Part: app.Basic, ItemNo: "1", Name: "全民阅读"}, app.Duty{Part: app.Basic, ItemNo: "2", Name: "村级电商服务点年检"},
		app.Duty{Part: app.Cooperate, ItemNo: "1", Name: "餐饮场所燃气安全检查", Departments: []string{"县城管局"}})
	now := version("2026年版", app.Duty{Part: app.Basic, ItemNo: "1", Name: "全民阅读"},
		app.Duty{Part: app.TakenBack, ItemNo: "1", Name: "餐饮场所燃气安全检查", Departments: []string{"县住建局"}, Transition: true})
	changes, err := s.ListChanges(t.Context(), old, now)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range changes {
		var numbers []string
		for _, m := range c.Open {
			numbers = append(numbers, m.Notice.Number())
		}
		got = append(got, c.Kind.Title()+" "+c.Lead().Name+" "+strings.Join(numbers, "、")+" "+c.Note())
	}
	want := "移动 餐饮场所燃气安全检查 2026年第9号、2026年第8号 牵头：县城管局 → 县住建局；尚在过渡期|删去 村级电商服务点年检 2026年第5号 新版不再列入"
	if strings.Join(got, "|") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, "|"), want)
	}
	if same, err := s.ListChanges(t.Context(), old, old); err != nil || same != nil {
		t.Errorf("a version differs from itself: %v %v", same, err)
	}
}

func TestProposalsAreEntriesThatOftenLedToDoubt(t *testing.T) {
	s, _ := service()
	r := s.Reader.(reader)
	since := app.Date{}
	r.since = &since
	for i, rivals := range [][]string{{"秸秆禁烧巡查", "秸秆禁烧执法"}, {"秸秆禁烧执法", "秸秆禁烧巡查"}, {"秸秆禁烧巡查", "大气污染防治"}, {"养犬管理", "流浪犬收容"}} {
		r.doubted = append(r.doubted, inquire.Doubted{Notice: inquire.Brief{Year: 2026, No: 9 - i}, Rivals: rivals})
	}
	s.Reader = r
	list := version("2026年版", app.Duty{Part: app.Basic, ItemNo: "3", Name: "养犬管理"}, app.Duty{Part: app.TakenBack, ItemNo: "1", Name: "秸秆禁烧执法"},
		app.Duty{Part: app.Basic, ItemNo: "1", Name: "秸秆禁烧巡查"})
	got, err := s.Proposals(t.Context(), list)
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v %v", got, err)
	}
	if p := got[0]; p.Duty.Name != "秸秆禁烧巡查" || p.Demands != 3 || strings.Join(p.Rivals, "、") != "秸秆禁烧执法、大气污染防治" || p.Notices[0].No != 9 {
		t.Errorf("first %+v", p)
	}
	if p := got[1]; p.Duty.Name != "秸秆禁烧执法" || p.Demands != 2 || strings.Join(p.Rivals, "、") != "秸秆禁烧巡查" {
		t.Errorf("second %+v", p)
	}
	if since != day("2025-11-25") {
		t.Errorf("counted since %s", since)
	}
	r.doubted = nil
	s.Reader = r
	if _, err := s.SaveProposals(t.Context(), list, "/优盘"); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("nothing to propose: %v", err)
	}
}
