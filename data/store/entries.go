package store

import (
	"context"
	"encoding/json"

	"yidanqing/app"
	"yidanqing/app/inquire"
)

const briefColumns = "n.id, n.year, n.no, n.title, n.issuer, " + dayOf

// OpenMatches gives the demands that are not yet closed and whose advice rests on an entry of the list, the newest notice
// first.
func (s *Store) OpenMatches(ctx context.Context) ([]inquire.OpenMatch, error) {
	return fetch(s, func(db querier) ([]inquire.OpenMatch, error) {
		states, args := openStates()
		q, err := db.QueryContext(ctx, `SELECT `+briefColumns+`, d.no, d.gist, json_extract(d.record, '$.advice.matches[0].list_kind') AS part,
				json_extract(d.record, '$.advice.matches[0].item_name') AS name
			FROM demand d JOIN notice n ON n.id = d.notice WHERE d.state IN (`+states+`) AND n.void = 0 AND name <> ''
			ORDER BY n.place DESC, d.no`, args...)
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.OpenMatch
		for q.Next() {
			var m inquire.OpenMatch
			var day string
			b := &m.Notice
			if err := q.Scan(&b.ID, &b.Year, &b.No, &b.Title, &b.Issuer, &day, &m.No, &m.Gist, &m.Part, &m.Name); err != nil {
				return nil, err
			}
			if err := b.Day.UnmarshalText([]byte(day)); err != nil {
				return nil, err
			}
			out = append(out, m)
		}
		return out, q.Err()
	})
}

// citedEntry is the name of the entry that a demand rests on, as its index has it; citedPart is the part of that entry.
const (
	citedEntry = "coalesce(json_extract(record, '$.decision.entry.item_name'), json_extract(record, '$.advice.matches[0].item_name'))"
	citedPart  = "coalesce(json_extract(record, '$.decision.entry.list_kind'), json_extract(record, '$.advice.matches[0].list_kind'))"
)

// Citing gives a part of the live notices with a demand that rests on an entry, newest first. What the check found near and
// put off the list, or could not tell from another, rests on none until the clerk names one.
func (s *Store) Citing(ctx context.Context, part app.Part, name string, after inquire.Cursor, limit int) (inquire.CitingPage, error) {
	return fetch(s, func(db querier) (inquire.CitingPage, error) {
		var page inquire.CitingPage
		resting := `SELECT notice, min(no) AS no, verdict, result FROM demand WHERE counted = 1 AND ` + citedEntry + ` = ? AND ` + citedPart + ` = ?
			AND (json_type(record, '$.decision.entry') IS NOT NULL OR json_extract(record, '$.advice.list_kind') NOT IN (?, ?)) GROUP BY notice`
		args := []any{name, part, app.PartNone, app.PartOpen}
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM ("+resting+")", args...).Scan(&page.Total); err != nil {
			return page, err
		}
		query := "SELECT " + briefColumns + ", d.verdict, d.result FROM (" + resting + ") d JOIN notice n ON n.id = d.notice"
		if after != (inquire.Cursor{}) {
			query += " WHERE n.place < coalesce((SELECT place FROM notice WHERE id = ?), ?)"
			args = append(args, after.ID, placeOf(after.Year, after.No))
		}
		q, err := db.QueryContext(ctx, query+" ORDER BY +n.place DESC LIMIT ?", append(args, limit+1)...)
		if err != nil {
			return page, err
		}
		defer q.Close()
		for q.Next() {
			var c inquire.Citing
			var day string
			b := &c.Notice
			if err := q.Scan(&b.ID, &b.Year, &b.No, &b.Title, &b.Issuer, &day, &c.Verdict, &c.Result); err != nil {
				return page, err
			}
			if err := b.Day.UnmarshalText([]byte(day)); err != nil {
				return page, err
			}
			page.Rows = append(page.Rows, c)
		}
		if len(page.Rows) > limit {
			page.Rows = page.Rows[:limit]
			last := page.Rows[limit-1].Notice
			page.Next = inquire.Cursor{Year: last.Year, No: last.No, ID: last.ID}
		}
		return page, q.Err()
	})
}

// Doubted gives the live demands entered since a day whose check could not tell entries apart, the newest first.
func (s *Store) Doubted(ctx context.Context, since app.Date) ([]inquire.Doubted, error) {
	return fetch(s, func(db querier) ([]inquire.Doubted, error) {
		q, err := db.QueryContext(ctx, `SELECT `+briefColumns+`, json_extract(d.record, '$.advice.doubt.rivals') AS rivals
			FROM demand d JOIN notice n ON n.id = d.notice WHERE d.counted = 1 AND d.entered >= ? AND rivals IS NOT NULL
			ORDER BY n.place DESC, d.no`, since.String())
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.Doubted
		for q.Next() {
			var d inquire.Doubted
			var day, rivals string
			b := &d.Notice
			if err := q.Scan(&b.ID, &b.Year, &b.No, &b.Title, &b.Issuer, &day, &rivals); err != nil {
				return nil, err
			}
			if err := b.Day.UnmarshalText([]byte(day)); err != nil {
				return nil, err
			}
			if err := json.Unmarshal([]byte(rivals), &d.Rivals); err != nil {
				return nil, err
			}
			out = append(out, d)
		}
		return out, q.Err()
	})
}
