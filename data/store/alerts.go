package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// dayOf is the day a notice came in, as the index notice_day has it.
const dayOf = "CASE n.received WHEN '' THEN n.entered ELSE n.received END"

// mostEarlier bounds the demands that a new one is compared with; the newest count.
const mostEarlier = 1000

// Earlier gives the demands of live notices that came in from one day to another, and those still to be done whose
// deadline lies from dueFrom to dueTo and that came in no later than until, the newest first.
func (s *Store) Earlier(ctx context.Context, from, until, dueFrom, dueTo app.Date) ([]alert.Demand, error) {
	return fetch(s, func(db querier) ([]alert.Demand, error) {
		const columns = `SELECT n.id, n.year, n.no, n.issuer, n.title, ` + dayOf + `, d.id, d.record FROM `
		lately, err := readEarlier(ctx, db, columns+`notice n JOIN demand d ON d.notice = n.id
			WHERE `+dayOf+` BETWEEN ? AND ? AND n.void = 0 ORDER BY `+dayOf+` DESC, n.id LIMIT ?`, from.String(), until.String(), mostEarlier)
		if err != nil || dueFrom.IsZero() {
			return lately.list, err
		}
		states, args := workStates()
		args = append([]any{dueFrom.String(), dueTo.String()}, append(args, until.String(), mostEarlier)...)
		due, err := readEarlier(ctx, db, columns+`demand d JOIN notice n ON n.id = d.notice
			WHERE d.deadline BETWEEN ? AND ? AND d.state IN (`+states+`) AND `+dayOf+` <= ? AND n.void = 0 ORDER BY d.deadline, n.id LIMIT ?`, args...)
		if err != nil {
			return nil, err
		}
		for i, d := range due.list {
			if !lately.known[due.ids[i]] {
				lately.list = append(lately.list, d)
			}
		}
		return lately.list, nil
	})
}

// earlier is what readEarlier gives: demands, their IDs, and the set of those.
type earlier struct {
	list  []alert.Demand
	ids   []string
	known map[string]bool
}

func readEarlier(ctx context.Context, db querier, query string, args ...any) (earlier, error) {
	out := earlier{known: make(map[string]bool)}
	q, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return out, fmt.Errorf("earlier demands: %w", err)
	}
	defer q.Close()
	for q.Next() {
		var id, issuer, title, day, demand, raw string
		var year, no int
		if err := q.Scan(&id, &year, &no, &issuer, &title, &day, &demand, &raw); err != nil {
			return out, err
		}
		var d ledger.Demand
		if err := decode(raw, &d); err != nil {
			return out, err
		}
		if d.Advice.Verdict == app.VerdictInfo || d.State == ledger.StateVoid || d.Advice.Text == "" {
			continue
		}
		received, err := app.ParseDate(day)
		if err != nil {
			return out, err
		}
		one := alert.One(id, fmt.Sprintf("%d年第%d号", year, no), "", app.Fields{Issuer: issuer, Title: title}, d.Advice, received)
		one.Open = working(d.State)
		out.list, out.ids, out.known[demand] = append(out.list, one), append(out.ids, demand), true
	}
	return out, q.Err()
}

// working tells whether the office still has to do the demand: what was handed back and waits for an answer is not.
func working(s ledger.State) bool {
	switch s {
	case ledger.StatePending, ledger.StateDoing, ledger.StateCooperating, ledger.StateTalking:
		return true
	}
	return false
}

// workStates are the states in which the office has to do a demand, as SQL and its arguments.
func workStates() (list string, args []any) {
	for _, s := range ledger.States() {
		if working(s) {
			args = append(args, s)
		}
	}
	return "?" + strings.Repeat(", ?", len(args)-1), args
}

// Alerts gives what the checks of the notices that came in since a day found in the ledger, the newest first.
func (s *Store) Alerts(ctx context.Context, since app.Date, limit int) ([]inquire.Alert, error) {
	return fetch(s, func(db querier) ([]inquire.Alert, error) {
		q, err := db.QueryContext(ctx, `SELECT n.id, n.year, n.no, n.title, n.issuer, `+dayOf+`, a.code, a.words, a.related
			FROM notice n JOIN alert a ON a.notice = n.id
			WHERE `+dayOf+` >= ? AND n.void = 0 ORDER BY `+dayOf+` DESC, n.id DESC, a.code LIMIT ?`, since.String(), limit)
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.Alert
		for q.Next() {
			var a inquire.Alert
			var day, related string
			var ids []string
			if err := q.Scan(&a.Notice.ID, &a.Notice.Year, &a.Notice.No, &a.Notice.Title, &a.Notice.Issuer, &day, &a.Code, &a.Words, &related); err != nil {
				return nil, err
			}
			if err := a.Notice.Day.UnmarshalText([]byte(day)); err != nil {
				return nil, err
			}
			if err := json.Unmarshal([]byte(related), &ids); err != nil {
				return nil, err
			}
			if a.Related, err = readBriefs(ctx, db, ids); err != nil {
				return nil, err
			}
			out = append(out, a)
		}
		return out, q.Err()
	})
}

// readBriefs names live notices by their IDs, the oldest first.
func readBriefs(ctx context.Context, db querier, ids []string) ([]inquire.Brief, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	q, err := db.QueryContext(ctx, `SELECT n.id, n.year, n.no, n.title, n.issuer, `+dayOf+` FROM notice n
		WHERE n.id IN (?`+strings.Repeat(", ?", len(ids)-1)+`) AND n.void = 0 ORDER BY `+dayOf+`, n.year, n.no`, args...)
	if err != nil {
		return nil, err
	}
	defer q.Close()
	var out []inquire.Brief
	for q.Next() {
		var b inquire.Brief
		var day string
		if err := q.Scan(&b.ID, &b.Year, &b.No, &b.Title, &b.Issuer, &day); err != nil {
			return nil, err
		}
		if err := b.Day.UnmarshalText([]byte(day)); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, q.Err()
}

// Load counts the demands to be done from one day to another, by who does them; whoever is not named comes last.
func (s *Store) Load(ctx context.Context, from, to app.Date) ([]inquire.PersonLoad, error) {
	return fetch(s, func(db querier) ([]inquire.PersonLoad, error) {
		states, args := workStates()
		q, err := db.QueryContext(ctx, `SELECT assignee, count(*) FROM demand WHERE deadline BETWEEN ? AND ? AND state IN (`+states+`)
			GROUP BY assignee ORDER BY assignee = '', count(*) DESC, assignee`, append([]any{from.String(), to.String()}, args...)...)
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.PersonLoad
		for q.Next() {
			var p inquire.PersonLoad
			if err := q.Scan(&p.Name, &p.Count); err != nil {
				return nil, err
			}
			out = append(out, p)
		}
		return out, q.Err()
	})
}

// Meetings gives the meetings from a day on that are not closed, in the order of their hours.
func (s *Store) Meetings(ctx context.Context, from app.Date, limit int) ([]inquire.Meeting, error) {
	return fetch(s, func(db querier) ([]inquire.Meeting, error) {
		states, args := openStates()
		q, err := db.QueryContext(ctx, `SELECT DISTINCT n.id, n.year, n.no, n.title, n.issuer, json_extract(r.record, '$.check.fields.meeting_time') AS at
			FROM demand d JOIN notice n ON n.id = d.notice JOIN notice_record r ON r.id = n.id
			WHERE d.kind = 'meeting' AND d.state IN (`+states+`) AND n.void = 0 AND at >= ? ORDER BY at, n.id LIMIT ?`,
			append(args, from.String(), limit)...)
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.Meeting
		for q.Next() {
			var m inquire.Meeting
			if err := q.Scan(&m.Notice.ID, &m.Notice.Year, &m.Notice.No, &m.Notice.Title, &m.Notice.Issuer, &m.At); err != nil {
				return nil, err
			}
			out = append(out, m)
		}
		return out, q.Err()
	})
}
