package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// Companions gives the papers of some kinds that are neither void nor delivered, of the notices entered since a day and of
// those with a demand that is not yet closed, the newest first.
func (s *Store) Companions(ctx context.Context, kinds []ledger.PaperKind, since app.Date, limit int) ([]inquire.Companion, error) {
	return fetch(s, func(db querier) ([]inquire.Companion, error) {
		states, open := openStates()
		var wanted []any
		for _, k := range kinds {
			wanted = append(wanted, k)
		}
		rows, err := db.QueryContext(ctx, `SELECT n.id, n.year, n.no, n.title, p.record
			FROM notice n JOIN paper_notice of ON of.notice = n.id JOIN paper p ON p.id = of.paper
			WHERE n.void = 0 AND p.void = 0 AND p.kind IN (?`+strings.Repeat(", ?", max(len(kinds)-1, 0))+`) AND json_extract(p.record, '$.delivery') IS NULL
				AND n.id IN (SELECT id FROM notice WHERE entered >= ? UNION SELECT notice FROM demand WHERE state IN (`+states+`))
			ORDER BY n.year DESC, n.no DESC, p.year, p.serial LIMIT ?`, slices.Concat(wanted, []any{since.String()}, open, []any{limit})...)
		if err != nil {
			return nil, fmt.Errorf("papers beside the demands: %w", err)
		}
		defer rows.Close()
		var out []inquire.Companion
		for rows.Next() {
			var c inquire.Companion
			var record string
			if err := rows.Scan(&c.Notice, &c.Year, &c.No, &c.Title, &record); err != nil {
				return nil, err
			}
			if err := json.Unmarshal([]byte(record), &c.Paper); err != nil {
				return nil, fmt.Errorf("paper of %d-%d: %w", c.Year, c.No, err)
			}
			out = append(out, c)
		}
		return out, rows.Err()
	})
}
