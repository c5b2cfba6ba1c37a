package store

import (
	"context"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

func readTotals(ctx context.Context, db querier, w where) (notices, demands int, err error) {
	query := "SELECT (SELECT count(*) FROM notice), (SELECT count(*) FROM demand)"
	if len(w.parts) > 0 {
		query = "SELECT count(*), coalesce(sum(demands), 0) FROM notice n" + w.sql()
	}
	err = db.QueryRowContext(ctx, query, w.args...).Scan(&notices, &demands)
	return notices, demands, err
}

// Counts gives the numbers over what fits the filter, by state of the demands.
func (s *Store) Counts(ctx context.Context, f inquire.Filter, today app.Date) (inquire.Counts, error) {
	return fetch(s, func(db querier) (inquire.Counts, error) {
		w := condition(f, today, false)
		c := inquire.Counts{States: make(map[ledger.State]int)}
		var err error
		if c.Notices, c.Demands, err = readTotals(ctx, db, w); err != nil {
			return c, err
		}
		// The index on state serves the usual case without a filter.
		query, args := "SELECT d.state, count(*), 0 FROM demand d WHERE d.state <> ?1 GROUP BY d.state UNION ALL "+
			"SELECT d.state, count(*), d.reply_due <> '' AND d.reply_due < ?2 AS late FROM demand d WHERE d.state = ?1 GROUP BY late",
			[]any{ledger.StateAwaiting, today.String()}
		if len(w.parts) > 0 {
			query = "SELECT d.state, count(*), d.state = ? AND " + overdueSQL + ` AS late FROM notice n JOIN demand d ON d.notice = n.id` +
				w.sql() + " GROUP BY d.state, late"
			args = append([]any{ledger.StateAwaiting, today.String()}, w.args...)
		}
		q, err := db.QueryContext(ctx, query, args...)
		if err != nil {
			return c, err
		}
		defer q.Close()
		for q.Next() {
			var state ledger.State
			var n int
			var late bool
			if err := q.Scan(&state, &n, &late); err != nil {
				return c, err
			}
			if late {
				c.Overdue += n
			} else {
				c.States[state] += n
			}
		}
		return c, q.Err()
	})
}

// openStates gives the states in which something is still to be done, as SQL and its arguments.
func openStates() (list string, args []any) {
	for _, state := range ledger.States() {
		if state.Open() {
			args = append(args, state)
		}
	}
	return "?" + strings.Repeat(", ?", len(args)-1), args
}

// Open gives the notices with a demand that is not yet closed, the newest first, with their demands.
func (s *Store) Open(ctx context.Context, limit int) ([]inquire.Row, error) {
	return fetch(s, func(db querier) ([]inquire.Row, error) {
		states, args := openStates()
		rows, err := readRows(ctx, db, "SELECT "+rowColumns+
			" FROM notice n WHERE n.id IN (SELECT notice FROM demand WHERE state IN ("+states+"))"+newestFirst, append(args, limit))
		if err != nil {
			return nil, err
		}
		const chunk = 500 // SQLite bounds the number of arguments
		for i := 0; i < len(rows); i += chunk {
			if err := readDemandRows(ctx, db, rows[i:min(i+chunk, len(rows))]); err != nil {
				return nil, err
			}
		}
		return rows, nil
	})
}

// Tiles gives the figures of the start page for a day.
func (s *Store) Tiles(ctx context.Context, today app.Date) (inquire.Tiles, error) {
	return fetch(s, func(db querier) (inquire.Tiles, error) {
		var t inquire.Tiles
		day, yesterday := today.String(), today.AddDays(-1).String()
		err := db.QueryRowContext(ctx, `SELECT
				(SELECT count(*) FROM notice WHERE entered = ?1 AND void = 0),
				(SELECT count(*) FROM notice WHERE entered = ?2 AND void = 0),
				(SELECT count(*) FROM demand WHERE state = ?3),
				(SELECT count(*) FROM demand d JOIN notice n ON n.id = d.notice WHERE d.state = ?3 AND n.entered < ?1)`,
			day, yesterday, ledger.StatePending).Scan(&t.EnteredToday, &t.EnteredYesterday, &t.Pending, &t.PendingYesterday)
		if err != nil {
			return t, err
		}
		states, args := openStates()
		err = db.QueryRowContext(ctx, `SELECT count(*), coalesce(min(CASE WHEN hour <> '' AND state <> ? THEN hour END), '') FROM demand
			WHERE state IN (`+states+`) AND CASE state WHEN ? THEN reply_due WHEN ? THEN '' ELSE deadline END = ?`,
			slices.Concat([]any{ledger.StateAwaiting}, args, []any{ledger.StateAwaiting, ledger.StateReplied, day})...).Scan(&t.DueToday, &t.DueTime)
		return t, err
	})
}

// Issuers gives the bodies that sent notices, the most frequent first.
func (s *Store) Issuers(ctx context.Context) ([]string, error) {
	return fetch(s, func(db querier) ([]string, error) {
		return readStrings(ctx, db, "SELECT issuer FROM notice WHERE issuer <> '' GROUP BY issuer ORDER BY count(*) DESC, issuer")
	})
}

// Years gives the years of the ledger, newest first.
func (s *Store) Years(ctx context.Context) ([]int, error) {
	return fetch(s, func(db querier) ([]int, error) {
		q, err := db.QueryContext(ctx, "SELECT DISTINCT year FROM notice ORDER BY year DESC")
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []int
		for q.Next() {
			var y int
			if err := q.Scan(&y); err != nil {
				return nil, err
			}
			out = append(out, y)
		}
		return out, q.Err()
	})
}
