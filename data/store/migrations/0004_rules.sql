-- Schema 4. The office's own rules and words; registers that were taken back; and which rules a demand breaks, so that it
-- is counted how often each was used.

CREATE TABLE rule_change (
  code    TEXT PRIMARY KEY,
  changed TEXT NOT NULL,            -- UTC
  record  TEXT NOT NULL
) STRICT;

CREATE TABLE rule_pack (
  id          TEXT    PRIMARY KEY,
  imported_at TEXT    NOT NULL,
  removed     INTEGER NOT NULL,
  record      TEXT    NOT NULL
) STRICT;

CREATE TABLE own_word (
  id       TEXT    PRIMARY KEY,
  word     TEXT    NOT NULL,
  added_at TEXT    NOT NULL,
  removed  INTEGER NOT NULL,
  record   TEXT    NOT NULL
) STRICT;

ALTER TABLE register ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;

CREATE TABLE demand_finding (
  demand TEXT NOT NULL REFERENCES demand (id),
  code   TEXT NOT NULL,
  PRIMARY KEY (demand, code)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO demand_finding (demand, code)
  SELECT d.id, json_extract(f.value, '$.code') FROM demand d, json_each(d.record, '$.advice.findings') f
  WHERE coalesce(json_extract(f.value, '$.code'), '') <> '';
CREATE INDEX demand_finding_code ON demand_finding (code, demand);
