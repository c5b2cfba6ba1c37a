package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app/upkeep"
)

// derived are the tables that Repair writes anew, in an order in which they can be emptied, with what tells their
// rows apart and the words by which a clerk knows them.
var derived = []struct{ table, key, name string }{
	{"alert", "notice || '/' || code", "提醒"},
	{"file_use", "digest || '/' || subject_kind || '/' || subject_id", "文件登记"},
	{"paper_notice", "paper || '/' || notice", "文书与来件的对应"},
	{"notice_words", "id", "检索用词"},
	{"notice_record", "id", "来件记录"},
	{"demand_finding", "demand || '/' || code", "发现的问题"},
	{"precedent", "demand", "先例"},
	{"precedent_switch", "id", "先例停用"},
	{"demand_reply", "demand || '/' || paper", "应答复"},
	{"rule_change", "code", "规则改动"},
	{"rule_pack", "id", "负面清单"},
	{"own_word", "id", "本单位用语"},
	{"wording", "id", "文书措辞"},
	{"notice", "id", "来件"},
	{"demand", "id", "事项"},
	{"paper", "id", "文书"},
	{"list", "id", "清单"},
	{"register", "id", "名录"},
	{"old_row", "ledger || '/' || n", "旧台账的行"},
	{"old_ledger", "id", "旧台账"},
	{"office", "id", "单位设置"},
	{"used_number", "origin || '/' || prefix || '/' || kind || '/' || year", "已用编号"},
}

// Repair derives all records from the events anew and says which of them had differed. The database is copied first; the
// events are not touched, and a history that does not fit leaves everything as it was.
func (s *Store) Repair(ctx context.Context, p upkeep.Progress) (upkeep.Repaired, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.writable(); err != nil {
		return upkeep.Repaired{}, err
	}
	copied, err := s.copyDatabase(ctx, "before-repair")
	if err != nil {
		return upkeep.Repaired{}, wrap(err)
	}
	out := upkeep.Repaired{Copy: copied}
	err = s.inTx(ctx, func(tx *sql.Tx) error {
		before, err := fingerprints(ctx, tx)
		if err != nil {
			return err
		}
		if out.Records, err = rebuild(ctx, tx, p); err != nil {
			return err
		}
		after, err := fingerprints(ctx, tx)
		if err != nil {
			return err
		}
		out.Changed = differences(before, after)
		return nil
	})
	return out, wrap(err)
}

// rebuild empties the derived tables and fills them from the events; it gives the number of records.
func rebuild(ctx context.Context, tx *sql.Tx, p upkeep.Progress) (int, error) {
	for _, d := range derived {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+d.table); err != nil {
			return 0, err
		}
	}
	if err := emptyIndex(ctx, tx); err != nil {
		return 0, err
	}
	subjects, err := readSubjects(ctx, tx, `SELECT subject_kind, subject_id FROM event
		GROUP BY subject_kind, subject_id ORDER BY min(pos)`)
	if err != nil {
		return 0, err
	}
	proj := projector{tx: tx}
	for i, s := range subjects {
		history, err := readHistory(ctx, tx, s)
		if err != nil {
			return 0, err
		}
		if err := proj.project(ctx, s, history); err != nil {
			return 0, err
		}
		if p != nil && (i%100 == 99 || i == len(subjects)-1) {
			p(i+1, len(subjects))
		}
	}
	return len(subjects), proj.finish(ctx)
}

// fingerprints are the digests of all derived rows, by table and key, and of the index as a whole.
func fingerprints(ctx context.Context, db querier) (map[string][sha256.Size]byte, error) {
	out := make(map[string][sha256.Size]byte)
	for _, d := range derived {
		rows, err := db.QueryContext(ctx, fmt.Sprintf("SELECT %s, * FROM %s", d.key, d.table))
		if err != nil {
			return nil, err
		}
		if err := eachRow(rows, func(values []any) {
			out[d.name+"\x00"+fmt.Sprint(values[0])] = sha256.Sum256(fmt.Appendf(nil, "%#v", values[1:]))
		}); err != nil {
			return nil, err
		}
	}
	var err error
	out["检索索引\x00全部"], err = indexDigest(ctx, db)
	return out, err
}

func eachRow(rows *sql.Rows, f func([]any)) error {
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values, targets := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		targets[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		f(values)
	}
	return rows.Err()
}

// differences names the rows that are new, gone or other.
func differences(before, after map[string][sha256.Size]byte) []string {
	var out []string
	say := func(key, what string) {
		name, id, _ := strings.Cut(key, "\x00")
		out = append(out, fmt.Sprintf("%s %s：%s", name, id, what))
	}
	for key, sum := range after {
		switch old, ok := before[key]; {
		case !ok:
			say(key, "补上了")
		case old != sum:
			say(key, "与记录不符，已改正")
		}
	}
	for key := range before {
		if _, ok := after[key]; !ok {
			say(key, "没有记录作依据，已去掉")
		}
	}
	slices.Sort(out)
	return out
}
