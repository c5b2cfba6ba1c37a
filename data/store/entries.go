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
