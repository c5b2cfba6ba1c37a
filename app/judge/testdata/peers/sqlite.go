package main

import (
	"database/sql"
	"strings"

	_ "modernc.org/sqlite"

	"yidanqing/app"
)

// fts is a full text table in memory; terms makes the query terms of a text.
type fts struct {
	db    *sql.DB
	terms func(string) []string
}

func openTrigram(l *app.DutyList) (finder, error) {
	return openFTS(l, "trigram", func(s string) string { return s }, func(s string) []string { return distinct(grams(s, 3)) })
}

func openBigram(l *app.DutyList) (finder, error) {
	return openFTS(l, "unicode61", func(s string) string { return strings.Join(grams(s, 2), " ") }, func(s string) []string { return distinct(grams(s, 2)) })
}

func openFTS(l *app.DutyList, tokenizer string, stored func(string) string, terms func(string) []string) (finder, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("create virtual table entry using fts5(name, duties, tokenize='" + tokenizer + "')"); err != nil {
		return nil, err
	}
	for i, d := range l.Duties {
		if _, err := db.Exec("insert into entry(rowid, name, duties) values (?, ?, ?)", i+1, stored(d.Name), stored(duties(d))); err != nil {
			return nil, err
		}
	}
	return &fts{db, terms}, nil
}

func (f *fts) find(words string, n int) ([]int, error) {
	terms := f.terms(words)
	if len(terms) == 0 {
		return nil, nil
	}
	rows, err := f.db.Query("select rowid from entry where entry match ? order by bm25(entry, 2, 1) limit ?", anyOf(terms), n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id-1)
	}
	return out, rows.Err()
}

func (f *fts) close() error { return f.db.Close() }
