package decide

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// fileName is how copies of an issued paper are named in folders, without extension; n is the notice that it is about.
func (s *Service) fileName(p ledger.Paper, n ledger.Notice, set ledger.Settings) string {
	title := n.Title()
	if ledger.PaperEscalation == p.Kind {
		title = ofSeveral(title, len(p.Notices))
	}
	return paper.FileName(set.FileName, paper.FileFacts{Number: p.Number, Title: title, Date: p.Date, To: p.Addressee,
		Kind: paper.Kind(p.Kind).Short(), Ledger: n.Number()})
}

// ofSeveral names a paper that raises several notices together after the first of them.
func ofSeveral(title string, n int) string {
	if n < 2 {
		return title
	}
	return fmt.Sprintf("%s等%d件", title, n)
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
	title := p.notice.Title()
	if len(p.request.Together) > 0 {
		title = ofSeveral(title, len(p.request.Together))
	}
	return paper.FileName(p.settings.FileName, paper.FileFacts{Title: title, Date: app.DateOf(s.Now()), To: p.to.Name,
		Kind: p.kind.Short(), Ledger: p.notice.Number()})
}
