package decide

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// fileName is how copies of an issued paper are named in folders, without extension; n is the notice that it is about.
func (s *Service) fileName(p ledger.Paper, n ledger.Notice, set ledger.Settings) string {
	return paper.FileName(set.FileName, paper.FileFacts{Number: p.Number, Title: n.Title(), Date: p.Date, To: p.Addressee,
		Kind: paper.Kind(p.Kind).Short(), Ledger: n.Number()})
}

// nameOf is fileName for a paper whose notice is not at hand.
func (s *Service) nameOf(ctx context.Context, p ledger.Paper) (string, error) {
	set, err := s.Reader.Settings(ctx)
	if err != nil {
		return "", err
	}
	var n ledger.Notice
	if len(p.Notices) > 0 {
		if n, err = s.Reader.Notice(ctx, p.Notices[0]); err != nil {
			return "", err
		}
	}
	return s.fileName(p, n, set), nil
}

// draftName is how a 送审稿 is named.
func (s *Service) draftName(p plan) string {
	return paper.FileName(p.settings.FileName, paper.FileFacts{Title: p.notice.Title(), Date: app.DateOf(s.Now()), To: p.to.Name,
		Kind: p.kind.Short(), Ledger: p.notice.Number()})
}
