package store

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// own writes what the office changed of a rule or a sentence, an imported negative list or an own word.
func (p *projector) own(ctx context.Context, s ledger.Subject, history []ledger.Entry) error {
	switch s.Kind {
	case ledger.SubjectRule:
		v, err := ledger.FoldRule(history)
		if err != nil {
			return err
		}
		raw, err := record(v)
		if err != nil {
			return err
		}
		_, err = p.tx.ExecContext(ctx, `INSERT INTO rule_change (code, changed, record) VALUES (?, ?, ?)
			ON CONFLICT (code) DO UPDATE SET changed = excluded.changed, record = excluded.record`,
			s.ID, v.At.Format(ledger.TimeFormat), raw)
		return err
	case ledger.SubjectPack:
		v, err := ledger.FoldPack(history)
		if err != nil {
			return err
		}
		raw, err := record(v)
		if err != nil {
			return err
		}
		_, err = p.tx.ExecContext(ctx, `INSERT INTO rule_pack (id, imported_at, removed, record) VALUES (?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET removed = excluded.removed, record = excluded.record`,
			s.ID, v.ImportedAt.Format(ledger.TimeFormat), v.Removed, raw)
		return err
	case ledger.SubjectWording:
		v, err := ledger.FoldSentence(history)
		if err != nil {
			return err
		}
		raw, err := record(v)
		if err != nil {
			return err
		}
		return p.put(ctx, "wording", "record", s.ID, raw)
	}
	v, err := ledger.FoldWord(history)
	if err != nil {
		return err
	}
	raw, err := record(v)
	if err != nil {
		return err
	}
	_, err = p.tx.ExecContext(ctx, `INSERT INTO own_word (id, word, added_at, removed, record) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET removed = excluded.removed, record = excluded.record`,
		s.ID, v.Word.Word, v.AddedAt.Format(ledger.TimeFormat), v.Removed, raw)
	return err
}

// findings writes which rules a demand breaks.
func (p *projector) findings(ctx context.Context, d ledger.Demand) error {
	if _, err := p.tx.ExecContext(ctx, "DELETE FROM demand_finding WHERE demand = ?", d.ID); err != nil {
		return err
	}
	for _, f := range d.Advice.Findings {
		if f.Code == "" {
			continue
		}
		if _, err := p.tx.ExecContext(ctx, "INSERT OR IGNORE INTO demand_finding (demand, code) VALUES (?, ?)", d.ID, f.Code); err != nil {
			return err
		}
	}
	return nil
}

// Own gives what the office has of its own: changed rules, negative lists and words in use, and changed sentences.
func (s *Store) Own(ctx context.Context) (ledger.Own, error) {
	return fetch(s, func(db querier) (out ledger.Own, err error) {
		if out.Changes, err = readRecords[ledger.RuleChanged](ctx, db, "SELECT record FROM rule_change ORDER BY code"); err != nil {
			return out, err
		}
		if out.Packs, err = readRecords[ledger.Pack](ctx, db, "SELECT record FROM rule_pack WHERE removed = 0 ORDER BY imported_at, id"); err != nil {
			return out, err
		}
		if out.Words, err = readRecords[ledger.Word](ctx, db, "SELECT record FROM own_word WHERE removed = 0 ORDER BY added_at DESC, id"); err != nil {
			return out, err
		}
		out.Sentences, err = readRecords[ledger.Sentence](ctx, db, "SELECT record FROM wording ORDER BY id")
		return out, err
	})
}

// FindingCounts is how many demands that count and were entered from one day to another break each rule, by its code.
func (s *Store) FindingCounts(ctx context.Context, from, to app.Date) (map[string]int, error) {
	return fetch(s, func(db querier) (map[string]int, error) {
		rows, err := db.QueryContext(ctx, `SELECT f.code, count(*) FROM demand_finding f JOIN demand d ON d.id = f.demand
			WHERE d.counted = 1 AND d.entered BETWEEN ? AND ? GROUP BY f.code`, from.String(), to.String())
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		out := map[string]int{}
		for rows.Next() {
			var code string
			var n int
			if err := rows.Scan(&code, &n); err != nil {
				return nil, err
			}
			out[code] = n
		}
		return out, rows.Err()
	})
}
