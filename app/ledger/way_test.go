package ledger_test

import (
	"testing"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

func found(codes ...string) app.Demand {
	var d app.Demand
	for _, c := range codes {
		d.Findings = append(d.Findings, app.Finding{Code: c})
	}
	return d
}

func TestTheFirmestWayOfADemandCounts(t *testing.T) {
	var s ledger.Settings
	for _, c := range []struct {
		d    app.Demand
		want ledger.Way
	}{
		{found("RANKING", "PLEDGE", "NOT_ON_LIST"), ledger.WayPaper}, {found("RANKING", "NOT_ON_LIST"), ledger.WayTalk},
		{found("RANKING", "GROUP", "MULTI_HEADED"), ledger.WayRemind}, {found("OWN_12AB34CD"), ledger.WayRemind},
		{found(), ledger.WayPaper}, {app.Demand{Doubt: &app.Doubt{}, Findings: found("RANKING").Findings}, ledger.WayPaper},
	} {
		if got := s.WayFor(c.d); got != c.want {
			t.Errorf("%v: %s, want %s", c.d.Findings, got, c.want)
		}
	}
}

func TestAWayIsSetForItsWholeGroup(t *testing.T) {
	var s, before ledger.Settings
	seen := map[string]bool{}
	for _, g := range ledger.WayGroups() {
		for _, code := range g.Codes {
			if seen[code] {
				t.Errorf("%s stands in two groups", code)
			}
			seen[code] = true
			if before.Way(code) != before.Way(g.Codes[0]) {
				t.Errorf("%s comes with another way than its group", code)
			}
		}
		s.SetWay(g, ledger.WayPaper)
		if s.Way(g.Codes[len(g.Codes)-1]) != ledger.WayPaper {
			t.Errorf("%s is not set", g.Title)
		}
		before = ledger.Settings{}
	}
	if s.Way("OWN_12AB34CD") != ledger.WayPaper || s.Way("TAKEN_BACK") != ledger.WayPaper || s.Ways["TAKEN_BACK"] != "" {
		t.Errorf("ways %v", s.Ways)
	}
	s.SetWay(ledger.WayGroups()[1], ledger.WayRemind)
	if s.Way("PLEDGE") != ledger.WayRemind {
		t.Error("a way cannot be set again")
	}
}
