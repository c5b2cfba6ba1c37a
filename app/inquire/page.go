package inquire

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Page gives at most limit notices after a cursor, newest first.
func (s *Service) Page(ctx context.Context, f Filter, after Cursor, limit int) (Page, error) {
	if limit < 1 || limit > 500 {
		return Page{}, app.Errorf(app.CodeInvalid, "一页要 1 到 500 件。")
	}
	today := app.DateOf(s.Now())
	p, err := s.Reader.Page(ctx, f, today, after, limit)
	if err != nil {
		return Page{}, err
	}
	s.dress(today, p.Rows)
	return p, nil
}

// dress adds what is told in words.
func (s *Service) dress(today app.Date, rows []Row) {
	for i := range rows {
		r := &rows[i]
		r.ShortTitle = ShortTitle(r.Title)
		for j := range r.Demands {
			d := &r.Demands[j]
			d.Title = stateTitle(today, *d)
		}
		r.Due = s.rowDue(today, *r)
	}
}

func overdue(today app.Date, d DemandRow) bool {
	return d.State == ledger.StateAwaiting && !d.ReplyDue.IsZero() && d.ReplyDue.Before(today)
}

func stateTitle(today app.Date, d DemandRow) string {
	switch {
	case overdue(today, d):
		return "逾期未复"
	case d.State == ledger.StateReplied && d.Outcome != "":
		return d.State.Title() + "·" + d.Outcome.Title()
	}
	return d.State.Title()
}

// ShortTitle drops a leading 关于 and a trailing 的通知, 的函 and the like, for lists. A title that would be left empty
// stays as it is.
func ShortTitle(title string) string {
	short := strings.TrimPrefix(strings.TrimSpace(title), "关于")
	for _, tail := range []string{"的紧急通知", "的补充通知", "的通知", "的函", "的通报", "的通告", "的公告", "的报告", "的请示", "的批复", "的意见"} {
		if cut, ok := strings.CutSuffix(short, tail); ok {
			short = cut
			break
		}
	}
	if short == "" {
		return title
	}
	return short
}

// Total counts what fits the filter.
func (s *Service) Total(ctx context.Context, f Filter) (Total, error) {
	return s.Reader.Total(ctx, f, app.DateOf(s.Now()))
}

// Counts gives the numbers over what fits the filter; its States and Overdue are not applied, so that chips can show
// each.
func (s *Service) Counts(ctx context.Context, f Filter) (Counts, error) {
	return s.Reader.Counts(ctx, f, app.DateOf(s.Now()))
}

// Recent gives the n newest notices.
func (s *Service) Recent(ctx context.Context, n int) ([]Row, error) {
	p, err := s.Page(ctx, Filter{}, Cursor{}, n)
	return p.Rows, err
}

// Issuers gives the bodies that sent notices, the most frequent first, for the filter.
func (s *Service) Issuers(ctx context.Context) ([]string, error) { return s.Reader.Issuers(ctx) }

// Years gives the years of the ledger, newest first.
func (s *Service) Years(ctx context.Context) ([]int, error) { return s.Reader.Years(ctx) }

// Paper gives one paper; CodeNotFound if there is none.
func (s *Service) Paper(ctx context.Context, id string) (ledger.Paper, error) {
	return s.Reader.Paper(ctx, id)
}
