package inquire_test

import (
	"context"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// turning is a ledger with open demands of the year before and registers.
type turning struct {
	reader
	carried   int
	before    *app.Date
	registers []ledger.Register
	office    app.OfficeType
}

func (r turning) OpenBefore(_ context.Context, day app.Date) (int, error) {
	*r.before = day
	return r.carried, nil
}
func (r turning) Registers(context.Context) ([]ledger.Register, error) { return r.registers, nil }
func (r turning) Settings(context.Context) (ledger.Settings, error) {
	return ledger.Settings{Office: app.Office{Type: r.office}}, nil
}

func TestTheTurnOfTheYear(t *testing.T) {
	register := func(k app.RegisterKind, from, to string) ledger.Register {
		s := app.Source{}
		if from != "" {
			s.From = day(from)
		}
		if to != "" {
			s.To = day(to)
		}
		return ledger.Register{Register: app.Register{Kind: k, Source: s}}
	}
	gone := register(app.RegisterCampaign, "2020-01-01", "2020-12-31")
	gone.Withdrawn = true
	last := []ledger.Register{
		register(app.RegisterInspection, "2026-01-10", ""), // a yearly plan of the year before
		register(app.RegisterMeeting, "2026-01-01", "2026-12-31"),
		register(app.RegisterForm, "2025-03-01", ""), // holds until it is replaced
		register(app.RegisterApp, "", ""),
		gone,
	}
	both := append([]ledger.Register{register(app.RegisterInspection, "2027-01-02", ""), register(app.RegisterMeeting, "2027-01-01", "2027-12-31")}, last...)
	for name, c := range map[string]struct {
		now       string
		carried   int
		registers []ledger.Register
		office    app.OfficeType
		want      string
	}{
		"the first days": {"2027-01-04", 12, last, app.Township, "2027 年：上年没有办结的 12 项转入本年，仍用原编号；还没有 2027 年的放假调休安排，期限先按周一至周五和法定节假日计算；" +
			"督查检查考核年度计划、年度会议计划还没有本年的，导入前不据此判断。"},
		"the registers have come": {"2026-01-31", 0, both[2:], app.Township, ""},
		"only what is left":       {"2026-01-31", 3, nil, app.Township, "2026 年：上年没有办结的 3 项转入本年，仍用原编号。"},
		"new registers":           {"2027-01-20", 0, both, app.Township, "2027 年：还没有 2027 年的放假调休安排，期限先按周一至周五和法定节假日计算。"},
		"a village":               {"2026-01-04", 0, []ledger.Register{register(app.RegisterMeeting, "2025-01-01", "2025-12-31")}, app.Village, ""},
		"February":                {"2027-02-01", 12, last, app.Township, ""},
		"December":                {"2026-12-31", 12, last, app.Township, ""},
	} {
		s, now := service()
		*now = day(c.now).Time().Add(9 * time.Hour)
		before := app.Date{}
		s.Reader = turning{s.Reader.(reader), c.carried, &before, c.registers, c.office}
		turn, err := s.YearTurn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if turn != nil {
			got = turn.Words()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if turn != nil && before != (app.Date{Year: turn.Year, Month: time.January, Day: 1}) {
			t.Errorf("%s: carried over are those before %s", name, before)
		}
	}
}
