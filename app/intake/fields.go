package intake

import (
	"context"
	"maps"
	"strings"
	"time"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// setField sets a field by its json name; an unknown name changes nothing.
func setField(f *app.Fields, name, value string) {
	if p := fieldOf(f, name); p != nil {
		*p = value
	}
}

func fieldOf(f *app.Fields, name string) *string {
	switch name {
	case "issuer":
		return &f.Issuer
	case "doc_no":
		return &f.DocNo
	case "title":
		return &f.Title
	case "doc_date":
		return &f.DocDate
	case "deadline":
		return &f.Deadline
	case "contact":
		return &f.Contact
	case "phone":
		return &f.Phone
	case "meeting_time":
		return &f.MeetingTime
	case "place":
		return &f.Place
	}
	return nil
}

// maxField bounds what a clerk types into a field, in runes.
const maxField = 200

// validField checks a typed value.
func validField(name, value string) error {
	var probe app.Fields
	if fieldOf(&probe, name) == nil {
		return app.Errorf(app.CodeInvalid, "没有“%s”这一项要素。", name)
	}
	switch {
	case value == "":
		return nil
	case utf8.RuneCountInString(value) > maxField || strings.ContainsFunc(value, isLineBreak):
		return app.Errorf(app.CodeInvalid, "这一项太长或有换行，没有改动。请写在一行里，不超过 %d 字。", maxField)
	case name == "doc_date":
		_, err := app.ParseDate(value)
		return err
	case name == "deadline":
		day, hour, timed := strings.Cut(value, " ")
		if _, err := app.ParseDate(day); err != nil || timed && !isHour(hour) {
			return app.Errorf(app.CodeInvalid, "时限“%s”读不出来，没有改动。请写成 2026-03-12 或 2026-03-12 17:00 这样。", value)
		}
	case name == "meeting_time":
		if _, err := time.Parse("2006-01-02 15:04", value); err != nil {
			return app.Errorf(app.CodeInvalid, "会议时间“%s”读不出来，没有改动。请写成 2026-03-12 09:00 这样。", value)
		}
	}
	return nil
}

// SetReceived takes the clerk's answer to 哪天收到 and checks again from that day.
func (s *Service) SetReceived(ctx context.Context, d Draft, r ledger.Received) (Draft, error) {
	if err := s.validReceived(r); err != nil {
		return d, err
	}
	if r.Source == ledger.DayOpen {
		r.Source = ledger.DayClerk
	}
	next := d
	next.Received, next.Days = r, nil
	return s.checked(ctx, d, next)
}

func (s *Service) validReceived(r ledger.Received) error {
	switch today := app.DateOf(s.Now()); {
	case !r.Date.Valid():
		return app.Errorf(app.CodeInvalid, "请写明哪天收到。")
	case today.Before(r.Date):
		return app.Errorf(app.CodeInvalid, "收到日期 %s 在今天之后，没有改动。请检查日期。", r.Date)
	}
	if r.Time != "" && !isHour(r.Time) {
		return app.Errorf(app.CodeInvalid, "收到时间“%s”读不出来，没有改动。请写成 09:41 这样。", r.Time)
	}
	return nil
}

func isHour(s string) bool {
	_, err := time.Parse("15:04", s)
	return err == nil
}

// Typed brings what a clerk types into a field into the form that the record keeps: 12-4 17:00 becomes 2026-12-04 17:00.
// Words that cannot be read are given back as they are; CorrectField then says so.
func (s *Service) Typed(name, value string) string {
	value = strings.TrimSpace(value)
	if name != "deadline" && name != "meeting_time" && name != "doc_date" || value == "" {
		return value
	}
	side := app.SideNear
	if name == "doc_date" {
		side = app.SidePast
	}
	day, hour, err := app.ParseMoment(value, s.Now(), side)
	if err != nil || name == "doc_date" && hour != "" {
		return value
	}
	return strings.TrimSpace(day.String() + " " + hour)
}

// CorrectField puts one field right (issuer, doc_no, title, doc_date, deadline, contact, phone, meeting_time, place)
// and checks again. An empty value takes the correction back.
func (s *Service) CorrectField(ctx context.Context, d Draft, name, value string) (Draft, error) {
	value = s.Typed(name, value)
	if err := validField(name, value); err != nil {
		return d, err
	}
	next := d
	next.Fixed = maps.Clone(d.Fixed)
	if next.Fixed == nil {
		next.Fixed = make(map[string]string)
	}
	if next.Fixed[name] = value; value == "" {
		delete(next.Fixed, name)
	}
	if !next.Received.Known() {
		next.Received, next.Days = ledger.Received{}, nil // 成文日期 may have been the field put right
	}
	return s.checked(ctx, d, next)
}

// SetCorrection takes the clerk's 作为更正 or 另登记, and checks again: a notice that takes the place of an earlier one is
// not held against it.
func (s *Service) SetCorrection(ctx context.Context, d Draft, on bool) (Draft, error) {
	next := d
	next.Correction = on
	return s.checked(ctx, d, next)
}

// checked checks a changed draft again; on failure the draft stays what it was.
func (s *Service) checked(ctx context.Context, d, next Draft) (Draft, error) {
	next, err := s.check(ctx, next)
	if err != nil {
		return d, err
	}
	if next.Twin, err = s.twin(ctx, next); err != nil {
		return d, err
	}
	if next.Twin == nil {
		next.Correction = false
	}
	return next, nil
}
