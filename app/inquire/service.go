package inquire

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

var errUnbuilt = app.Errorf(app.CodeInternal, "此版本尚不能这样做。")

// Page gives at most limit notices after a cursor, newest first.
func (s *Service) Page(ctx context.Context, f Filter, after Cursor, limit int) (Page, error) {
	return Page{}, errUnbuilt
}

// Counts gives the numbers over what fits the filter; its States and Overdue are not applied, so that chips can show
// each.
func (s *Service) Counts(ctx context.Context, f Filter) (Counts, error) {
	return Counts{}, errUnbuilt
}

// Detail gives one notice with its time line; CodeNotFound if there is none.
func (s *Service) Detail(ctx context.Context, notice string) (Detail, error) {
	return Detail{}, errUnbuilt
}

// Tiles gives the figures of the start page.
func (s *Service) Tiles(ctx context.Context) (Tiles, error) { return Tiles{}, errUnbuilt }

// Recent gives the n newest notices.
func (s *Service) Recent(ctx context.Context, n int) ([]Row, error) { return nil, errUnbuilt }

// Tasks gives what is to be done and what is awaited.
func (s *Service) Tasks(ctx context.Context) (Tasks, error) { return Tasks{}, errUnbuilt }

// Issuers gives the bodies that sent notices, the most frequent first, for the filter.
func (s *Service) Issuers(ctx context.Context) ([]string, error) { return nil, errUnbuilt }

// Years gives the years of the ledger, newest first.
func (s *Service) Years(ctx context.Context) ([]int, error) { return nil, errUnbuilt }

// Paper gives one paper; CodeNotFound if there is none.
func (s *Service) Paper(ctx context.Context, id string) (ledger.Paper, error) {
	return ledger.Paper{}, errUnbuilt
}

// Due says in words when a day and hour runs out, seen from today.
func (s *Service) Due(d app.Date, hour string) Due { return Due{} }
