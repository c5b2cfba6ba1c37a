package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/ledger"
	"yidanqing/app/text"
)

// projector writes the tables that are derived from events. What it writes of a record depends on that record's events
// alone, but for the verdict of a notice and the number of its demands, which finish takes from the demands, and the day
// and whether it counts of a demand, which finish takes from its notice.
type projector struct {
	tx      *sql.Tx
	notices map[string]bool // whose verdict is to be summed up
}

// project derives one record and writes it over what stood there.
func (p *projector) project(ctx context.Context, s ledger.Subject, history []ledger.Entry) error {
	var err error
	switch s.Kind {
	case ledger.SubjectNotice:
		err = p.notice(ctx, history)
	case ledger.SubjectDemand:
		err = p.demand(ctx, history)
	case ledger.SubjectPaper:
		err = p.paper(ctx, history)
	case ledger.SubjectOffice:
		err = p.office(ctx, s.ID, history)
	case ledger.SubjectList:
		err = p.list(ctx, history)
	case ledger.SubjectRegister:
		err = p.register(ctx, history)
	case ledger.SubjectOldLedger:
		err = p.oldLedger(ctx, history)
	case ledger.SubjectRule, ledger.SubjectPack, ledger.SubjectWord, ledger.SubjectWording:
		err = p.own(ctx, s, history)
	case ledger.SubjectPrecedent:
		err = p.precedentSwitch(ctx, s.ID, history)
	case ledger.SubjectOrigin:
		err = p.start(ctx, history)
	}
	if err != nil {
		return fmt.Errorf("derive %s %s: %w", s.Kind, s.ID, err)
	}
	return nil
}

func record(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

func (p *projector) notice(ctx context.Context, history []ledger.Entry) error {
	n, err := ledger.FoldNotice(history)
	if err != nil {
		return err
	}
	raw, err := record(n)
	if err != nil {
		return err
	}
	received := ""
	if n.Received.Known() {
		received = n.Received.Date.String()
	}
	list, err := listOf(n)
	if err != nil {
		return err
	}
	f := n.Check.Fields
	_, err = p.tx.ExecContext(ctx, `INSERT INTO notice (id, year, no, entered, entered_at, received, received_time,
			received_source, title, issuer, doc_no, digest, kind, advised, list, verdict, demands, void, erased, place)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, ?, ?,
			(SELECT coalesce(max(place) + 1, ?18) FROM notice WHERE place >= ?18 AND place < ?18 + ?19))
		ON CONFLICT (id) DO UPDATE SET received = excluded.received, received_time = excluded.received_time,
			received_source = excluded.received_source, title = excluded.title, issuer = excluded.issuer,
			doc_no = excluded.doc_no, digest = excluded.digest, kind = excluded.kind, advised = excluded.advised, list = excluded.list,
			void = excluded.void, erased = excluded.erased`,
		n.ID, n.Year, n.No, n.Entered.String(), n.EnteredAt.Format(ledger.TimeFormat), received, n.Received.Time,
		n.Received.Source, n.Title(), f.Issuer, f.DocNo, n.Digest, n.Check.Kind, n.Check.Verdict, list, n.Void, n.Erased != nil,
		placeOf(n.Year, n.No), samePlace)
	if err != nil {
		return err
	}
	if err := p.put(ctx, "notice_record", "record", n.ID, raw); err != nil {
		return err
	}
	if err := p.index(ctx, n); err != nil {
		return err
	}
	if err := p.alerts(ctx, n); err != nil {
		return err
	}
	p.summarise(n.ID)
	return p.files(ctx, ledger.Subject{Kind: ledger.SubjectNotice, ID: n.ID}, digests(n.Files))
}

// alerts writes what the check found of earlier notices.
func (p *projector) alerts(ctx context.Context, n ledger.Notice) error {
	if _, err := p.tx.ExecContext(ctx, "DELETE FROM alert WHERE notice = ?", n.ID); err != nil {
		return err
	}
	for _, f := range n.Check.Findings {
		if alert.Title(f.Code) == "" {
			continue
		}
		related, err := record(f.Related)
		if err != nil {
			return err
		}
		_, err = p.tx.ExecContext(ctx, "INSERT OR REPLACE INTO alert (notice, code, words, related) VALUES (?, ?, ?, ?)", n.ID, f.Code, f.Title+"："+f.Basis, related)
		if err != nil {
			return err
		}
	}
	return nil
}

// words is what a search looks through: folded, so that width, blanks and broken lines do not matter.
func words(n ledger.Notice) string {
	f := n.Check.Fields
	return foldWords(strings.Join([]string{f.Title, f.DocNo, f.Issuer, n.Document.Text()}, "\n"))
}

// foldWords brings text and the words looked for into one form. Who types a quotation mark types the straight one.
func foldWords(s string) string {
	return strings.ReplaceAll(strings.ToLower(text.New(s).String()), "”", "“")
}

func (p *projector) put(ctx context.Context, table, column, id, value string) error {
	_, err := p.tx.ExecContext(ctx, fmt.Sprintf(
		"INSERT INTO %s (id, %s) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET %[2]s = excluded.%[2]s", table, column), id, value)
	return err
}

func (p *projector) summarise(notice string) {
	if p.notices == nil {
		p.notices = make(map[string]bool)
	}
	p.notices[notice] = true
}

func (p *projector) demand(ctx context.Context, history []ledger.Entry) error {
	d, err := ledger.FoldDemand(history)
	if err != nil {
		return err
	}
	raw, err := record(d)
	if err != nil {
		return err
	}
	r := demandColumns(d)
	_, err = p.tx.ExecContext(ctx, `INSERT INTO demand (id, notice, no, gist, kind, verdict, state, deadline, hour,
			reply_due, delivered, talk, remind, assignee, paper, number, outcome, decided, route, result, changed, record)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET gist = excluded.gist, kind = excluded.kind, verdict = excluded.verdict,
			state = excluded.state, deadline = excluded.deadline, hour = excluded.hour, reply_due = excluded.reply_due,
			delivered = excluded.delivered, talk = excluded.talk, remind = excluded.remind, assignee = excluded.assignee,
			paper = excluded.paper, number = excluded.number, outcome = excluded.outcome, decided = excluded.decided,
			route = excluded.route, result = excluded.result, changed = excluded.changed, record = excluded.record`,
		d.ID, d.Notice, d.No, r.gist, d.Kind, d.Verdict(), d.State, r.deadline, r.hour, r.replyDue, r.delivered, r.talk, r.remind,
		r.assignee, r.paper, r.number, r.outcome, d.Decision != nil, d.Route(), d.Result(), d.Changed.Format(ledger.TimeFormat), raw)
	if err != nil {
		return err
	}
	p.summarise(d.Notice)
	if err := p.precedent(ctx, d); err != nil {
		return err
	}
	if err := p.owed(ctx, d.ID, history); err != nil {
		return err
	}
	return p.findings(ctx, d)
}

// owed writes which replies the papers of a demand asked for.
func (p *projector) owed(ctx context.Context, demand string, history []ledger.Entry) error {
	replies, err := ledger.OwedReplies(history)
	if err != nil {
		return err
	}
	if _, err := p.tx.ExecContext(ctx, "DELETE FROM demand_reply WHERE demand = ?", demand); err != nil {
		return err
	}
	for _, r := range replies {
		_, err := p.tx.ExecContext(ctx, "INSERT INTO demand_reply (demand, paper, due, replied) VALUES (?, ?, ?, ?)", demand, r.Paper,
			r.Due.String(), r.Replied.String())
		if err != nil {
			return err
		}
	}
	return nil
}

// demandCells are the columns of a demand that need a look into its parts.
type demandCells struct {
	gist, deadline, hour, replyDue, delivered, remind, assignee, paper, number string
	talk                                                                       ledger.TalkResult
	outcome                                                                    ledger.Outcome
}

func demandColumns(d ledger.Demand) demandCells {
	c := demandCells{gist: d.Advice.Gist}
	if c.gist == "" {
		c.gist = shorten(d.Advice.Text, 20)
	}
	if t := d.Advice.Deadline; t != nil {
		c.deadline, c.hour = t.Date.String(), t.Time
	}
	if d.Delivery != nil {
		c.replyDue, c.delivered = d.Delivery.Due.String(), d.Delivery.Date.String()
	}
	if n := len(d.Talks); n > 0 && d.State == ledger.StateTalking {
		c.talk, c.remind = d.Talks[n-1].Result, d.Talks[n-1].Remind.String()
	}
	if d.Decision != nil {
		c.assignee = d.Decision.Assignee
	}
	if d.Paper != nil {
		c.paper, c.number = d.Paper.Paper, d.Paper.Number
	}
	if d.Reply != nil {
		c.outcome = d.Reply.Outcome
	}
	return c
}

// shorten cuts a text to n runes.
func shorten(s string, n int) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) <= n {
		return string(r)
	}
	return string(r[:n]) + "…"
}

func (p *projector) paper(ctx context.Context, history []ledger.Entry) error {
	v, err := ledger.FoldPaper(history)
	if err != nil {
		return err
	}
	raw, err := record(v)
	if err != nil {
		return err
	}
	_, err = p.tx.ExecContext(ctx, `INSERT INTO paper (id, kind, prefix, year, serial, number, date, void, record)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET void = excluded.void, record = excluded.record`,
		v.ID, v.Kind, v.Prefix, v.Year, v.Serial, v.Number, v.Date.String(), v.Void, raw)
	if err != nil {
		return err
	}
	for _, n := range v.Notices {
		if _, err := p.tx.ExecContext(ctx, "INSERT OR IGNORE INTO paper_notice (paper, notice) VALUES (?, ?)", v.ID, n); err != nil {
			return err
		}
	}
	files := digests([]ledger.File{v.PDF})
	if v.Twin != nil {
		files = append(files, v.Twin.Digest)
	}
	if v.Photo != nil {
		files = append(files, v.Photo.Digest)
	}
	return p.files(ctx, ledger.Subject{Kind: ledger.SubjectPaper, ID: v.ID}, files)
}

func digests(files []ledger.File) []string {
	var out []string
	for _, f := range files {
		if f.Digest != "" {
			out = append(out, f.Digest)
		}
	}
	return out
}

// files writes which files a record needs now.
func (p *projector) files(ctx context.Context, s ledger.Subject, digests []string) error {
	if _, err := p.tx.ExecContext(ctx, "DELETE FROM file_use WHERE subject_kind = ? AND subject_id = ?", s.Kind, s.ID); err != nil {
		return err
	}
	for _, d := range digests {
		_, err := p.tx.ExecContext(ctx, "INSERT OR IGNORE INTO file_use (digest, subject_kind, subject_id) VALUES (?, ?, ?)",
			d, s.Kind, s.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *projector) office(ctx context.Context, id string, history []ledger.Entry) error {
	s, err := ledger.FoldSettings(history)
	if err != nil {
		return err
	}
	raw, err := record(s)
	if err != nil {
		return err
	}
	return p.put(ctx, "office", "record", id, raw)
}

func (p *projector) list(ctx context.Context, history []ledger.Entry) error {
	l, err := ledger.FoldList(history)
	if err != nil {
		return err
	}
	raw, err := record(l)
	if err != nil {
		return err
	}
	_, err = p.tx.ExecContext(ctx, `INSERT INTO list (id, digest, valid_from, valid_to, sample, imported_at, withdrawn, record)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET withdrawn = excluded.withdrawn, record = excluded.record`,
		l.ID, l.List.Digest(), l.List.Source.Start().String(), l.List.Source.To.String(), l.List.Source.Sample,
		l.ImportedAt.Format(ledger.TimeFormat), l.Withdrawn, raw)
	return err
}

func (p *projector) register(ctx context.Context, history []ledger.Entry) error {
	r, err := ledger.FoldRegister(history)
	if err != nil {
		return err
	}
	raw, err := record(r)
	if err != nil {
		return err
	}
	_, err = p.tx.ExecContext(ctx, `INSERT INTO register (id, kind, imported_at, withdrawn, record) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET withdrawn = excluded.withdrawn, record = excluded.record`,
		r.ID, r.Register.Kind, r.ImportedAt.Format(ledger.TimeFormat), r.Withdrawn, raw)
	return err
}

// start keeps the numbers that the data before a restore had given.
func (p *projector) start(ctx context.Context, history []ledger.Entry) error {
	o, err := ledger.FoldOrigin(history)
	if err != nil {
		return err
	}
	for _, u := range o.Used {
		_, err := p.tx.ExecContext(ctx, `INSERT INTO used_number (origin, prefix, kind, year, serial) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET serial = excluded.serial`, history[0].Event.Subject.ID, u.Prefix, u.Kind, u.Year, u.Serial)
		if err != nil {
			return err
		}
	}
	return nil
}

// finish sums up the notices whose demands or check changed. Verdict: the one that all live demands share, else
// 部分承担. A notice without live demands has the check's. Its demands get the day that it was entered, by which
// statistics count them, and count no longer where it is void.
func (p *projector) finish(ctx context.Context) error {
	for id := range p.notices {
		_, err := p.tx.ExecContext(ctx, `UPDATE notice SET verdict = coalesce((
				SELECT CASE WHEN min(verdict) = max(verdict) THEN min(verdict) ELSE ? END
				FROM demand WHERE notice = notice.id AND state <> ? AND verdict <> '' HAVING count(*) > 0), advised),
				demands = (SELECT count(*) FROM demand WHERE notice = notice.id)
			WHERE id = ?`, app.VerdictMixed, ledger.StateVoid, id)
		if err != nil {
			return fmt.Errorf("sum up %s: %w", id, err)
		}
		_, err = p.tx.ExecContext(ctx, `UPDATE demand SET entered = n.entered, month = substr(n.entered, 1, 7),
				counted = n.void = 0 AND demand.state <> ? AND demand.verdict <> ?
			FROM notice n WHERE n.id = ?3 AND demand.notice = ?3`, ledger.StateVoid, app.VerdictInfo, id)
		if err != nil {
			return fmt.Errorf("date the demands of %s: %w", id, err)
		}
	}
	p.notices = nil
	return nil
}
