package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// where is a growing condition on notice n.
type where struct {
	parts []string
	args  []any
}

func (w *where) and(condition string, args ...any) {
	w.parts = append(w.parts, condition)
	w.args = append(w.args, args...)
}

func (w *where) sql() string {
	if len(w.parts) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.parts, " AND ")
}

// condition turns a filter into SQL. States and Overdue are left out where counts by state are wanted.
func condition(f inquire.Filter, today app.Date, byState bool) where {
	var w where
	if f.Year != 0 {
		w.and("n.year = ?", f.Year)
		if f.Month != 0 {
			month := fmt.Sprintf("%04d-%02d", f.Year, f.Month)
			w.and("n.entered BETWEEN ? AND ?", month+"-01", month+"-31")
		}
	}
	if f.Issuer != "" {
		w.and("n.issuer = ?", f.Issuer)
	}
	if f.Kind != "" {
		w.and("(n.kind = ? OR EXISTS (SELECT 1 FROM demand d WHERE d.notice = n.id AND d.kind = ?))", f.Kind, f.Kind)
	}
	switch f.Verdict {
	case "":
	case app.VerdictMixed:
		w.and("n.verdict = ?", f.Verdict)
	default:
		w.and("(n.verdict = ? OR EXISTS (SELECT 1 FROM demand d WHERE d.notice = n.id AND d.verdict = ? AND d.state <> ?))",
			f.Verdict, f.Verdict, ledger.StateVoid)
	}
	if byState {
		stateCondition(&w, f, today)
	}
	if f.Figure != nil {
		figureCondition(&w, *f.Figure, today)
	}
	for _, word := range strings.Fields(f.Words) {
		wordCondition(&w, word)
	}
	return w
}

// overdueSQL tells late replies among the awaited ones; its one argument is today.
const overdueSQL = "d.reply_due <> '' AND d.reply_due < ?"

func stateCondition(w *where, f inquire.Filter, today app.Date) {
	if len(f.States) == 0 && !f.Overdue {
		return
	}
	var alternatives []string
	var args []any
	if f.Overdue {
		alternatives = append(alternatives, "(d.state = ? AND "+overdueSQL+")")
		args = append(args, ledger.StateAwaiting, today.String())
	}
	for _, s := range f.States {
		if s == ledger.StateAwaiting { // 待答复 and 逾期未复 are listed apart
			alternatives = append(alternatives, "(d.state = ? AND NOT ("+overdueSQL+"))")
			args = append(args, s, today.String())
			continue
		}
		alternatives = append(alternatives, "d.state = ?")
		args = append(args, s)
	}
	w.and("EXISTS (SELECT 1 FROM demand d WHERE d.notice = n.id AND ("+strings.Join(alternatives, " OR ")+"))", args...)
}

// wordCondition looks for a word in the folded words; a number is looked for among the ledger numbers too.
func wordCondition(w *where, word string) {
	const inText = "n.id IN (SELECT id FROM notice_words WHERE instr(words, ?) > 0)"
	folded := foldWords(word)
	if folded == "" {
		return
	}
	if no, err := strconv.Atoi(folded); err == nil {
		w.and("(n.no = ? OR "+inText+")", no, folded)
		return
	}
	w.and(inText, folded)
}

const rowColumns = `n.id, n.year, n.no, n.entered_at, n.received, n.received_time, n.received_source, n.title, n.issuer,
	n.doc_no, n.kind, n.verdict, n.void`

// Page gives at most limit notices after a cursor, newest first, with their demands.
func (s *Store) Page(ctx context.Context, f inquire.Filter, today app.Date, after inquire.Cursor, limit int) (inquire.Page, error) {
	return fetch(s, func(db querier) (inquire.Page, error) {
		page, err := readPage(ctx, db, condition(f, today, true), after, limit)
		if err != nil {
			return page, err
		}
		if len(page.Rows) > limit {
			page.Rows = page.Rows[:limit]
			last := page.Rows[limit-1]
			page.Next = inquire.Cursor{Year: last.Year, No: last.No, ID: last.ID}
		}
		return page, readDemandRows(ctx, db, page.Rows)
	})
}

const newestFirst = " ORDER BY n.year DESC, n.no DESC, n.id DESC LIMIT ?"

// readPage gives one row more than limit where there are more. Totals come with the first page; a filter is then
// applied once for totals and rows, because a search looks through all texts.
func readPage(ctx context.Context, db querier, w where, after inquire.Cursor, limit int) (inquire.Page, error) {
	var page inquire.Page
	var err error
	switch {
	case after != inquire.Cursor{}:
		w.and("(n.year, n.no, n.id) < (?, ?, ?)", after.Year, after.No, after.ID)
	case len(w.parts) == 0:
		if page.Notices, page.Demands, err = readTotals(ctx, db, w); err != nil {
			return page, err
		}
	default:
		query := "WITH f AS MATERIALIZED (SELECT n.id, n.year, n.no, n.demands FROM notice n" + w.sql() + `)
			SELECT ` + rowColumns + `, (SELECT count(*) FROM f), (SELECT sum(demands) FROM f)
			FROM notice n WHERE n.id IN (SELECT id FROM (SELECT id FROM f ORDER BY year DESC, no DESC, id DESC LIMIT ?))` + newestFirst
		page.Rows, err = readRows(ctx, db, query, append(w.args, limit+1, limit+1), &page.Notices, &page.Demands)
		return page, err
	}
	page.Rows, err = readRows(ctx, db, "SELECT "+rowColumns+" FROM notice n"+w.sql()+newestFirst, append(w.args, limit+1))
	return page, err
}

// readRows reads notices; more are the targets of columns behind the row's own, the same in every row.
func readRows(ctx context.Context, db querier, query string, args []any, more ...any) ([]inquire.Row, error) {
	q, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer q.Close()
	var out []inquire.Row
	for q.Next() {
		var r inquire.Row
		var entered, received string
		targets := append([]any{&r.ID, &r.Year, &r.No, &entered, &received, &r.Received.Time, &r.Received.Source, &r.Title, &r.Issuer,
			&r.DocNo, &r.Kind, &r.Verdict, &r.Void}, more...)
		if err := q.Scan(targets...); err != nil {
			return nil, err
		}
		if r.EnteredAt, err = time.Parse(ledger.TimeFormat, entered); err != nil {
			return nil, err
		}
		if err := r.Received.Date.UnmarshalText([]byte(received)); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, q.Err()
}

// readDemandRows fills in the demands of the rows with one query.
func readDemandRows(ctx context.Context, db querier, rows []inquire.Row) error {
	if len(rows) == 0 {
		return nil
	}
	at := make(map[string]int, len(rows))
	args := make([]any, len(rows))
	for i, r := range rows {
		at[r.ID], args[i] = i, r.ID
	}
	q, err := db.QueryContext(ctx, `SELECT notice, id, no, gist, kind, verdict, state, deadline, hour, reply_due, delivered,
			talk, remind, assignee, paper, number, outcome, changed FROM demand
		WHERE notice IN (?`+strings.Repeat(", ?", len(rows)-1)+") ORDER BY notice, no, id", args...)
	if err != nil {
		return err
	}
	defer q.Close()
	for q.Next() {
		notice, d, err := scanDemandRow(q)
		if err != nil {
			return err
		}
		r := &rows[at[notice]]
		r.Demands = append(r.Demands, d)
	}
	return q.Err()
}

func scanDemandRow(q *sql.Rows) (notice string, d inquire.DemandRow, err error) {
	var deadline, due, sent, remind, changed string
	err = q.Scan(&notice, &d.ID, &d.No, &d.Gist, &d.Kind, &d.Verdict, &d.State, &deadline, &d.Time, &due, &sent,
		&d.Talk, &remind, &d.Assignee, &d.Paper, &d.Number, &d.Outcome, &changed)
	if err != nil {
		return "", d, err
	}
	for _, day := range []struct {
		to   *app.Date
		text string
	}{{&d.Deadline, deadline}, {&d.ReplyDue, due}, {&d.Sent, sent}, {&d.Remind, remind}} {
		if err := day.to.UnmarshalText([]byte(day.text)); err != nil {
			return "", d, err
		}
	}
	d.Changed, err = time.Parse(ledger.TimeFormat, changed)
	return notice, d, err
}
