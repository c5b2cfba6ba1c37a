package store

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver named "sqlite"
)

// cachePragma bounds what a connection keeps of the file, in KiB; its pages take twice that in memory. The system keeps the
// file too, so that more is no faster: first rows take 2 to 3 ms of 50,000 notices with 4,000 as with 1,000.
const cachePragma = "cache_size(-1000)"

// pragmas of the writing connection. The busy time comes first, so that the others wait instead of failing.
var writerPragmas = []string{
	"busy_timeout(5000)",
	"journal_mode(WAL)",
	"synchronous(FULL)",
	cachePragma,
	"foreign_keys(ON)",
	"secure_delete(ON)",
	"temp_store(MEMORY)", // no text of a notice reaches a temporary file
	"trusted_schema(OFF)",
}

var readerPragmas = []string{
	"busy_timeout(5000)",
	"query_only(ON)",
	"temp_store(MEMORY)",
	"trusted_schema(OFF)",
	cachePragma,
}

// dsn is the address of a database file. Only url.URL escapes every character that a folder may have in its name.
func dsn(path string, query url.Values) string {
	p := filepath.ToSlash(path)
	if vol := filepath.VolumeName(path); vol != "" && !strings.HasPrefix(p, "/") {
		p = "/" + p // file:///C:/Users/…
	}
	u := url.URL{Scheme: "file", OmitHost: !strings.HasPrefix(p, "//"), Path: p, RawQuery: query.Encode()}
	return u.String()
}

// openWriter gives the one connection that writes. Its transactions take the write lock when they begin.
func openWriter(path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, url.Values{
		"_pragma": writerPragmas,
		"_txlock": {"immediate"},
		"mode":    {"rwc"},
	}))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	db.SetConnMaxLifetime(0)
	return db, nil
}

// openReader gives connections that can only read.
func openReader(path string, more url.Values) (*sql.DB, error) {
	q := url.Values{"_pragma": readerPragmas, "mode": {"ro"}}
	for k, v := range more {
		q[k] = v
	}
	db, err := sql.Open("sqlite", dsn(path, q))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(2)
	return db, nil
}
