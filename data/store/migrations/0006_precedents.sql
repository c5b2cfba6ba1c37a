-- Schema 6. Decisions that help the next similar demand (先例). What a precedent says stands in its demand and its notice;
-- here stand which demands make one, and which of them the office took out of use.

CREATE TABLE precedent (
  demand  TEXT PRIMARY KEY REFERENCES demand (id),
  notice  TEXT NOT NULL,
  decided TEXT NOT NULL,            -- UTC
  list    TEXT NOT NULL             -- version in force when it was decided, where it is not the one checked against
) STRICT, WITHOUT ROWID;

CREATE TABLE precedent_switch (
  id     TEXT    PRIMARY KEY,       -- of the demand
  off    INTEGER NOT NULL,
  record TEXT    NOT NULL
) STRICT;

-- The list version that a notice was checked against, as JSON; empty without one.
ALTER TABLE notice ADD COLUMN list TEXT NOT NULL DEFAULT '';
UPDATE notice SET list = coalesce((SELECT v.value FROM notice_record r, json_each(r.record, '$.check.versions') v
  WHERE r.id = notice.id AND json_extract(v.value, '$.what') = 'list' LIMIT 1), '');

INSERT INTO precedent (demand, notice, decided, list)
  SELECT id, notice, strftime('%Y-%m-%dT%H:%M:%fZ', json_extract(record, '$.decided')), coalesce(json_extract(record, '$.decision.list'), '') FROM demand
  WHERE decided = 1 AND state <> 'void' AND kind <> 'meeting' AND coalesce(json_extract(record, '$.advice.text'), '') <> ''
    AND json_extract(record, '$.decision.verdict') IN ('do', 'cooperate', 'refuse', 'escalate')
    AND json_extract(record, '$.decision.advised') IN ('do', 'cooperate', 'refuse', 'escalate')
    AND json_extract(record, '$.decision.verdict') <> json_extract(record, '$.decision.advised');
