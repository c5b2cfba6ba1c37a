package upkeep

import (
	"context"
	"reflect"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// Settings gives the office's settings; before the first run Office.Name is empty.
func (s *Service) Settings(ctx context.Context) (ledger.Settings, error) {
	return s.Reader.Settings(ctx)
}

// SaveSettings checks and keeps the office's settings; unchanged ones write nothing.
func (s *Service) SaveSettings(ctx context.Context, v ledger.Settings) error {
	tidy(&v)
	if err := valid(v); err != nil {
		return err
	}
	return s.Writer.Write(ctx, func(b ledger.Book) error {
		old, err := b.Settings(ctx)
		if err != nil {
			return err
		}
		if reflect.DeepEqual(old, v) {
			return nil
		}
		_, err = b.Append(ctx, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, v)
		return err
	})
}

// tidy takes blanks away and empty parts out, so that equal settings are equal.
func tidy(v *ledger.Settings) {
	for _, p := range []*string{&v.Office.Name, &v.Office.Short, &v.Office.County, &v.Office.Prefix, &v.Office.Clerk,
		&v.Office.Phone, &v.FeedbackTitle, &v.Superior, &v.SuperiorPhone, &v.Copies, &v.PrintedBy, &v.FileName} {
		*p = strings.TrimSpace(*p)
	}
	var people []app.Person
	for _, p := range v.People {
		if p.Name, p.Post = strings.TrimSpace(p.Name), strings.TrimSpace(p.Post); p.Name != "" {
			people = append(people, p)
		}
	}
	v.People = people
	dropEmpty(&v.Prefixes)
	dropEmpty(&v.ReplyDays)
	dropEmpty(&v.Greetings)
	dropEmpty(&v.Ways)
}

func dropEmpty[K, V comparable](m *map[K]V) {
	var zero V
	for k, v := range *m {
		if v == zero {
			delete(*m, k)
		}
	}
	if len(*m) == 0 {
		*m = nil
	}
}

func valid(v ledger.Settings) error {
	switch v.Office.Type {
	case app.Township, app.Subdistrict, app.Village, app.Community:
	default:
		return app.Errorf(app.CodeInvalid, "请选本单位是乡镇、街道、村还是社区。")
	}
	if v.Office.Name == "" {
		return app.Errorf(app.CodeInvalid, "请填写单位全称，如：清河县柳河镇人民政府。")
	}
	for kind, days := range v.ReplyDays {
		if days < 1 || days > 60 {
			return app.Errorf(app.CodeInvalid, "答复期限要在 1 到 60 个工作日之间（%s）。设置未改动。", paper.Kind(kind).Title())
		}
	}
	for code, w := range v.Ways {
		if w != ledger.WayTalk && w != ledger.WayPaper && w != ledger.WayRemind {
			return app.Errorf(app.CodeInvalid, "反馈方式（%s）应为先沟通、直接反馈或只提醒。设置未改动。", code)
		}
	}
	if err := paper.CheckFileName(v.FileName); err != nil {
		return err
	}
	if v.OverloadLimit < 0 || v.OverloadLimit > 200 {
		return app.Errorf(app.CodeInvalid, "任务量提醒线要在 1 到 200 项之间。设置未改动。")
	}
	for _, p := range v.People {
		if !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
			return app.Errorf(app.CodeInvalid, "%s的离岗日期早于到岗日期。设置未改动。", p.Name)
		}
	}
	seen := make(map[string]ledger.PaperKind)
	for _, kind := range []ledger.PaperKind{ledger.PaperFeedback, ledger.PaperEscalation} {
		prefix := v.Prefix(kind)
		if other, taken := seen[prefix]; taken && prefix != "" {
			return app.Errorf(app.CodeInvalid, "两种文书（%s、%s）的字头都是“%s”，编号会相同。请改其中一个。", paper.Kind(other).Title(), paper.Kind(kind).Title(), prefix)
		}
		seen[prefix] = kind
	}
	return nil
}

// Preference is a setting of this machine (text size, printer, folders), empty if never set.
func (s *Service) Preference(ctx context.Context, key string) (string, error) {
	return s.Reader.Preference(ctx, key)
}

// SetPreference keeps a setting of this machine. It is no part of the ledger.
func (s *Service) SetPreference(ctx context.Context, key, value string) error {
	return s.Reader.SetPreference(ctx, key, value)
}
