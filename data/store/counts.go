package store

import (
	"context"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// Total counts what fits the filter.
func (s *Store) Total(ctx context.Context, f inquire.Filter, today app.Date) (inquire.Total, error) {
	return fetch(s, func(db querier) (inquire.Total, error) {
		few, err := fewNotices(ctx, db, f, today)
		if err != nil {
			return inquire.Total{}, err
		}
		return readTotal(ctx, db, condition(f, today, true, few))
	})
}

func readTotal(ctx context.Context, db querier, w where) (t inquire.Total, err error) {
	query, args := "SELECT (SELECT count(*) FROM notice), (SELECT count(*) FROM demand)", []any(nil)
	if !w.empty() {
		query, args = w.from()
		query = "SELECT count(*), coalesce(sum(demands), 0)" + query
	}
	err = db.QueryRowContext(ctx, query, args...).Scan(&t.Notices, &t.Demands)
	return t, err
}

// Counts gives the numbers over what fits the filter, by state of the demands.
func (s *Store) Counts(ctx context.Context, f inquire.Filter, today app.Date) (inquire.Counts, error) {
	return fetch(s, func(db querier) (inquire.Counts, error) {
		w := condition(f, today, false, nil)
		total, err := readTotal(ctx, db, w)
		c := inquire.Counts{Notices: total.Notices, Demands: total.Demands, States: make(map[ledger.State]int)}
		if err != nil {
			return c, err
		}
		// The index on state serves the usual case without a filter.
		query, args := "SELECT d.state, count(*), 0 FROM demand d WHERE d.state <> ?1 GROUP BY d.state UNION ALL "+
			"SELECT d.state, count(*), d.reply_due <> '' AND d.reply_due < ?2 AS late FROM demand d WHERE d.state = ?1 GROUP BY late",
			[]any{ledger.StateAwaiting, today.String()}
		if !w.empty() {
			from, in := w.from()
			query = "SELECT d.state, count(*), d.state = ? AND " + overdueSQL + " AS late FROM (SELECT n.id" + from +
				") f JOIN demand d ON d.notice = f.id GROUP BY d.state, late"
			args = append([]any{ledger.StateAwaiting, today.String()}, in...)
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

// OpenBefore counts the demands entered before a day that are not yet closed.
func (s *Store) OpenBefore(ctx context.Context, day app.Date) (n int, err error) {
	err = s.read(func(db querier) error {
		states, args := openStates()
		return db.QueryRowContext(ctx, `SELECT count(*) FROM demand d JOIN notice n ON n.id = d.notice
			WHERE d.state IN (`+states+`) AND d.entered < ? AND n.void = 0`, append(args, day.String())...).Scan(&n)
	})
	return n, err
}

// manyOpen is from how many open demands on the ledger is gone through from its newest notice until enough are found; fewer are
// gathered and sorted, which takes 8 ms a thousand.
const manyOpen = 8 * few

// Open gives the notices with a demand that is not yet closed, the newest first, with their demands.
func (s *Store) Open(ctx context.Context, limit int) ([]inquire.Row, error) {
	return s.open(ctx, limit, manyOpen)
}

func (s *Store) open(ctx context.Context, limit, many int) ([]inquire.Row, error) {
	return fetch(s, func(db querier) ([]inquire.Row, error) {
		states, args := openStates()
		var n int
		err := db.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM demand WHERE state IN ("+states+") LIMIT ?)", append(args, many)...).Scan(&n)
		if err != nil {
			return nil, err
		}
		condition := "n.id IN (SELECT notice FROM demand WHERE state IN (" + states + "))"
		if n >= many { // the plus keeps SQLite from gathering them by their states
			condition = "EXISTS (SELECT 1 FROM demand d WHERE d.notice = n.id AND +d.state IN (" + states + "))"
		}
		rows, err := readRows(ctx, db, "SELECT "+rowColumns+" FROM notice n WHERE "+condition+" ORDER BY n.place DESC LIMIT ?", append(args, limit))
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
				(SELECT count(*) FROM notice n CROSS JOIN demand d ON d.notice = n.id WHERE n.entered >= ?1 AND d.state = ?3)`,
			day, yesterday, ledger.StatePending).Scan(&t.EnteredToday, &t.EnteredYesterday, &t.Pending, &t.PendingYesterday)
		if err != nil {
			return t, err
		}
		states, args := openStates()
		err = db.QueryRowContext(ctx, `SELECT count(*), coalesce(min(hour), '') FROM (
				SELECT nullif(hour, '') AS hour FROM demand WHERE deadline = ? AND state IN (`+states+`) AND state NOT IN (?, ?)
				UNION ALL SELECT NULL FROM demand WHERE reply_due = ? AND state = ?)`,
			slices.Concat([]any{day}, args, []any{ledger.StateAwaiting, ledger.StateReplied, day, ledger.StateAwaiting})...).Scan(&t.DueToday, &t.DueTime)
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
		q, err := db.QueryContext(ctx, `WITH RECURSIVE y (year) AS (SELECT max(year) FROM notice
			UNION ALL SELECT (SELECT max(year) FROM notice WHERE year < y.year) FROM y WHERE y.year IS NOT NULL)
			SELECT year FROM y WHERE year IS NOT NULL`)
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
