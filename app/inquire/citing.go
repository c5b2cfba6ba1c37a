package inquire

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Citing is a notice with a demand that rests on an entry of the duty list (引用过它的来件): the entry that the clerk named,
// else the first one of the advice. Of several such demands the first one speaks.
type Citing struct {
	Notice  Brief
	Verdict app.Verdict    // decided, else advised
	Result  ledger.Outcome // what came of it; empty where nothing has yet
}

// CitingPage is a part of the notices that cite an entry, newest first.
type CitingPage struct {
	Total int // of all parts
	Rows  []Citing
	Next  Cursor // zero: no more
}

// Citing gives at most limit of the live notices that cite an entry, after a cursor. An entry is the same in all versions of
// the list in which it stands in the same part under the same name.
func (s *Service) Citing(ctx context.Context, entry app.DutyRef, after Cursor, limit int) (CitingPage, error) {
	if limit < 1 || limit > 500 {
		return CitingPage{}, app.Errorf(app.CodeInvalid, "一页要 1 到 500 件。")
	}
	p, err := s.Reader.Citing(ctx, entry.Part, entry.Name, after, limit)
	if err != nil {
		return p, fmt.Errorf("notices of an entry: %w", err)
	}
	return p, nil
}
