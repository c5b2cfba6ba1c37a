package inquire

import (
	"context"
	"fmt"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// YearTurn is what is to be seen to in the first month of a year (跨年).
type YearTurn struct {
	Year      int
	Carried   int      // demands of earlier years that are not yet closed
	Holidays  bool     // the year's holidays and make-up workdays are not known
	Registers []string // registers that the office keeps and that are none of this year's
}

// YearTurn gives what the turn of the year asks for; nil outside January and where nothing is to be seen to.
func (s *Service) YearTurn(ctx context.Context) (*YearTurn, error) {
	today := app.DateOf(s.Now())
	if today.Month != time.January {
		return nil, nil
	}
	t := YearTurn{Year: today.Year, Holidays: !s.Calendar.Known(today.Year)}
	var err error
	if t.Carried, err = s.Reader.OpenBefore(ctx, app.Date{Year: today.Year, Month: time.January, Day: 1}); err != nil {
		return nil, fmt.Errorf("turn of the year: %w", err)
	}
	registers, err := s.Reader.Registers(ctx)
	if err != nil {
		return nil, fmt.Errorf("turn of the year: %w", err)
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return nil, fmt.Errorf("turn of the year: %w", err)
	}
	if !settings.Office.Grassroots() { // a village looks after no registers
		t.Registers = outdated(registers, today)
	}
	if t.Carried == 0 && !t.Holidays && len(t.Registers) == 0 {
		return nil, nil
	}
	return &t, nil
}

// outdated names the kinds of registers of which the office has some and none that is in force. A yearly plan that does
// not say until when it holds is one of the year in which it began.
func outdated(registers []ledger.Register, today app.Date) []string {
	kept, current := map[app.RegisterKind]bool{}, map[app.RegisterKind]bool{}
	for _, r := range registers {
		if r.Withdrawn {
			continue
		}
		k, source := r.Register.Kind, r.Register.Source
		yearly := k == app.RegisterInspection || k == app.RegisterMeeting
		past := yearly && source.To.IsZero() && !source.Start().IsZero() && source.Start().Year < today.Year
		kept[k] = true
		current[k] = current[k] || source.InForce(today) && !past
	}
	var out []string
	for _, k := range []app.RegisterKind{app.RegisterInspection, app.RegisterMeeting, app.RegisterForm, app.RegisterApp, app.RegisterCampaign} {
		if kept[k] && !current[k] {
			out = append(out, k.Title())
		}
	}
	return out
}

// Words say what is to be seen to, in one paragraph.
func (t YearTurn) Words() string {
	out := []string{}
	if t.Carried > 0 {
		out = append(out, fmt.Sprintf("上年没有办结的 %d 项转入本年，仍用原编号", t.Carried))
	}
	if t.Holidays {
		out = append(out, fmt.Sprintf("还没有 %d 年的放假调休安排，期限先按周一至周五和法定节假日计算", t.Year))
	}
	if len(t.Registers) > 0 {
		out = append(out, strings.Join(t.Registers, "、")+"还没有本年的，导入前不据此判断")
	}
	return fmt.Sprintf("%d 年：", t.Year) + strings.Join(out, "；") + "。"
}
