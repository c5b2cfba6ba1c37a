package upkeep

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Lists gives all versions of the duty list, the newest first.
func (s *Service) Lists(ctx context.Context) ([]ledger.List, error) { return s.Reader.Lists(ctx) }

// ListOn gives the version for a day, nil if there is none at all. A version that is not in force on that day is given
// where no other is: the check says so and holds its advice back.
func (s *Service) ListOn(ctx context.Context, d app.Date) (*ledger.List, error) {
	return s.Reader.ListOn(ctx, d)
}

// ImportList keeps a version of the duty list. CodeConflict if the same content is there already, CodeInvalid if it
// holds no entry. Earlier versions stay.
func (s *Service) ImportList(ctx context.Context, l app.DutyList) (ledger.List, error) {
	if len(l.Duties) == 0 {
		return ledger.List{}, app.Errorf(app.CodeInvalid, "没有读出清单事项，没有导入，原清单不变。")
	}
	if !l.Source.To.IsZero() && l.Source.To.Before(l.Source.From) {
		return ledger.List{}, app.Errorf(app.CodeInvalid, "清单的失效日期早于施行日期，没有导入，原清单不变。请检查日期。")
	}
	id, err := s.importOnce(ctx, l)
	if err != nil {
		return ledger.List{}, err
	}
	lists, err := s.Reader.Lists(ctx)
	if err != nil {
		return ledger.List{}, err
	}
	for _, v := range lists {
		if v.ID == id {
			return v, nil
		}
	}
	return ledger.List{}, app.Errorf(app.CodeInternal, "清单已导入，但读不回来。请重新打开程序。")
}

func (s *Service) importOnce(ctx context.Context, l app.DutyList) (id string, err error) {
	existing, err := s.Reader.Lists(ctx)
	if err != nil {
		return "", err
	}
	for _, v := range existing {
		if !v.Withdrawn && v.List.Digest() == l.Digest() && v.List.Source == l.Source {
			return "", app.Errorf(app.CodeConflict, "这份清单已经导入过（《%s》，%d 项），没有重复导入。", v.List.Source.Title, len(v.List.Duties))
		}
	}
	err = s.Writer.Write(ctx, func(b ledger.Book) error {
		id = b.NewID()
		_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectList, ID: id}, ledger.ListImported, l)
		return err
	})
	return id, err
}

// WithdrawList takes a version out of use that was imported by mistake. It stays in the ledger.
func (s *Service) WithdrawList(ctx context.Context, id, reason string) error {
	if reason = strings.TrimSpace(reason); reason == "" {
		return app.Errorf(app.CodeInvalid, "停用清单请写一句理由。")
	}
	lists, err := s.Reader.Lists(ctx)
	if err != nil {
		return err
	}
	for _, v := range lists {
		if v.ID != id {
			continue
		}
		if v.Withdrawn {
			return app.Errorf(app.CodeConflict, "这版清单已经停用。")
		}
		return s.Writer.Write(ctx, func(b ledger.Book) error {
			_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectList, ID: id}, ledger.ListWithdrawn, ledger.ReasonPayload{Reason: reason})
			return err
		})
	}
	return app.Errorf(app.CodeNotFound, "没有找到这版清单。")
}
