-- Schema 9. A search finds its notices in an index of pairs of characters, newest first.

-- Year, number and a rank among notices of the same number (of several offices) in one integer, so that an index that
-- knows only integers keeps the order of the ledger: 2026 0000642 00000.
ALTER TABLE notice ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
UPDATE notice SET place = (year * 10000000 + no) * 100000 + (SELECT count(*) FROM notice m
  WHERE m.year = notice.year AND m.no = notice.no AND (m.entered_at, m.id) < (notice.entered_at, notice.id));
CREATE UNIQUE INDEX notice_place ON notice (place);

DROP INDEX notice_issuer;
CREATE INDEX notice_issuer ON notice (issuer, place);

-- What only few notices or demands have is read through before the ledger is gone through.
CREATE INDEX notice_verdict ON notice (verdict);
CREATE INDEX notice_kind ON notice (kind);
CREATE INDEX demand_verdict ON demand (verdict, notice);
CREATE INDEX demand_kind ON demand (kind, notice);

-- The terms of notice_words by place; the words themselves are not kept twice. What is taken out leaves no trace.
CREATE VIRTUAL TABLE notice_index USING fts5 (terms, content = '', columnsize = 0, tokenize = 'ascii');
INSERT INTO notice_index (notice_index, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE notice_term USING fts5vocab (notice_index, row);

-- Its terms are made by the program, once the tables stand.
INSERT INTO machine (key, value) VALUES ('unindexed', '1');
