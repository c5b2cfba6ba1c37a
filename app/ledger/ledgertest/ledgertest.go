// Package ledgertest is a ledger in memory for tests of the use cases: the same events, folds and rules as the real
// one, without a database. It is also the model that the real one is compared with.
package ledgertest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Ledger holds events in memory. It serves as reader and writer of the use cases.
type Ledger struct {
	Clock   func() time.Time // UTC or local
	Fail    error            // given by the next Write after its operation has run: nothing is kept
	Entries []ledger.Entry   // in the order of writing
	ids     int
}

// New makes an empty ledger with a clock that moves on a minute with each look.
func New(start time.Time) *Ledger {
	t := start
	return &Ledger{Clock: func() time.Time { t = t.Add(time.Minute); return t }}
}

// Write runs an operation and keeps its events if it succeeds.
func (l *Ledger) Write(_ context.Context, operation func(ledger.Book) error) error {
	b := &book{Ledger: l, now: l.Clock().UTC().Truncate(time.Millisecond), kept: slices.Clone(l.Entries)}
	err := operation(b)
	if err == nil && l.Fail != nil {
		err, l.Fail = l.Fail, nil
	}
	if err != nil {
		l.Entries = b.kept
		return err
	}
	return nil
}

// book is the ledger in a transaction; it writes through, and Write puts back what was there if it fails.
type book struct {
	*Ledger
	now  time.Time
	kept []ledger.Entry
}

func (b *book) Now() time.Time { return b.now }

func (b *book) NewID() string {
	b.ids++
	return fmt.Sprintf("id%d", b.ids)
}

func (b *book) Append(ctx context.Context, s ledger.Subject, t ledger.EventType, payload any) (ledger.Ref, error) {
	body, err := ledger.Canonical(payload)
	if err != nil {
		return ledger.Ref{}, err
	}
	settings, err := b.Settings(ctx)
	if err != nil {
		return ledger.Ref{}, err
	}
	e := ledger.Event{Origin: "memory", Seq: int64(len(b.Entries) + 1), Subject: s, Type: t, Version: ledger.PayloadVersion,
		Time: b.now, Actor: settings.Office.Clerk, Digest: ledger.PayloadDigest(nil, body)}
	if n := len(b.Entries); n > 0 {
		if e.Prev, err = b.Entries[n-1].Event.Hash(); err != nil {
			return ledger.Ref{}, err
		}
	}
	entry := ledger.Entry{Event: e, Payload: body}
	if err := ledger.CheckHistory(append(b.Of(s), entry)); err != nil {
		return ledger.Ref{}, err
	}
	b.Entries = append(b.Entries, entry)
	return e.Ref(), nil
}

func (b *book) Erase(ctx context.Context, notice string) (ledger.ErasedPayload, error) {
	n, err := b.Notice(ctx, notice)
	if err != nil {
		return ledger.ErasedPayload{}, err
	}
	papers, err := b.Papers(ctx, notice)
	if err != nil {
		return ledger.ErasedPayload{}, err
	}
	mine := map[string]bool{notice: true}
	for _, d := range n.Demands {
		mine[d.ID] = true
	}
	var out ledger.ErasedPayload
	for _, f := range n.Files {
		out.Blobs = append(out.Blobs, f.Digest)
	}
	for _, p := range papers {
		mine[p.ID] = true
		out.Blobs = append(out.Blobs, p.PDF.Digest)
		if p.Twin != nil {
			out.Blobs = append(out.Blobs, p.Twin.Digest)
		}
	}
	b.Entries = slices.Clone(b.Entries) // the kept ones must not lose theirs
	for i, e := range b.Entries {
		if mine[e.Event.Subject.ID] && e.Event.Type.Erasable() && e.Payload != nil {
			b.Entries[i].Payload = nil
			out.Events = append(out.Events, e.Event.Ref())
		}
	}
	return out, nil
}

// Of gives the history of a subject.
func (l *Ledger) Of(s ledger.Subject) []ledger.Entry {
	var out []ledger.Entry
	for _, e := range l.Entries {
		if e.Event.Subject == s {
			out = append(out, e)
		}
	}
	return out
}

// all gives the IDs of all subjects of a kind in the order in which they came.
func (l *Ledger) all(kind ledger.SubjectKind) []string {
	var out []string
	for _, e := range l.Entries {
		if s := e.Event.Subject; s.Kind == kind && !slices.Contains(out, s.ID) {
			out = append(out, s.ID)
		}
	}
	return out
}

// Settings folds the office's events.
func (l *Ledger) Settings(context.Context) (ledger.Settings, error) {
	return ledger.FoldSettings(l.Of(ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}))
}

// Notice folds a notice and its demands.
func (l *Ledger) Notice(ctx context.Context, id string) (ledger.Notice, error) {
	h := l.Of(ledger.Subject{Kind: ledger.SubjectNotice, ID: id})
	if len(h) == 0 {
		return ledger.Notice{}, app.Errorf(app.CodeNotFound, "没有找到这件来件。")
	}
	n, err := ledger.FoldNotice(h)
	if err != nil {
		return n, err
	}
	for _, d := range l.all(ledger.SubjectDemand) {
		demand, err := l.Demand(ctx, d)
		if err != nil {
			return n, err
		}
		if demand.Notice == id {
			n.Demands = append(n.Demands, demand)
		}
	}
	slices.SortStableFunc(n.Demands, func(a, b ledger.Demand) int { return a.No - b.No })
	return n, nil
}

// Numbered looks for the notice with a number.
func (l *Ledger) Numbered(ctx context.Context, year, no int) (ledger.Notice, error) {
	for _, id := range l.all(ledger.SubjectNotice) {
		if n, err := l.Notice(ctx, id); err != nil || n.Year == year && n.No == no {
			return n, err
		}
	}
	return ledger.Notice{}, app.Errorf(app.CodeNotFound, "台账里没有 %d年第%d号。", year, no)
}

// Demand folds a demand.
func (l *Ledger) Demand(_ context.Context, id string) (ledger.Demand, error) {
	h := l.Of(ledger.Subject{Kind: ledger.SubjectDemand, ID: id})
	if len(h) == 0 {
		return ledger.Demand{}, app.Errorf(app.CodeNotFound, "没有找到这个事项。")
	}
	return ledger.FoldDemand(h)
}

// Paper folds a paper.
func (l *Ledger) Paper(_ context.Context, id string) (ledger.Paper, error) {
	h := l.Of(ledger.Subject{Kind: ledger.SubjectPaper, ID: id})
	if len(h) == 0 {
		return ledger.Paper{}, app.Errorf(app.CodeNotFound, "没有找到这份文书。")
	}
	return ledger.FoldPaper(h)
}

// Papers gives the papers about a notice.
func (l *Ledger) Papers(ctx context.Context, notice string) ([]ledger.Paper, error) {
	var out []ledger.Paper
	for _, id := range l.all(ledger.SubjectPaper) {
		p, err := l.Paper(ctx, id)
		if err != nil {
			return nil, err
		}
		if slices.Contains(p.Notices, notice) {
			out = append(out, p)
		}
	}
	return out, nil
}

// PapersNumbered gives the papers with a number.
func (l *Ledger) PapersNumbered(ctx context.Context, number string) ([]ledger.Paper, error) {
	var out []ledger.Paper
	for _, id := range l.all(ledger.SubjectPaper) {
		p, err := l.Paper(ctx, id)
		if err != nil {
			return nil, err
		}
		if p.Number == number {
			out = append(out, p)
		}
	}
	return out, nil
}

// Twin looks for the same words, then for the same number.
func (l *Ledger) Twin(ctx context.Context, digest, title, docNo string) (ledger.Notice, error) {
	var like, other string
	for _, id := range l.all(ledger.SubjectNotice) {
		n, err := l.Notice(ctx, id)
		if err != nil {
			return n, err
		}
		if n.Void || n.Erased != nil {
			continue
		}
		if n.Digest == digest {
			return n, nil
		}
		switch f := n.Check.Fields; {
		case docNo == "" || f.DocNo != docNo:
		case title != "" && n.Title() == title:
			like = id
		case ledger.OwnNumber(docNo):
			other = id
		}
	}
	if like == "" {
		like = other
	}
	if like != "" {
		return l.Notice(ctx, like)
	}
	return ledger.Notice{}, app.Errorf(app.CodeNotFound, "没有相同的来件。")
}

// NextNo is one more than the highest number of the year.
func (l *Ledger) NextNo(ctx context.Context, year int) (int, error) {
	top := 0
	for _, id := range l.all(ledger.SubjectNotice) {
		n, err := l.Notice(ctx, id)
		if err != nil {
			return 0, err
		}
		if n.Year == year {
			top = max(top, n.No)
		}
	}
	return top + 1, nil
}

// NextSerial is one more than the highest of its series.
func (l *Ledger) NextSerial(ctx context.Context, prefix string, kind ledger.PaperKind, year int) (int, error) {
	top := 0
	for _, id := range l.all(ledger.SubjectPaper) {
		p, err := l.Paper(ctx, id)
		if err != nil {
			return 0, err
		}
		if p.Prefix == prefix && p.Kind == kind && p.Year == year {
			top = max(top, p.Serial)
		}
	}
	return top + 1, nil
}

// NumberTaken tells whether a paper carries the number.
func (l *Ledger) NumberTaken(ctx context.Context, number string) (bool, error) {
	for _, id := range l.all(ledger.SubjectPaper) {
		if p, err := l.Paper(ctx, id); err != nil || p.Number == number {
			return err == nil, err
		}
	}
	return false, nil
}

// Lists gives all list versions, the last imported first.
func (l *Ledger) Lists(context.Context) ([]ledger.List, error) {
	var out []ledger.List
	for _, id := range l.all(ledger.SubjectList) {
		v, err := ledger.FoldList(l.Of(ledger.Subject{Kind: ledger.SubjectList, ID: id}))
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	slices.Reverse(out)
	return out, nil
}

// ListOn gives the last imported version in force on the day.
func (l *Ledger) ListOn(ctx context.Context, d app.Date) (*ledger.List, error) {
	lists, err := l.Lists(ctx)
	if err != nil {
		return nil, err
	}
	for _, v := range lists {
		if !v.Withdrawn && v.List.Source.InForce(d) {
			return &v, nil
		}
	}
	return nil, nil
}

// Own gives what the office has of its own.
func (l *Ledger) Own(context.Context) (ledger.Own, error) {
	var out ledger.Own
	for _, id := range l.all(ledger.SubjectRule) {
		v, err := ledger.FoldRule(l.Of(ledger.Subject{Kind: ledger.SubjectRule, ID: id}))
		if err != nil {
			return ledger.Own{}, err
		}
		out.Changes = append(out.Changes, v)
	}
	slices.SortFunc(out.Changes, func(a, b ledger.RuleChanged) int { return strings.Compare(a.Change.Code, b.Change.Code) })
	for _, id := range l.all(ledger.SubjectPack) {
		v, err := ledger.FoldPack(l.Of(ledger.Subject{Kind: ledger.SubjectPack, ID: id}))
		if err != nil {
			return ledger.Own{}, err
		}
		if !v.Removed {
			out.Packs = append(out.Packs, v)
		}
	}
	for _, id := range l.all(ledger.SubjectWord) {
		v, err := ledger.FoldWord(l.Of(ledger.Subject{Kind: ledger.SubjectWord, ID: id}))
		if err != nil {
			return ledger.Own{}, err
		}
		if !v.Removed {
			out.Words = slices.Insert(out.Words, 0, v)
		}
	}
	for _, id := range l.all(ledger.SubjectWording) {
		v, err := ledger.FoldSentence(l.Of(ledger.Subject{Kind: ledger.SubjectWording, ID: id}))
		if err != nil {
			return ledger.Own{}, err
		}
		out.Sentences = append(out.Sentences, v)
	}
	slices.SortFunc(out.Sentences, func(a, b ledger.Sentence) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// Precedents gives the precedents of one version of the list, or all, the last decided first; days are those of the clock.
func (l *Ledger) Precedents(ctx context.Context, list *app.Version) ([]ledger.Precedent, error) {
	var out []ledger.Precedent
	for _, id := range l.all(ledger.SubjectNotice) {
		n, err := l.Notice(ctx, id)
		if err != nil {
			return nil, err
		}
		for _, d := range n.Demands {
			p, ok := ledger.PrecedentOf(n, d, l.Clock().Location())
			if !ok || list != nil && p.List != *list {
				continue
			}
			s, err := ledger.FoldPrecedent(l.Of(ledger.Subject{Kind: ledger.SubjectPrecedent, ID: d.ID}))
			if err != nil {
				return nil, err
			}
			out = append(out, ledger.Precedent{Precedent: p, At: d.Decided, Off: s.Of(d.Decided)})
		}
	}
	slices.SortFunc(out, func(a, b ledger.Precedent) int { return cmp.Or(b.At.Compare(a.At), strings.Compare(a.ID, b.ID)) })
	return out, nil
}

// FindingCounts is how many demands entered in a span of days break each rule.
func (l *Ledger) FindingCounts(ctx context.Context, from, to app.Date) (map[string]int, error) {
	out := map[string]int{}
	for _, id := range l.all(ledger.SubjectNotice) {
		n, err := l.Notice(ctx, id)
		if err != nil {
			return nil, err
		}
		if n.Void || n.Entered.Before(from) || to.Before(n.Entered) {
			continue
		}
		for _, d := range n.Demands {
			seen := map[string]bool{}
			for _, f := range d.Advice.Findings {
				if d.State != ledger.StateVoid && d.Verdict() != app.VerdictInfo && !seen[f.Code] {
					seen[f.Code] = true
					out[f.Code]++
				}
			}
		}
	}
	return out, nil
}

// Registers gives all registers, the last imported first.
func (l *Ledger) Registers(context.Context) ([]ledger.Register, error) {
	var out []ledger.Register
	for _, id := range l.all(ledger.SubjectRegister) {
		v, err := ledger.FoldRegister(l.Of(ledger.Subject{Kind: ledger.SubjectRegister, ID: id}))
		if err != nil {
			return nil, err
		}
		if v.Withdrawn {
			continue
		}
		out = append(out, v)
	}
	slices.Reverse(out)
	return out, nil
}

// History gives the events of a notice, its demands and papers.
func (l *Ledger) History(ctx context.Context, notice string) ([]ledger.Entry, error) {
	n, err := l.Notice(ctx, notice)
	if err != nil {
		return nil, err
	}
	papers, err := l.Papers(ctx, notice)
	if err != nil {
		return nil, err
	}
	mine := map[string]bool{notice: true}
	for _, d := range n.Demands {
		mine[d.ID] = true
	}
	for _, p := range papers {
		mine[p.ID] = true
	}
	var out []ledger.Entry
	for _, e := range l.Entries {
		if mine[e.Event.Subject.ID] {
			out = append(out, e)
		}
	}
	return out, nil
}

// OldLedgers gives all imports of old ledgers, the newest first.
func (l *Ledger) OldLedgers(context.Context) ([]ledger.OldLedger, error) {
	var out []ledger.OldLedger
	for _, id := range l.all(ledger.SubjectOldLedger) {
		v, err := ledger.FoldOldLedger(l.Of(ledger.Subject{Kind: ledger.SubjectOldLedger, ID: id}))
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	slices.Reverse(out)
	return out, nil
}

// Drafts keeps a draft and a queue in memory.
type Drafts struct{ Data, Queue []byte }

// SaveDraft keeps a copy.
func (d *Drafts) SaveDraft(_ context.Context, data []byte) error {
	d.Data = slices.Clone(data)
	return nil
}

// LoadDraft gives what was kept.
func (d *Drafts) LoadDraft(context.Context) ([]byte, error) {
	if d.Data == nil {
		return nil, app.Errorf(app.CodeNotFound, "没有未登记的草稿。")
	}
	return d.Data, nil
}

// EraseDraft forgets it.
func (d *Drafts) EraseDraft(context.Context) error {
	d.Data = nil
	return nil
}

// SaveQueue keeps a copy.
func (d *Drafts) SaveQueue(_ context.Context, data []byte) error {
	d.Queue = slices.Clone(data)
	return nil
}

// LoadQueue gives what was kept.
func (d *Drafts) LoadQueue(context.Context) ([]byte, error) {
	if d.Queue == nil {
		return nil, app.Errorf(app.CodeNotFound, "没有未登记的队列。")
	}
	return d.Queue, nil
}

// EraseQueue forgets it.
func (d *Drafts) EraseQueue(context.Context) error {
	d.Queue = nil
	return nil
}

// Blobs keeps files in memory, by their digests.
type Blobs struct {
	Files    map[string][]byte
	Exported map[string][]byte // by folder/name
	Fail     error             // given by Export
}

// Put keeps data under the digest of a payload.
func (b *Blobs) Put(_ context.Context, data []byte) (string, error) {
	if b.Files == nil {
		b.Files = make(map[string][]byte)
	}
	digest := ledger.PayloadDigest(nil, data)
	b.Files[digest] = slices.Clone(data)
	return digest, nil
}

// Get gives data back.
func (b *Blobs) Get(_ context.Context, digest string) ([]byte, error) {
	data, ok := b.Files[digest]
	if !ok {
		return nil, app.Errorf(app.CodeNotFound, "保存的文件找不到了。")
	}
	return data, nil
}

// Path names a place.
func (b *Blobs) Path(digest string) string { return "files/" + digest }

// Export keeps a copy under folder and name.
func (b *Blobs) Export(_ context.Context, folder, name string, data []byte) (string, error) {
	if b.Fail != nil {
		return "", b.Fail
	}
	if b.Exported == nil {
		b.Exported = make(map[string][]byte)
	}
	b.Exported[folder+"/"+name] = slices.Clone(data)
	return folder + "/" + name, nil
}

// Payload decodes the payload of an entry for a test's eyes.
func Payload[T any](e ledger.Entry) T {
	var v T
	if err := json.Unmarshal(e.Payload, &v); err != nil {
		panic(err)
	}
	return v
}
