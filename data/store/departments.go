package store

import (
	"context"
	"database/sql"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// readEach asks a question and gives each row to one.
func readEach(ctx context.Context, db querier, one func(rows *sql.Rows) error, query string, args ...any) error {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := one(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// ArrivalsByIssuer counts the live notices by who sent them, and those that their check found to be asked before.
func (s *Store) ArrivalsByIssuer(ctx context.Context, p inquire.Period) ([]inquire.IssuerArrivals, error) {
	return fetch(s, func(db querier) (out []inquire.IssuerArrivals, err error) {
		err = readEach(ctx, db, func(rows *sql.Rows) error {
			var a inquire.IssuerArrivals
			var last string
			if err := rows.Scan(&a.Issuer, &a.Notices, &a.Repeated, &a.ManyHeaded, &last); err != nil {
				return err
			}
			out = append(out, a)
			return out[len(out)-1].Last.UnmarshalText([]byte(last))
		}, `SELECT n.issuer, count(*), coalesce(sum(EXISTS (SELECT 1 FROM alert a WHERE a.notice = n.id AND a.code = ?)), 0),
				coalesce(sum(EXISTS (SELECT 1 FROM alert a WHERE a.notice = n.id AND a.code = ?)), 0), max(n.entered)
			FROM notice n WHERE n.void = 0 AND n.entered BETWEEN ? AND ? GROUP BY n.issuer ORDER BY n.issuer`,
			alert.Repeated, alert.MultiHeaded, p.From.String(), p.To.String())
		return out, err
	})
}

// DemandsByIssuer counts demands by who sent their notice, and by what was decided and came of it.
func (s *Store) DemandsByIssuer(ctx context.Context, p inquire.Period) ([]inquire.IssuerDemands, error) {
	return fetch(s, func(db querier) (out []inquire.IssuerDemands, err error) {
		err = readEach(ctx, db, func(rows *sql.Rows) error {
			var d inquire.IssuerDemands
			if err := rows.Scan(&d.Issuer, &d.Verdict, &d.Decided, &d.Route, &d.Result, &d.N, &d.Short); err != nil {
				return err
			}
			out = append(out, d)
			return nil
		}, `SELECT n.issuer, d.verdict, d.decided, d.route, d.result, count(*),
				sum(EXISTS (SELECT 1 FROM demand_finding f WHERE f.demand = d.id AND f.code = ?))
			FROM demand d JOIN notice n ON n.id = d.notice WHERE d.counted = 1 AND d.entered BETWEEN ? AND ?
			GROUP BY n.issuer, d.verdict, d.decided, d.route, d.result`, inquire.ShortCode, p.From.String(), p.To.String())
		return out, err
	})
}

// TermsByIssuer counts the demands whose day received and whose deadline are known, by both days.
func (s *Store) TermsByIssuer(ctx context.Context, p inquire.Period) ([]inquire.IssuerTerm, error) {
	return fetch(s, func(db querier) (out []inquire.IssuerTerm, err error) {
		err = readEach(ctx, db, func(rows *sql.Rows) error {
			var t inquire.IssuerTerm
			var received, deadline string
			if err := rows.Scan(&t.Issuer, &received, &deadline, &t.N); err != nil {
				return err
			}
			if err := t.Received.UnmarshalText([]byte(received)); err != nil {
				return err
			}
			if err := t.Deadline.UnmarshalText([]byte(deadline)); err != nil {
				return err
			}
			out = append(out, t)
			return nil
		}, `SELECT n.issuer, n.received, d.deadline, count(*) FROM demand d JOIN notice n ON n.id = d.notice
			WHERE d.counted = 1 AND d.entered BETWEEN ? AND ? AND n.received <> '' AND d.deadline <> ''
			GROUP BY n.issuer, n.received, d.deadline`, p.From.String(), p.To.String())
		return out, err
	})
}

// RepliesByIssuer counts the replies that have come or are late, by who sent the notice and to whom the paper went. One that
// did not come counts where it is still awaited, and where the office raised the matter after the term had passed.
func (s *Store) RepliesByIssuer(ctx context.Context, p inquire.Period, today app.Date) ([]inquire.IssuerReplies, error) {
	return fetch(s, func(db querier) (out []inquire.IssuerReplies, err error) {
		err = readEach(ctx, db, func(rows *sql.Rows) error {
			var r inquire.IssuerReplies
			if err := rows.Scan(&r.Issuer, &r.Addressee, &r.Due, &r.InTime); err != nil {
				return err
			}
			out = append(out, r)
			return nil
		}, `SELECT n.issuer, coalesce(json_extract(p.record, '$.addressee'), '') AS addressee, count(*), sum(r.replied <> '' AND r.replied <= r.due)
			FROM demand d JOIN notice n ON n.id = d.notice JOIN demand_reply r ON r.demand = d.id JOIN paper p ON p.id = r.paper
			WHERE d.counted = 1 AND d.entered BETWEEN ?1 AND ?2 AND p.void = 0 AND r.due <> '' AND (r.replied <> '' OR r.due < ?3 AND (
				d.state = ?4 AND d.paper = r.paper
				OR EXISTS (SELECT 1 FROM paper_notice x JOIN paper l ON l.id = x.paper JOIN json_each(l.record, '$.answers') a
					WHERE x.notice = d.notice AND l.id <> p.id AND l.void = 0 AND a.value = d.id AND l.date > r.due)))
			GROUP BY n.issuer, addressee`, p.From.String(), p.To.String(), today.String(), ledger.StateAwaiting)
		return out, err
	})
}
