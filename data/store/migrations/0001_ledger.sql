-- Schema 1. Events are the truth; every table below the line is derived from them and can be rebuilt (repair).

-- What belongs to this machine and is no part of the ledger: own origin, preferences, marks of the last backup.
CREATE TABLE machine (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  pos          INTEGER PRIMARY KEY, -- order of writing in this file
  origin       TEXT    NOT NULL,
  seq          INTEGER NOT NULL,
  prev         TEXT    NOT NULL,
  subject_kind TEXT    NOT NULL,
  subject_id   TEXT    NOT NULL,
  type         TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  time         TEXT    NOT NULL,    -- UTC, RFC 3339 with milliseconds
  actor        TEXT    NOT NULL,
  digest       TEXT    NOT NULL,    -- SHA-256 of salt and payload
  hash         TEXT    NOT NULL,    -- SHA-256 of the event's canonical form
  UNIQUE (origin, seq)
) STRICT;
CREATE INDEX event_subject ON event (subject_kind, subject_id, pos);

CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_never_goes BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

-- An erasure removes the row; the event stays and its chain still verifies.
CREATE TABLE payload (
  pos  INTEGER PRIMARY KEY REFERENCES event (pos),
  salt BLOB NOT NULL,
  body TEXT NOT NULL                -- RFC 8785 canonical JSON
) STRICT;
CREATE TRIGGER payload_stays BEFORE UPDATE ON payload BEGIN SELECT RAISE(ABORT, 'payloads are never changed'); END;

-- Derived ---------------------------------------------------------------------------------------------------------

CREATE TABLE office (
  id     TEXT PRIMARY KEY,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE notice (
  id              TEXT    PRIMARY KEY,
  year            INTEGER NOT NULL,
  no              INTEGER NOT NULL,
  entered         TEXT    NOT NULL, -- day by the office's clock, YYYY-MM-DD
  entered_at      TEXT    NOT NULL, -- UTC
  received        TEXT    NOT NULL, -- day, empty where not known
  received_time   TEXT    NOT NULL,
  received_source TEXT    NOT NULL,
  title           TEXT    NOT NULL,
  issuer          TEXT    NOT NULL,
  doc_no          TEXT    NOT NULL,
  digest          TEXT    NOT NULL, -- of the normalised text
  kind            TEXT    NOT NULL,
  advised         TEXT    NOT NULL, -- the check's verdict
  verdict         TEXT    NOT NULL, -- common to its live demands, else mixed; advised where none is live
  demands         INTEGER NOT NULL, -- how many it has, void ones too
  void            INTEGER NOT NULL,
  erased          INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_number ON notice (year DESC, no DESC, id DESC);
CREATE INDEX notice_digest ON notice (digest);
CREATE INDEX notice_doc_no ON notice (doc_no) WHERE doc_no <> '';
CREATE INDEX notice_entered ON notice (entered);
CREATE INDEX notice_issuer ON notice (issuer);

-- The whole record and the words to search stand apart, so that a list is read without them.
CREATE TABLE notice_record (
  id     TEXT PRIMARY KEY REFERENCES notice (id),
  record TEXT NOT NULL
) STRICT;
CREATE TABLE notice_words (
  id    TEXT PRIMARY KEY REFERENCES notice (id),
  words TEXT NOT NULL               -- title, number, issuer and text, folded
) STRICT;

CREATE TABLE demand (
  id        TEXT    PRIMARY KEY,
  notice    TEXT    NOT NULL,
  no        INTEGER NOT NULL,
  gist      TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  verdict   TEXT    NOT NULL,
  state     TEXT    NOT NULL,
  deadline  TEXT    NOT NULL,
  hour      TEXT    NOT NULL,
  reply_due TEXT    NOT NULL,
  delivered TEXT    NOT NULL,
  talk      TEXT    NOT NULL,       -- result of the last talk while talking, else empty
  remind    TEXT    NOT NULL,
  assignee  TEXT    NOT NULL,
  paper     TEXT    NOT NULL,
  number    TEXT    NOT NULL,
  outcome   TEXT    NOT NULL,
  changed   TEXT    NOT NULL,       -- UTC
  record    TEXT    NOT NULL
) STRICT;
CREATE INDEX demand_notice ON demand (notice, no);
CREATE INDEX demand_state ON demand (state, notice);

CREATE TABLE paper (
  id     TEXT    PRIMARY KEY,
  kind   TEXT    NOT NULL,
  prefix TEXT    NOT NULL,
  year   INTEGER NOT NULL,
  serial INTEGER NOT NULL,          -- 0: the number was typed
  number TEXT    NOT NULL,
  date   TEXT    NOT NULL,
  void   INTEGER NOT NULL,
  record TEXT    NOT NULL
) STRICT;
CREATE INDEX paper_serial ON paper (prefix, kind, year, serial);
CREATE INDEX paper_number ON paper (number);
CREATE TABLE paper_notice (
  paper  TEXT NOT NULL REFERENCES paper (id),
  notice TEXT NOT NULL,
  PRIMARY KEY (paper, notice)
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_of_notice ON paper_notice (notice);

CREATE TABLE list (
  id          TEXT    PRIMARY KEY,
  digest      TEXT    NOT NULL,
  valid_from  TEXT    NOT NULL,
  valid_to    TEXT    NOT NULL,
  sample      INTEGER NOT NULL,
  imported_at TEXT    NOT NULL,
  withdrawn   INTEGER NOT NULL,
  record      TEXT    NOT NULL
) STRICT;

CREATE TABLE register (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  record      TEXT NOT NULL
) STRICT;

-- Numbers that were given in data which a restore has replaced: they are not given again.
CREATE TABLE used_number (
  origin TEXT    NOT NULL,
  prefix TEXT    NOT NULL,
  kind   TEXT    NOT NULL,          -- of the paper; 'notice' for ledger numbers
  year   INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  PRIMARY KEY (origin, prefix, kind, year)
) STRICT, WITHOUT ROWID;

-- Which files which record needs; a file goes when nothing needs it.
CREATE TABLE file_use (
  digest       TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id   TEXT NOT NULL,
  PRIMARY KEY (digest, subject_kind, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_use_subject ON file_use (subject_kind, subject_id);
