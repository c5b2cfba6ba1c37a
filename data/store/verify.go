package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/blob"
)

// maxDamages ends the list of what does not agree: after so many the file is beyond single repairs.
const maxDamages = 50

// Verify checks the file itself, every event and its place in its chain, every payload against its digest, what is
// missing against the erasures, and every file against its name. It changes nothing.
func (s *Store) Verify(ctx context.Context, p upkeep.Progress) (upkeep.Verification, error) {
	var v upkeep.Verification
	err := s.snapshot(ctx, func(db querier) (err error) {
		v, err = verify(ctx, db, s.blobs, p)
		return err
	})
	return v, err
}

func verify(ctx context.Context, db querier, files *blob.Store, p upkeep.Progress) (upkeep.Verification, error) {
	v := verifier{db: db, blobs: files, progress: p}
	for _, step := range []func(context.Context) error{v.file, v.erasures, v.events, v.counts, v.files} {
		if err := step(ctx); err != nil {
			return upkeep.Verification{}, err
		}
	}
	v.out.Heads = v.chain.Heads()
	v.out.Digest = ledger.Digest(v.out.Heads)
	return v.out, nil
}

type verifier struct {
	db       querier
	blobs    *blob.Store
	progress upkeep.Progress
	chain    ledger.Chain
	erased   map[ledger.Ref]bool
	gone     map[string]bool // digests of files named in erasures
	done     int
	total    int
	out      upkeep.Verification
}

func (v *verifier) damage(format string, args ...any) {
	if len(v.out.Damages) < maxDamages {
		v.out.Damages = append(v.out.Damages, fmt.Sprintf(format, args...))
	}
}

func (v *verifier) step() {
	v.done++
	if v.progress != nil && (v.done%100 == 0 || v.done == v.total) {
		v.progress(v.done, v.total)
	}
}

// file asks SQLite whether its pages fit together.
func (v *verifier) file(ctx context.Context) error {
	found, err := readStrings(ctx, v.db, "PRAGMA quick_check(10)")
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		v.damage("数据文件的页有损坏（%d 处）。", len(found))
	}
	return v.db.QueryRowContext(ctx, "SELECT count(*) FROM event").Scan(&v.total)
}

// erasures reads what may be missing. They are read before they are checked: a forged one is found by its own chain.
func (v *verifier) erasures(ctx context.Context) error {
	v.erased, v.gone = make(map[ledger.Ref]bool), make(map[string]bool)
	bodies, err := readRecords[ledger.ErasedPayload](ctx, v.db,
		"SELECT p.body FROM event e JOIN payload p ON p.pos = e.pos WHERE e.type = ?", ledger.NoticeErased)
	if err != nil {
		return err
	}
	for _, p := range bodies {
		for _, r := range p.Events {
			v.erased[r] = true
		}
		for _, d := range p.Blobs {
			v.gone[d] = true
		}
	}
	return nil
}

func (v *verifier) events(ctx context.Context) error {
	q, err := v.db.QueryContext(ctx, `SELECT e.origin, e.seq, e.prev, e.subject_kind, e.subject_id, e.type, e.version, e.time,
		e.actor, e.digest, e.hash, p.salt, p.body FROM event e LEFT JOIN payload p ON p.pos = e.pos ORDER BY e.origin, e.seq`)
	if err != nil {
		return err
	}
	defer q.Close()
	broken := make(map[string]bool) // origins whose chain is broken: what follows cannot be told
	for q.Next() {
		l, salt, body, err := scanLink(q)
		if err != nil {
			return err
		}
		v.out.Events++
		v.step()
		if !broken[l.Event.Origin] {
			if err := v.chain.Add(l); err != nil {
				broken[l.Event.Origin] = true
				v.damage("第 %d 条记录与校验不符（来源 %s，%s）。", l.Event.Seq, l.Event.Origin, l.Event.Type)
			}
		}
		v.payload(l.Event, salt, body)
	}
	return q.Err()
}

func scanLink(q *sql.Rows) (ledger.Link, []byte, sql.NullString, error) {
	var l ledger.Link
	var at string
	var salt []byte
	var body sql.NullString
	e := &l.Event
	err := q.Scan(&e.Origin, &e.Seq, &e.Prev, &e.Subject.Kind, &e.Subject.ID, &e.Type, &e.Version, &at, &e.Actor, &e.Digest,
		&l.Hash, &salt, &body)
	if err != nil {
		return l, nil, body, err
	}
	if e.Time, err = time.Parse(ledger.TimeFormat, at); err != nil {
		e.Time = time.Time{} // the hash will not agree, which is what is to be said
	}
	return l, salt, body, nil
}

func (v *verifier) payload(e ledger.Event, salt []byte, body sql.NullString) {
	switch {
	case !body.Valid && v.erased[e.Ref()] && e.Type.Erasable():
		v.out.Erased++
	case !body.Valid:
		v.damage("第 %d 条记录的内容不见了，也没有删除登记（来源 %s，%s）。", e.Seq, e.Origin, e.Type)
	case ledger.PayloadDigest(salt, []byte(body.String)) != e.Digest:
		v.damage("第 %d 条记录的内容与登记时不一致（来源 %s，%s）。", e.Seq, e.Origin, e.Type)
	}
}

func (v *verifier) counts(ctx context.Context) error {
	return v.db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM notice), (SELECT count(*) FROM paper)").
		Scan(&v.out.Notices, &v.out.Papers)
}

func (v *verifier) files(ctx context.Context) error {
	digests, err := readStrings(ctx, v.db, "SELECT DISTINCT digest FROM file_use ORDER BY digest")
	if err != nil {
		return err
	}
	v.total, v.done = len(digests), 0
	for _, d := range digests {
		v.step()
		if v.gone[d] {
			continue
		}
		v.out.Files++
		if _, err := v.blobs.Get(ctx, d); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			v.damage("%s", app.ErrorMessage(err))
		}
	}
	return nil
}
