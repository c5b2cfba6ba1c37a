-- Schema 2. What a notice repeats of earlier ones, as its check found it; and the ways to the demands of a span of days.

CREATE TABLE alert (
  notice  TEXT NOT NULL REFERENCES notice (id),
  code    TEXT NOT NULL,            -- MULTI_HEADED, REPEATED, OVERLOAD
  words   TEXT NOT NULL,
  related TEXT NOT NULL,            -- JSON array of the IDs of earlier notices
  PRIMARY KEY (notice, code)
) STRICT, WITHOUT ROWID;

-- The day received, else the day entered.
CREATE INDEX notice_day ON notice (CASE received WHEN '' THEN entered ELSE received END);
CREATE INDEX demand_deadline ON demand (deadline, state);
CREATE INDEX demand_meeting ON demand (state, notice) WHERE kind = 'meeting';
