-- Schema 7. Which replies each paper asked for, demand by demand, and when they came: what another paper followed stays
-- counted (部门往来).

CREATE TABLE demand_reply (
  demand  TEXT NOT NULL REFERENCES demand (id),
  paper   TEXT NOT NULL,
  due     TEXT NOT NULL,            -- the last day given, empty where none was
  replied TEXT NOT NULL,            -- the day of the reply, empty while there is none
  PRIMARY KEY (demand, paper)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO demand_reply (demand, paper, due, replied)
SELECT e.subject_id, json_extract(p.body, '$.paper'), coalesce(json_extract(p.body, '$.due'), ''),
  coalesce((SELECT json_extract(q.body, '$.date') FROM event r JOIN payload q ON q.pos = r.pos
    WHERE r.subject_kind = 'demand' AND r.subject_id = e.subject_id AND r.type = 'demand.replied'
      AND json_extract(q.body, '$.paper') = json_extract(p.body, '$.paper') ORDER BY r.pos DESC LIMIT 1), '')
FROM event e JOIN payload p ON p.pos = e.pos WHERE e.subject_kind = 'demand' AND e.type = 'demand.delivered';
