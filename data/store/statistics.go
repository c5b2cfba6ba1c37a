package store

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// FirstEntry is the first day on record; zero where the ledger is empty.
func (s *Store) FirstEntry(ctx context.Context) (app.Date, error) {
	return fetch(s, func(db querier) (d app.Date, err error) {
		var day string
		if err := db.QueryRowContext(ctx, "SELECT coalesce(min(entered), '') FROM notice").Scan(&day); err != nil {
			return d, err
		}
		return d, d.UnmarshalText([]byte(day))
	})
}

// Documents counts the live notices with a document number.
func (s *Store) Documents(ctx context.Context, p inquire.Period) (int, error) {
	return fetch(s, func(db querier) (n int, err error) {
		err = db.QueryRowContext(ctx, "SELECT count(*) FROM notice WHERE void = 0 AND doc_no <> '' AND entered BETWEEN ? AND ?",
			p.From.String(), p.To.String()).Scan(&n)
		return n, err
	})
}

// Entered counts the live notices of a period.
func (s *Store) Entered(ctx context.Context, p inquire.Period) (int, error) {
	return fetch(s, func(db querier) (n int, err error) {
		err = db.QueryRowContext(ctx, "SELECT count(*) FROM notice WHERE void = 0 AND entered BETWEEN ? AND ?", p.From.String(), p.To.String()).Scan(&n)
		return n, err
	})
}

// Arrivals counts the live notices, and those of them that ask for something.
func (s *Store) Arrivals(ctx context.Context, p inquire.Period) (notices, asking int, err error) {
	err = s.read(func(db querier) error {
		return db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM notice WHERE void = 0 AND entered BETWEEN ?1 AND ?2),
			(SELECT count(DISTINCT notice) FROM demand WHERE counted = 1 AND entered BETWEEN ?1 AND ?2)`,
			p.From.String(), p.To.String()).Scan(&notices, &asking)
	})
	return notices, asking, err
}

// ByKind counts demands by kind.
func (s *Store) ByKind(ctx context.Context, p inquire.Period) (map[app.Kind]int, error) {
	return fetch(s, func(db querier) (map[app.Kind]int, error) {
		q, err := db.QueryContext(ctx, "SELECT kind, count(*) FROM demand WHERE counted = 1 AND entered BETWEEN ? AND ? GROUP BY kind",
			p.From.String(), p.To.String())
		if err != nil {
			return nil, err
		}
		defer q.Close()
		out := make(map[app.Kind]int)
		for q.Next() {
			var kind app.Kind
			var n int
			if err := q.Scan(&kind, &n); err != nil {
				return nil, err
			}
			out[kind] = n
		}
		return out, q.Err()
	})
}

// months are the first and the last month of a period, as the column has them.
func months(p inquire.Period) (from, to string) { return p.From.String()[:7], p.To.String()[:7] }

// ByMonth counts demands by month, kind and verdict.
func (s *Store) ByMonth(ctx context.Context, p inquire.Period) ([]inquire.MonthCount, error) {
	return fetch(s, func(db querier) ([]inquire.MonthCount, error) {
		from, to := months(p)
		q, err := db.QueryContext(ctx, `SELECT month, kind, verdict, decided, count(*) FROM demand
			WHERE counted = 1 AND month BETWEEN ? AND ? GROUP BY month, kind, verdict, decided`, from, to)
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.MonthCount
		for q.Next() {
			var c inquire.MonthCount
			if err := q.Scan(&c.Month, &c.Kind, &c.Verdict, &c.Decided, &c.N); err != nil {
				return nil, err
			}
			out = append(out, c)
		}
		return out, q.Err()
	})
}

// Answers counts the demands to be handed back by what was done.
func (s *Store) Answers(ctx context.Context, p inquire.Period, today app.Date) ([]inquire.AnswerCount, error) {
	return fetch(s, func(db querier) ([]inquire.AnswerCount, error) {
		from, to := months(p)
		// The plus keeps SQLite from gathering all demands of the verdicts, of all years.
		q, err := db.QueryContext(ctx, `SELECT d.route, d.result, d.state, d.state = ? AND `+overdueSQL+` AS late, count(*) FROM demand d
			WHERE d.counted = 1 AND d.month BETWEEN ? AND ? AND +d.verdict IN (?, ?) GROUP BY d.route, d.result, d.state, late`,
			ledger.StateAwaiting, today.String(), from, to, app.VerdictRefuse, app.VerdictEscalate)
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.AnswerCount
		for q.Next() {
			var c inquire.AnswerCount
			if err := q.Scan(&c.Route, &c.Result, &c.State, &c.Late, &c.N); err != nil {
				return nil, err
			}
			out = append(out, c)
		}
		return out, q.Err()
	})
}

// Problems gives the findings of the demands of a period, one row a demand and code, in the order of the ledger. Those
// that only tell the clerk something are left out, as on every paper.
func (s *Store) Problems(ctx context.Context, p inquire.Period) ([]inquire.Problem, error) {
	return fetch(s, func(db querier) ([]inquire.Problem, error) {
		q, err := db.QueryContext(ctx, `SELECT DISTINCT d.id, json_extract(f.value, '$.code') AS code,
				json_extract(f.value, '$.title'), n.issuer, n.id, n.year, n.no
			FROM demand d JOIN notice n ON n.id = d.notice, json_each(d.record, '$.advice.findings') f
			WHERE d.counted = 1 AND d.entered BETWEEN ? AND ? AND json_extract(f.value, '$.role') <> ?
			ORDER BY n.year, n.no, n.id, code, d.id`, p.From.String(), p.To.String(), app.RoleNote)
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.Problem
		for q.Next() {
			var demand string
			var x inquire.Problem
			if err := q.Scan(&demand, &x.Code, &x.Title, &x.Issuer, &x.Notice, &x.Year, &x.No); err != nil {
				return nil, err
			}
			out = append(out, x)
		}
		return out, q.Err()
	})
}

// figureCondition narrows notices to those behind a figure.
func figureCondition(w *where, f inquire.Figure, today app.Date) {
	w.and("n.void = 0")
	among(w, "n.issuer", f.Issuers)
	if f.Alert != "" {
		w.and("EXISTS (SELECT 1 FROM alert a WHERE a.notice = n.id AND a.code = ?)", f.Alert)
	}
	if f.Arrivals || f.Alert != "" {
		w.and("n.entered BETWEEN ? AND ?", f.Period.From.String(), f.Period.To.String())
		return
	}
	if f.Numbered {
		w.and("n.doc_no <> '' AND n.entered BETWEEN ? AND ?", f.Period.From.String(), f.Period.To.String())
		return
	}
	var d where
	d.and("d.counted = 1")
	if !f.Period.From.IsZero() {
		d.and("d.entered BETWEEN ? AND ?", f.Period.From.String(), f.Period.To.String())
	}
	if f.Handed {
		d.and("d.verdict IN (?, ?)", app.VerdictRefuse, app.VerdictEscalate)
	}
	if f.Code != "" {
		d.and("EXISTS (SELECT 1 FROM demand_finding x WHERE x.demand = d.id AND x.code = ?)", f.Code)
	}
	among(&d, "d.kind", f.Kinds)
	among(&d, "d.verdict", f.Verdicts)
	among(&d, "d.route", f.Routes)
	among(&d, "d.result", f.Results)
	among(&d, "d.state", f.States)
	if len(f.States) > 0 {
		late := "(d.state = ? AND " + overdueSQL + ")"
		if !f.Late {
			late = "NOT " + late
		}
		d.and(late, ledger.StateAwaiting, today.String())
	}
	w.and(fmt.Sprintf("n.id IN (SELECT d.notice FROM demand d%s)", d.sql()), d.args...)
}

// among asks that a column is one of the values; none: it may be any.
func among[T ~string](w *where, column string, values []T) {
	if len(values) == 0 {
		return
	}
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = v
	}
	w.and(column+" IN (?"+strings.Repeat(", ?", len(values)-1)+")", args...)
}
