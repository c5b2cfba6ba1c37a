package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// book is the ledger inside one writing transaction.
type book struct {
	store  *Store
	tx     *sql.Tx
	origin string
	now    time.Time
	actor  string

	head    ledger.Head // of the own chain
	chance  error       // of NewID
	known   map[ledger.Subject][]ledger.Entry
	touched []ledger.Subject        // records to be derived anew, in the order first touched
	waiting map[ledger.Subject]bool // those among touched
}

func (s *Store) newBook(ctx context.Context, tx *sql.Tx) (*book, error) {
	b := &book{store: s, tx: tx, origin: s.origin}
	var last string
	err := tx.QueryRowContext(ctx, "SELECT seq, hash, time FROM event WHERE origin = ? ORDER BY seq DESC LIMIT 1", s.origin).
		Scan(&b.head.Seq, &b.head.Hash, &last)
	if err != nil {
		return nil, fmt.Errorf("own chain: %w", err)
	}
	at, err := time.Parse(ledger.TimeFormat, last)
	if err != nil {
		return nil, fmt.Errorf("own chain: %w", err)
	}
	b.now = s.stamp(at)
	settings, err := readSettings(ctx, tx)
	if err != nil {
		return nil, err
	}
	b.actor = settings.Office.Clerk
	return b, nil
}

// Now is the time of the transaction, UTC.
func (b *book) Now() time.Time { return b.now }

// NewID draws a name; where chance fails, Append says so.
func (b *book) NewID() string {
	id, err := newID(b.store.random, 16)
	if err != nil {
		b.chance = err
	}
	return id
}

// Append writes one event. The subject's whole history is derived first, so that an event which does not fit is refused
// before anything is written.
func (b *book) Append(ctx context.Context, s ledger.Subject, t ledger.EventType, payload any) (ledger.Ref, error) {
	if b.chance != nil {
		return ledger.Ref{}, b.chance
	}
	body, err := ledger.Canonical(payload)
	if err != nil {
		return ledger.Ref{}, err
	}
	salt := make([]byte, ledger.SaltSize)
	if _, err := io.ReadFull(b.store.random, salt); err != nil {
		return ledger.Ref{}, fmt.Errorf("random: %w", err)
	}
	e := ledger.Event{
		Origin: b.origin, Seq: b.head.Seq + 1, Prev: b.head.Hash, Subject: s, Type: t,
		Version: ledger.PayloadVersion, Time: b.now, Actor: b.actor, Digest: ledger.PayloadDigest(salt, body),
	}
	history, err := b.history(ctx, s)
	if err != nil {
		return ledger.Ref{}, err
	}
	history = append(history, ledger.Entry{Event: e, Payload: body})
	if err := ledger.CheckHistory(history); err != nil {
		return ledger.Ref{}, err
	}
	hash, err := e.Hash()
	if err != nil {
		return ledger.Ref{}, err
	}
	if err := insertEvent(ctx, b.tx, e, hash, salt, body); err != nil {
		return ledger.Ref{}, err
	}
	b.known[s] = history
	b.touch(s)
	b.head = ledger.Head{Origin: b.origin, Seq: e.Seq, Hash: hash}
	return e.Ref(), nil
}

func insertEvent(ctx context.Context, tx *sql.Tx, e ledger.Event, hash string, salt, body []byte) error {
	res, err := tx.ExecContext(ctx, `INSERT INTO event
		(origin, seq, prev, subject_kind, subject_id, type, version, time, actor, digest, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.Origin, e.Seq, e.Prev, e.Subject.Kind, e.Subject.ID, e.Type, e.Version,
		e.Time.Format(ledger.TimeFormat), e.Actor, e.Digest, hash)
	if err != nil {
		return fmt.Errorf("insert event: %w", err)
	}
	pos, err := res.LastInsertId()
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO payload (pos, salt, body) VALUES (?, ?, ?)", pos, salt, string(body)); err != nil {
		return fmt.Errorf("insert payload: %w", err)
	}
	return nil
}

// history is what is known of a subject, with what this transaction has added.
func (b *book) history(ctx context.Context, s ledger.Subject) ([]ledger.Entry, error) {
	if h, ok := b.known[s]; ok {
		return h, nil
	}
	if b.known == nil {
		b.known = make(map[ledger.Subject][]ledger.Entry)
	}
	h, err := readHistory(ctx, b.tx, s)
	if err != nil {
		return nil, err
	}
	b.known[s] = h
	return h, nil
}

func (b *book) touch(s ledger.Subject) {
	if b.waiting[s] {
		return
	}
	if b.waiting == nil {
		b.waiting = make(map[ledger.Subject]bool)
	}
	b.waiting[s] = true
	b.touched = append(b.touched, s)
}

// flush derives the touched records, so that reads and the commit see them.
func (b *book) flush(ctx context.Context) error {
	p := projector{tx: b.tx}
	for _, s := range b.touched {
		h, err := b.history(ctx, s)
		if err != nil {
			return err
		}
		if err := p.project(ctx, s, h); err != nil {
			return err
		}
	}
	b.touched, b.waiting = nil, nil
	return p.finish(ctx)
}

// view flushes and then reads.
func view[T any](ctx context.Context, b *book, read func() (T, error)) (T, error) {
	if err := b.flush(ctx); err != nil {
		var zero T
		return zero, err
	}
	return read()
}

func (b *book) Settings(ctx context.Context) (ledger.Settings, error) {
	return view(ctx, b, func() (ledger.Settings, error) { return readSettings(ctx, b.tx) })
}

func (b *book) Notice(ctx context.Context, id string) (ledger.Notice, error) {
	return view(ctx, b, func() (ledger.Notice, error) { return readNotice(ctx, b.tx, id) })
}

func (b *book) Demand(ctx context.Context, id string) (ledger.Demand, error) {
	return view(ctx, b, func() (ledger.Demand, error) { return readDemand(ctx, b.tx, id) })
}

func (b *book) Paper(ctx context.Context, id string) (ledger.Paper, error) {
	return view(ctx, b, func() (ledger.Paper, error) { return readPaper(ctx, b.tx, id) })
}

func (b *book) Twin(ctx context.Context, digest, title, docNo string) (ledger.Notice, error) {
	return view(ctx, b, func() (ledger.Notice, error) { return readTwin(ctx, b.tx, digest, title, docNo) })
}

func (b *book) ListOn(ctx context.Context, d app.Date) (*ledger.List, error) {
	return view(ctx, b, func() (*ledger.List, error) { return readListOn(ctx, b.tx, d) })
}

func (b *book) NextNo(ctx context.Context, year int) (int, error) {
	return view(ctx, b, func() (int, error) { return readNextNo(ctx, b.tx, year) })
}

func (b *book) NextSerial(ctx context.Context, prefix string, kind ledger.PaperKind, year int) (int, error) {
	return view(ctx, b, func() (int, error) { return readNextSerial(ctx, b.tx, prefix, kind, year) })
}

func (b *book) NumberTaken(ctx context.Context, number string) (bool, error) {
	return view(ctx, b, func() (bool, error) {
		var one int
		err := b.tx.QueryRowContext(ctx, "SELECT 1 FROM paper WHERE number = ? LIMIT 1", number).Scan(&one)
		if errors.Is(err, sql.ErrNoRows) {
			return false, nil
		}
		return err == nil, err
	})
}
