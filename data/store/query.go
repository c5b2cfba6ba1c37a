package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// querier is a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// readRecord decodes one record; the query must give one column. A row that is not there is CodeNotFound.
func readRecord[T any](ctx context.Context, db querier, what, query string, args ...any) (T, error) {
	var record T
	var raw string
	switch err := db.QueryRowContext(ctx, query, args...).Scan(&raw); {
	case errors.Is(err, sql.ErrNoRows):
		return record, app.Errorf(app.CodeNotFound, "没有找到这%s。", what)
	case err != nil:
		return record, fmt.Errorf("read %s: %w", what, err)
	}
	return record, decode(raw, &record)
}

func decode(raw string, v any) error {
	if err := json.Unmarshal([]byte(raw), v); err != nil {
		return app.WrapError(app.CodeDamaged, err, "有一条记录读不出来，未作改动。请到设置中“校验全部记录”。")
	}
	return nil
}

// readRecords decodes all rows; the query must give one column.
func readRecords[T any](ctx context.Context, db querier, query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		var raw string
		var record T
		if err := rows.Scan(&raw); err != nil {
			return nil, err
		}
		if err := decode(raw, &record); err != nil {
			return nil, err
		}
		out = append(out, record)
	}
	return out, rows.Err()
}

func readSettings(ctx context.Context, db querier) (ledger.Settings, error) {
	s, err := readRecord[ledger.Settings](ctx, db, "份设置", "SELECT record FROM office")
	if app.ErrorCode(err) == app.CodeNotFound {
		return ledger.Settings{}, nil
	}
	return s, err
}

func readNotice(ctx context.Context, db querier, id string) (ledger.Notice, error) {
	n, err := readRecord[ledger.Notice](ctx, db, "件来件", "SELECT record FROM notice_record WHERE id = ?", id)
	if err != nil {
		return ledger.Notice{}, err
	}
	n.Demands, err = readRecords[ledger.Demand](ctx, db, "SELECT record FROM demand WHERE notice = ? ORDER BY no, id", id)
	return n, err
}

func readDemand(ctx context.Context, db querier, id string) (ledger.Demand, error) {
	return readRecord[ledger.Demand](ctx, db, "个事项", "SELECT record FROM demand WHERE id = ?", id)
}

func readPaper(ctx context.Context, db querier, id string) (ledger.Paper, error) {
	return readRecord[ledger.Paper](ctx, db, "份文书", "SELECT record FROM paper WHERE id = ?", id)
}

// twinByNumber finds a notice of the same number. That the number is not empty is said again because SQLite uses the index of
// the numbers, which leaves the empty ones out, only where it reads so: else it goes through the whole ledger.
const twinByNumber = `SELECT id FROM notice WHERE doc_no = ?1 AND doc_no <> '' AND (title = ?2 AND ?2 <> '' OR ?3) AND void = 0 AND erased = 0
	ORDER BY title = ?2 DESC, entered_at DESC, id LIMIT 1`

// readTwin prefers the same words to the same title and number, and the older notice to the younger.
func readTwin(ctx context.Context, db querier, digest, title, docNo string) (ledger.Notice, error) {
	var id string
	err := db.QueryRowContext(ctx, `SELECT id FROM notice WHERE digest = ? AND void = 0 AND erased = 0
		ORDER BY entered_at, id LIMIT 1`, digest).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) && docNo != "" {
		err = db.QueryRowContext(ctx, twinByNumber, docNo, title, ledger.OwnNumber(docNo)).Scan(&id)
	}
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return ledger.Notice{}, app.Errorf(app.CodeNotFound, "没有相同的来件。")
	case err != nil:
		return ledger.Notice{}, err
	}
	return readNotice(ctx, db, id)
}

// readNextSerial looks at the papers issued, void ones too, and at what restored data had given.
func readNextSerial(ctx context.Context, db querier, prefix string, kind ledger.PaperKind, year int) (int, error) {
	var n int
	err := db.QueryRowContext(ctx, `SELECT 1 + max(
			(SELECT coalesce(max(serial), 0) FROM paper WHERE prefix = ?1 AND kind = ?2 AND year = ?3),
			(SELECT coalesce(max(serial), 0) FROM used_number WHERE prefix = ?1 AND kind = ?2 AND year = ?3))`,
		prefix, kind, year).Scan(&n)
	return n, err
}

func readNextNo(ctx context.Context, db querier, year int) (int, error) {
	var n int
	err := db.QueryRowContext(ctx, `SELECT 1 + max(
			(SELECT coalesce(max(no), 0) FROM notice WHERE year = ?1),
			(SELECT coalesce(max(serial), 0) FROM used_number WHERE kind = ?2 AND year = ?1))`,
		year, ledger.NoticeNumber).Scan(&n)
	return n, err
}

// readUsed are the highest numbers given so far, of every series.
func readUsed(ctx context.Context, db querier) ([]ledger.UsedNumber, error) {
	rows, err := db.QueryContext(ctx, `SELECT prefix, kind, year, max(serial) FROM (
			SELECT prefix, kind, year, serial FROM paper WHERE serial > 0
			UNION ALL SELECT '', ?, year, no FROM notice
			UNION ALL SELECT prefix, kind, year, serial FROM used_number)
		GROUP BY prefix, kind, year ORDER BY prefix, kind, year`, ledger.NoticeNumber)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []ledger.UsedNumber
	for rows.Next() {
		var u ledger.UsedNumber
		if err := rows.Scan(&u.Prefix, &u.Kind, &u.Year, &u.Serial); err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	return out, rows.Err()
}

// readListOn chooses the version for a day: the office's own before the sample, one in force before one that is not yet
// or no longer, then the one that came into force last, then the one imported last. A version not in force is better
// than none: the check says so and holds its advice back.
func readListOn(ctx context.Context, db querier, d app.Date) (*ledger.List, error) {
	const query = `SELECT record FROM list WHERE withdrawn = 0
		ORDER BY sample,
			CASE WHEN (valid_from = '' OR valid_from <= ?1) AND (valid_to = '' OR valid_to >= ?1) THEN 0
			     WHEN valid_from > ?1 THEN 1 ELSE 2 END,
			CASE WHEN valid_from > ?1 THEN valid_from END,
			valid_from DESC, imported_at DESC, id LIMIT 1`
	day := d.String()
	if d.IsZero() {
		day = "9999-12-31"
	}
	l, err := readRecord[ledger.List](ctx, db, "版清单", query, day)
	switch {
	case app.ErrorCode(err) == app.CodeNotFound:
		return nil, nil
	case err != nil:
		return nil, err
	}
	return &l, nil
}

const entryColumns = `e.origin, e.seq, e.prev, e.subject_kind, e.subject_id, e.type, e.version, e.time, e.actor, e.digest, p.body`

// readHistory gives the events of one subject in the order in which they were written.
func readHistory(ctx context.Context, db querier, s ledger.Subject) ([]ledger.Entry, error) {
	return readEntries(ctx, db, `SELECT `+entryColumns+` FROM event e LEFT JOIN payload p ON p.pos = e.pos
		WHERE e.subject_kind = ? AND e.subject_id = ? ORDER BY e.pos`, s.Kind, s.ID)
}

func readEntries(ctx context.Context, db querier, query string, args ...any) ([]ledger.Entry, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read events: %w", err)
	}
	defer rows.Close()
	var out []ledger.Entry
	for rows.Next() {
		e, err := scanEntry(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, rows.Err()
}

func scanEntry(rows *sql.Rows) (ledger.Entry, error) {
	var e ledger.Entry
	var at string
	var body sql.NullString
	v := &e.Event
	err := rows.Scan(&v.Origin, &v.Seq, &v.Prev, &v.Subject.Kind, &v.Subject.ID, &v.Type, &v.Version, &at, &v.Actor, &v.Digest, &body)
	if err != nil {
		return e, err
	}
	if v.Time, err = time.Parse(ledger.TimeFormat, at); err != nil {
		return e, app.WrapError(app.CodeDamaged, err, "第 %d 条记录的时间读不出来，未作改动。请到设置中“校验全部记录”。", v.Seq)
	}
	if body.Valid {
		e.Payload = []byte(body.String)
	}
	return e, nil
}
