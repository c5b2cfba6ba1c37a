-- Schema 5. What the office kept before this program (旧台账): imports, and the rows of those that stand. They are no notices
-- and lie in tables of their own, so that nothing that counts notices can meet them.

CREATE TABLE old_ledger (
  id          TEXT    PRIMARY KEY,
  imported_at TEXT    NOT NULL,     -- UTC
  withdrawn   INTEGER NOT NULL,
  record      TEXT    NOT NULL
) STRICT;

-- Rows of imports that were not taken back.
CREATE TABLE old_row (
  ledger  TEXT    NOT NULL REFERENCES old_ledger (id),
  n       INTEGER NOT NULL,         -- its place in the import, from 0
  day     TEXT    NOT NULL,
  kind    TEXT    NOT NULL,         -- empty where its words tell none
  verdict TEXT    NOT NULL,         -- as kind
  words   TEXT    NOT NULL,         -- title, number and issuer, folded
  record  TEXT    NOT NULL,
  PRIMARY KEY (ledger, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX old_row_day ON old_row (day, kind, verdict);
