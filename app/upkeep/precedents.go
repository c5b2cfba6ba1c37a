package upkeep

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// PrecedentState is whether a precedent helps the next demand.
type PrecedentState string

const (
	PrecedentInUse   PrecedentState = "in_use"  // 在用
	PrecedentExpired PrecedentState = "expired" // 已失效: made under another version of the list
	PrecedentRemoved PrecedentState = "removed" // 已停用: the office does not go by it
)

// Title is the state in the words of the window.
func (s PrecedentState) Title() string {
	switch s {
	case PrecedentInUse:
		return "在用"
	case PrecedentExpired:
		return "已失效"
	case PrecedentRemoved:
		return "已停用"
	}
	return ""
}

// Precedent is a precedent with its state today (先例).
type Precedent struct {
	ledger.Precedent
	State PrecedentState
}

// Precedents gives the office's precedents, the last decided first.
func (s *Service) Precedents(ctx context.Context) ([]Precedent, error) {
	all, err := s.Reader.Precedents(ctx, nil)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	now, err := s.ListOn(ctx, app.DateOf(s.Now()))
	if err != nil && app.ErrorCode(err) != app.CodeNotFound {
		return nil, err
	}
	var version app.Version
	if now != nil {
		version = now.List.Version()
	}
	out := make([]Precedent, len(all))
	for i, p := range all {
		out[i] = Precedent{p, PrecedentInUse}
		switch {
		case p.Off != nil:
			out[i].State = PrecedentRemoved
		case p.List != version:
			out[i].State = PrecedentExpired
		}
	}
	return out, nil
}

// RemovePrecedent takes a precedent out of use with a reason; the decision stands. ID is that of its demand. CodeConflict
// where it is out of use already.
func (s *Service) RemovePrecedent(ctx context.Context, id, reason string) error {
	if reason = strings.TrimSpace(reason); reason == "" {
		return app.Errorf(app.CodeInvalid, "停用先例请写一句理由。")
	}
	p, err := s.precedent(ctx, id)
	if err != nil {
		return err
	}
	if p.Off != nil {
		return app.Errorf(app.CodeConflict, "这条先例已经停用。")
	}
	return s.switchPrecedent(ctx, p, ledger.PrecedentRemoved, reason)
}

// RestorePrecedent puts a precedent back into use. CodeConflict where it is in use.
func (s *Service) RestorePrecedent(ctx context.Context, id string) error {
	p, err := s.precedent(ctx, id)
	if err != nil {
		return err
	}
	if p.Off == nil {
		return app.Errorf(app.CodeConflict, "这条先例没有停用。")
	}
	return s.switchPrecedent(ctx, p, ledger.PrecedentRestored, "")
}

func (s *Service) precedent(ctx context.Context, id string) (ledger.Precedent, error) {
	all, err := s.Reader.Precedents(ctx, nil)
	if err != nil {
		return ledger.Precedent{}, err
	}
	for _, p := range all {
		if p.ID == id {
			return p, nil
		}
	}
	return ledger.Precedent{}, app.Errorf(app.CodeNotFound, "没有找到这条先例：处理已经撤回，或那件来件已删除。")
}

func (s *Service) switchPrecedent(ctx context.Context, p ledger.Precedent, t ledger.EventType, reason string) error {
	return s.Writer.Write(ctx, func(b ledger.Book) error {
		_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectPrecedent, ID: p.ID}, t, ledger.PrecedentPayload{Decided: p.At, Reason: reason})
		return err
	})
}
