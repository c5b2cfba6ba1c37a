-- Schema 10. Which demands rest on an entry of the duty list (引用过它的来件): that which the clerk named, else the first that
-- the check found. It is read off the record itself, so that nothing is kept twice.

CREATE INDEX demand_entry ON demand (coalesce(json_extract(record, '$.decision.entry.item_name'),
  json_extract(record, '$.advice.matches[0].item_name')), notice) WHERE counted = 1;
