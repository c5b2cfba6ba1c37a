package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// ExecForTest runs SQL on the writing connection, as somebody with a database tool would.
func (s *Store) ExecForTest(query string, args ...any) error {
	_, err := s.writer.ExecContext(context.Background(), query, args...)
	return err
}

// FingerprintsForTest are the digests of all derived rows.
func (s *Store) FingerprintsForTest() (map[string][32]byte, error) {
	return fingerprints(context.Background(), s.writer)
}

// RowsForTest are all derived rows as text, table by table, in the order of their keys.
func (s *Store) RowsForTest() (string, error) {
	var out []byte
	for _, d := range derived {
		rows, err := s.writer.QueryContext(context.Background(), "SELECT * FROM "+d.table+" ORDER BY "+d.key)
		if err != nil {
			return "", err
		}
		out = append(out, d.table+"\n"...)
		if err := eachRow(rows, func(v []any) { out = appendRow(out, v) }); err != nil {
			return "", err
		}
	}
	terms, err := s.TermsForTest()
	return string(out) + strings.Join(terms, "\n"), err
}

// TermsForTest are the terms of the index, each with the place of its notice and its own among the notice's terms.
func (s *Store) TermsForTest() (out []string, err error) {
	err = s.inTx(context.Background(), func(tx *sql.Tx) error {
		_, err := tx.Exec("CREATE VIRTUAL TABLE temp.notice_terms USING fts5vocab(main, notice_index, instance)")
		if err != nil {
			return err
		}
		rows, err := tx.Query("SELECT doc, offset, term FROM temp.notice_terms ORDER BY doc, offset")
		if err != nil {
			return err
		}
		err = eachRow(rows, func(v []any) { out = append(out, fmt.Sprint(v...)) })
		_, drop := tx.Exec("DROP TABLE temp.notice_terms")
		return errors.Join(err, drop)
	})
	return out, err
}

// WithMigrations gives options with other migrations.
func WithMigrations(o Options, files fs.FS) Options {
	o.migrations = files
	return o
}

// EmbeddedForTest are the migrations of this build.
func EmbeddedForTest() fs.FS { return embedded }

// OpenFileForTest opens a database file by itself.
func OpenFileForTest(path string) (*sql.DB, error) { return openWriter(path) }

func appendRow(out []byte, v []any) []byte {
	for _, x := range v {
		switch x := x.(type) {
		case []byte:
			out = append(out, x...)
		default:
			out = fmt.Appendf(out, "%v", x)
		}
		out = append(out, '\t')
	}
	return append(out, '\n')
}

// EntriesForTest are all events in the order of writing.
func (s *Store) EntriesForTest() ([]ledger.Entry, error) {
	return readEntries(context.Background(), s.writer, "SELECT "+entryColumns+" FROM event e LEFT JOIN payload p ON p.pos = e.pos ORDER BY e.pos")
}

// PrepareForTest makes the copy that would take the database's place.
func (s *Store) PrepareForTest(file string) error { return s.prepare(context.Background(), file) }

// PragmaForTest asks the writing connection for a setting.
func (s *Store) PragmaForTest(name string) (value string, err error) {
	err = s.writer.QueryRowContext(context.Background(), "PRAGMA "+name).Scan(&value)
	return value, err
}

// FoldForTest brings a word into the form in which it is looked for.
func FoldForTest(word string) string { return foldWords(word) }

// WordsForTest are the folded words of all notices by their numbers.
func (s *Store) WordsForTest() (map[int]string, error) {
	rows, err := s.reader.Query("SELECT n.no, w.words FROM notice n JOIN notice_words w ON w.id = n.id")
	if err != nil {
		return nil, err
	}
	out := map[int]string{}
	err = eachRow(rows, func(v []any) { out[int(v[0].(int64))] = v[1].(string) })
	return out, err
}

// NumbersForTest are the numbers of the notices that fit a filter, newest first, found on one of the ways to them: reading
// the few that can fit, or through the index.
func (s *Store) NumbersForTest(f inquire.Filter, today app.Date, few bool) ([]int, error) {
	var by *narrow
	if few {
		found, err := fewNotices(context.Background(), s.reader, f, today)
		if found == nil || err != nil {
			return nil, errors.Join(err, errors.New("no part of the filter narrows"))
		}
		by = found
	}
	w := condition(f, today, true, by)
	from, args := w.from()
	rows, err := s.reader.Query("SELECT n.no"+from+" ORDER BY n.place DESC", args...)
	if err != nil {
		return nil, err
	}
	var out []int
	err = eachRow(rows, func(v []any) { out = append(out, int(v[0].(int64))) })
	return out, err
}

// OpenForTest is Open with another bound between its two ways.
func (s *Store) OpenForTest(limit, many int) ([]inquire.Row, error) {
	return s.open(context.Background(), limit, many)
}

// TwinPlanForTest is how SQLite looks for a notice of the same number.
func (s *Store) TwinPlanForTest() (string, error) {
	rows, err := s.reader.Query("EXPLAIN QUERY PLAN "+twinByNumber, "x", "x", true)
	if err != nil {
		return "", err
	}
	var out []string
	err = eachRow(rows, func(v []any) { out = append(out, fmt.Sprint(v[3])) })
	return strings.Join(out, "; "), err
}

// IndexBytesForTest is what the index of a search takes of the file.
func (s *Store) IndexBytesForTest() (n int, err error) {
	return n, s.reader.QueryRow("SELECT sum(length(block)) FROM notice_index_data").Scan(&n)
}

// CitedEntryForTest is the entry of a demand as its index has it.
const CitedEntryForTest = citedEntry

// PlanForTest is how SQLite reads a query.
func (s *Store) PlanForTest(query string) (string, error) {
	return fetch(s, func(db querier) (plan string, err error) {
		rows, err := db.QueryContext(context.Background(), "EXPLAIN QUERY PLAN "+query)
		if err != nil {
			return "", err
		}
		err = eachRow(rows, func(v []any) { plan += fmt.Sprintln(v...) })
		return plan, err
	})
}
