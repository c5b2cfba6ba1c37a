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
	match string // asks the index; empty: it is not asked
	parts []string
	args  []any
}

func (w *where) and(condition string, args ...any) {
	w.parts = append(w.parts, condition)
	w.args = append(w.args, args...)
}

func (w *where) empty() bool { return w.match == "" && len(w.parts) == 0 }

func (w *where) sql() string {
	if len(w.parts) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.parts, " AND ")
}

// place is the column by which the notices are read in order.
func (w *where) place() string {
	if w.match != "" {
		return "notice_index.rowid"
	}
	return "n.place"
}

// from gives the notices that fit, as SQL and its arguments. What the index finds comes in the order of the ledger
// without a sort, so that a page ends the search.
func (w *where) from() (string, []any) {
	if w.match == "" {
		return " FROM notice n" + w.sql(), w.args
	}
	all := where{parts: append([]string{"notice_index MATCH ?"}, w.parts...), args: append([]any{w.match}, w.args...)}
	return " FROM notice_index CROSS JOIN notice n ON n.place = notice_index.rowid" + all.sql(), all.args
}

// condition turns a filter into SQL; its states are left out where counts by state are wanted. Where few demands or notices
// can fit, they are read through (few), and the words in their texts; else the index finds the words.
func condition(f inquire.Filter, today app.Date, byState bool, few *narrow) where {
	var w where
	if few == nil {
		w.match = matchWords(f.Words)
	} else {
		w.and("n.id IN ("+few.in+")", few.args...)
	}
	if f.Year != 0 {
		w.and(w.place()+" BETWEEN ? AND ?", placeOf(f.Year, 0), placeOf(f.Year+1, 0)-1)
		if f.Month != 0 {
			month := fmt.Sprintf("%04d-%02d", f.Year, f.Month)
			w.and("n.entered BETWEEN ? AND ?", month+"-01", month+"-31")
		}
	}
	if f.Issuer != "" {
		w.and("n.issuer = ?", f.Issuer)
	}
	// The plus keeps SQLite from gathering all of a common kind or verdict and sorting them for one page.
	if f.Kind != "" {
		w.and("(+n.kind = ? OR EXISTS (SELECT 1 FROM demand d WHERE d.notice = n.id AND d.kind = ?))", f.Kind, f.Kind)
	}
	switch f.Verdict {
	case "":
	case app.VerdictMixed:
		w.and("+n.verdict = ?", f.Verdict)
	default: // where the live demands share a verdict, it is the notice's
		w.and("(+n.verdict = ? OR +n.verdict = ? AND EXISTS (SELECT 1 FROM demand d WHERE d.notice = n.id AND d.verdict = ? AND d.state <> ?))",
			f.Verdict, app.VerdictMixed, f.Verdict, ledger.StateVoid)
	}
	if in, args := stateCondition(f, today); in != "" && byState {
		w.and("EXISTS (SELECT 1 FROM demand d WHERE d.notice = n.id AND ("+in+"))", args...)
	}
	if f.Figure != nil {
		figureCondition(&w, *f.Figure, today)
	}
	if few != nil {
		for _, word := range strings.Fields(f.Words) {
			wordCondition(&w, word)
		}
	}
	return w
}

// overdueSQL tells late replies among the awaited ones; its one argument is today.
const overdueSQL = "d.reply_due <> '' AND d.reply_due < ?"

// stateCondition narrows demands d to the states of a filter; empty where it names none.
func stateCondition(f inquire.Filter, today app.Date) (in string, args []any) {
	var alternatives []string
	if f.Overdue {
		alternatives = append(alternatives, "d.state = ? AND "+overdueSQL)
		args = append(args, ledger.StateAwaiting, today.String())
	}
	for _, s := range f.States {
		if s == ledger.StateAwaiting { // 待答复 and 逾期未复 are listed apart
			alternatives = append(alternatives, "d.state = ? AND NOT ("+overdueSQL+")")
			args = append(args, s, today.String())
			continue
		}
		alternatives = append(alternatives, "d.state = ?")
		args = append(args, s)
	}
	return strings.Join(alternatives, " OR "), args
}

// narrow names notices that a filter cannot go beyond.
type narrow struct {
	in   string // a query for their IDs
	args []any
}

// few is how many are read through faster than the ledger from its newest notice.
const few = 2000

// fewNotices finds a part of a filter that only few notices can fit; nil where there is none.
func fewNotices(ctx context.Context, db querier, f inquire.Filter, today app.Date) (*narrow, error) {
	var parts []narrow
	if in, args := stateCondition(f, today); in != "" {
		parts = append(parts, narrow{"SELECT d.notice FROM demand d WHERE " + in, args})
	}
	if f.Verdict != "" {
		parts = append(parts, narrow{"SELECT id FROM notice WHERE verdict = ? UNION ALL SELECT notice FROM demand WHERE verdict = ?",
			[]any{f.Verdict, f.Verdict}})
	}
	if f.Kind != "" {
		parts = append(parts, narrow{"SELECT id FROM notice WHERE kind = ? UNION ALL SELECT notice FROM demand WHERE kind = ?",
			[]any{f.Kind, f.Kind}})
	}
	for _, p := range parts {
		var n int
		err := db.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM ("+p.in+") LIMIT ?)", append(p.args, few+1)...).Scan(&n)
		if err != nil {
			return nil, err
		}
		if n <= few {
			return &p, nil
		}
	}
	return nil, nil
}

// wordCondition reads the folded words of a notice for one; a number is looked for among the ledger numbers too. It is
// what the index is to find as well.
func wordCondition(w *where, word string) {
	const inText = "EXISTS (SELECT 1 FROM notice_words w WHERE w.id = n.id AND instr(w.words, ?) > 0)"
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
		var page inquire.Page
		few, err := fewNotices(ctx, db, f, today)
		if err != nil {
			return page, err
		}
		w := condition(f, today, true, few)
		if after != (inquire.Cursor{}) {
			w.and(w.place()+" < coalesce((SELECT place FROM notice WHERE id = ?), ?)", after.ID, placeOf(after.Year, after.No))
		}
		order := " ORDER BY " + w.place()
		if few != nil {
			order = " ORDER BY +n.place" // sorts the few, and does not go through all of them in order
		}
		from, args := w.from()
		if page.Rows, err = readRows(ctx, db, "SELECT "+rowColumns+from+order+" DESC LIMIT ?", append(args, limit+1)); err != nil {
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

func readRows(ctx context.Context, db querier, query string, args []any) ([]inquire.Row, error) {
	q, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer q.Close()
	var out []inquire.Row
	for q.Next() {
		var r inquire.Row
		var entered, received string
		err := q.Scan(&r.ID, &r.Year, &r.No, &entered, &received, &r.Received.Time, &r.Received.Source, &r.Title, &r.Issuer,
			&r.DocNo, &r.Kind, &r.Verdict, &r.Void)
		if err != nil {
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
