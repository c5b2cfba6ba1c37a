-- Schema 3. What statistics count stands in columns with indexes of its own, so that a figure is read without a record.

ALTER TABLE demand ADD COLUMN entered TEXT NOT NULL DEFAULT '';    -- day entered of its notice
ALTER TABLE demand ADD COLUMN month   TEXT NOT NULL DEFAULT '';    -- YYYY-MM of that day
ALTER TABLE demand ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;  -- 1: live, and something is asked
ALTER TABLE demand ADD COLUMN decided INTEGER NOT NULL DEFAULT 0;  -- 1: the office has decided; 0: verdict is advice
ALTER TABLE demand ADD COLUMN route   TEXT NOT NULL DEFAULT '';    -- talk, paper, talk_paper
ALTER TABLE demand ADD COLUMN result  TEXT NOT NULL DEFAULT '';    -- withdrawn, changed, upheld

UPDATE demand SET
  entered = coalesce((SELECT n.entered FROM notice n WHERE n.id = demand.notice), ''),
  month = coalesce((SELECT substr(n.entered, 1, 7) FROM notice n WHERE n.id = demand.notice), ''),
  counted = state <> 'void' AND verdict <> 'info' AND coalesce((SELECT n.void = 0 FROM notice n WHERE n.id = demand.notice), 0),
  decided = json_type(record, '$.decision') IS NOT NULL,
  route = CASE
    WHEN paper <> '' AND json_array_length(record, '$.talks') > 0 THEN 'talk_paper'
    WHEN paper <> '' THEN 'paper'
    WHEN json_array_length(record, '$.talks') > 0 THEN 'talk'
    ELSE '' END,
  result = CASE
    WHEN paper <> '' THEN outcome
    WHEN state = 'closed' AND json_extract(record, '$.talks[#-1].result') IN ('withdrawn', 'changed')
      THEN json_extract(record, '$.talks[#-1].result')
    ELSE '' END;

CREATE INDEX demand_kinds ON demand (entered, kind) WHERE counted = 1;
CREATE INDEX demand_months ON demand (month, kind, verdict, decided) WHERE counted = 1;
CREATE INDEX demand_answers ON demand (month, verdict, route, result, state, reply_due) WHERE counted = 1;
CREATE INDEX notice_documents ON notice (entered) WHERE void = 0 AND doc_no <> '';
