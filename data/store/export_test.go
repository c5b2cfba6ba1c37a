package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

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
	return string(out), nil
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
