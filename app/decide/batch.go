package decide

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// Stage is what a batch makes of its notices.
type Stage string

const (
	StageDraft  Stage = "draft"  // 送审稿: no number, the ledger stays as it is
	StageIssue  Stage = "issue"  // 正式出文: number, PDF and record, one notice after the other
	StageIssued Stage = "issued" // 已出文书: copies of what was issued
)

// Title is the stage in Chinese.
func (s Stage) Title() string {
	switch s {
	case StageDraft:
		return "送审稿"
	case StageIssue:
		return "正式出文"
	case StageIssued:
		return "已出文书"
	}
	return ""
}

// Batch asks for papers of many notices at once (批量文书).
type Batch struct {
	Stage    Stage
	Notices  []string // IDs; papers are made in the order of their ledger numbers
	Evidence bool     // with 比对证据页; an issued paper has what it was issued with
	Bound    bool     // all in one file for printing (合订本), else a file each
	Folder   string   // where the files go
}

// MostInBatch is how many notices one batch takes.
const MostInBatch = 1000

// BatchItem is one paper of a batch.
type BatchItem struct {
	Notice string // ID
	Ledger string // 2026年第642号
	Title  string // of the notice
	Kind   paper.Kind
	To     string
	Number string // of the paper; empty for a 送审稿, and before it is issued
	Path   string // of its own PDF; empty where it has none outside the file of all
	Pages  int
	// Replaced are the characters that it shows in another shape; of copies of issued papers it was told when they were issued.
	Replaced []paper.Replaced
	paper    string // ID, once issued
	year     int
	no       int
}

// Unprinted is a notice of which no paper was made, or a paper of which no copy was written.
type Unprinted struct {
	Notice string // ID
	Ledger string
	Title  string
	Number string // of a paper that was issued and only not copied
	Reason string // what happened, what was kept, what to do
}

// Batched is what came of a batch.
type Batched struct {
	Papers []BatchItem
	Left   []Unprinted
	File   string // of all papers together; empty: a file each
	// Rest is how many notices were not come to, because the batch was cancelled or the folder failed.
	Rest      int
	Cancelled bool
	// Trouble ended the batch: the folder takes no files. What was issued before stands.
	Trouble error
}

// Replaced are the characters that papers of the batch show in another shape, each once, and how many papers have some.
func (b Batched) Replaced() (all []paper.Replaced, papers int) {
	for _, p := range b.Papers {
		if len(p.Replaced) > 0 {
			papers++
		}
		for _, r := range p.Replaced {
			at := slices.IndexFunc(all, func(o paper.Replaced) bool { return o.Rune == r.Rune })
			if at < 0 {
				all = append(all, r)
				continue
			}
			all[at].Count += r.Count
		}
	}
	return all, papers
}

// ReplacedNote says so in words: 2 份里有换了字形的字：…; empty where there are none.
func (b Batched) ReplacedNote() string {
	all, papers := b.Replaced()
	if papers == 0 {
		return ""
	}
	return fmt.Sprintf("%d 份里有换了字形的字：%s", papers, paper.ReplacedNote(all))
}

// Progress tells how far long work has come; nil: nobody asks.
type Progress func(done, total int)

// Survey tells beforehand which papers a batch would make, and why it would make none of the others. It changes nothing.
func (s *Service) Survey(ctx context.Context, b Batch, p Progress) ([]BatchItem, []Unprinted, error) {
	if len(b.Notices) == 0 {
		return nil, nil, app.Errorf(app.CodeInvalid, "没有选来件。请先勾选来件，再批量出文书。")
	}
	if len(b.Notices) > MostInBatch {
		return nil, nil, app.Errorf(app.CodeInvalid, "一次最多 %d 件，选了 %d 件，没有开始。请分几次办。", MostInBatch, len(b.Notices))
	}
	var items []BatchItem
	var left []Unprinted
	seen := map[string]bool{}
	for i, id := range b.Notices {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if seen[id] {
			continue
		}
		seen[id] = true
		n, err := s.Reader.Notice(ctx, id)
		if app.ErrorCode(err) == app.CodeNotFound {
			left = append(left, Unprinted{Notice: id, Ledger: id, Reason: app.ErrorMessage(err)})
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		found, err := s.papersOf(ctx, b, n)
		if err != nil {
			left = append(left, Unprinted{Notice: id, Ledger: n.Number(), Title: n.Title(), Reason: app.ErrorMessage(err)})
		}
		items = append(items, found...)
		if p != nil {
			p(i+1, len(b.Notices))
		}
	}
	slices.SortStableFunc(items, func(a, b BatchItem) int {
		if a.year != b.year {
			return a.year - b.year
		}
		return a.no - b.no
	})
	return items, left, nil
}

// papersOf are the papers of one notice that a batch makes; the error says why there is none.
func (s *Service) papersOf(ctx context.Context, b Batch, n ledger.Notice) ([]BatchItem, error) {
	item := BatchItem{Notice: n.ID, Ledger: n.Number(), Title: n.Title(), year: n.Year, no: n.No}
	if b.Stage == StageIssued {
		list, err := s.Reader.Papers(ctx, n.ID)
		if err != nil {
			return nil, err
		}
		var out []BatchItem
		for _, p := range list {
			if p.Void || p.PDF.Digest == "" {
				continue
			}
			item.Kind, item.To, item.Number, item.Pages, item.paper = paper.Kind(p.Kind), p.Addressee, p.Number, p.Pages, p.ID
			out = append(out, item)
		}
		if len(out) == 0 {
			return nil, app.Errorf(app.CodeNotFound, "还没有出文，或文书已作废、内容已删除。")
		}
		return out, nil
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return nil, err
	}
	p, err := s.think(ctx, Request{Notice: n.ID, Evidence: b.Evidence}, n, settings)
	if err != nil {
		return nil, err
	}
	if b.Stage == StageIssue && p.kind.Letter() {
		return nil, app.Errorf(app.CodeInvalid, "应出%s，文号由党政办发文簿给，不能批量出文。请打开这一件，填写文号后出文。", p.kind.Title())
	}
	item.Kind, item.To = p.kind, p.to.Name
	return []BatchItem{item}, nil
}

// Batch makes papers of many notices. A notice of which none can be made is listed with the reason, and the rest goes on;
// where ctx ends, what was made stands. The error is one before the first paper.
func (s *Service) Batch(ctx context.Context, b Batch, p Progress) (Batched, error) {
	items, left, err := s.Survey(ctx, b, nil)
	if err != nil {
		return Batched{}, err
	}
	out := Batched{Left: left}
	var pages []paper.Page
	steady := *s
	steady.Reader = &steadyLists{reader: s.Reader}
	s, start, forget := steady.ahead(ctx, b, items)
	defer forget("")
	for i, item := range items {
		if p != nil {
			p(i, len(items))
		}
		if ctx.Err() != nil {
			out.Cancelled, out.Rest = true, len(items)-i
			break
		}
		start(i)
		made, err := s.one(context.WithoutCancel(ctx), b, &item)
		forget(item.Ledger)
		if err == nil || b.Stage == StageIssue && item.Number != "" { // issued, and only not copied
			out.Papers = append(out.Papers, item)
		}
		if b.Bound {
			pages = append(pages, made...)
		}
		if err != nil {
			out.Left = append(out.Left, Unprinted{Notice: item.Notice, Ledger: item.Ledger, Title: item.Title, Number: item.Number, Reason: app.ErrorMessage(err)})
			if app.ErrorCode(err) == app.CodeReadOnly { // the folder or the disk: the next one would fail too
				out.Trouble, out.Rest = err, len(items)-i-1
				break
			}
		}
	}
	if p != nil && !out.Cancelled {
		p(len(items), len(items))
	}
	if b.Bound && len(pages) > 0 && (!out.Cancelled || b.Stage == StageIssue) {
		out.File, err = s.bind(context.WithoutCancel(ctx), b, out.Papers, pages)
		if err != nil {
			out.Trouble = err
		}
	}
	return out, nil
}

// ahead gives the service with a press that prints the next papers beside the ledger. start is told of each paper in its turn,
// forget when it is done; forget without a name waits for what is still being printed.
func (s *Service) ahead(ctx context.Context, b Batch, items []BatchItem) (with *Service, start func(i int), forget func(ledger string)) {
	if b.Stage == StageIssued || b.Stage == StageDraft && b.Bound { // nothing is printed, or only laid out
		return s, func(int) {}, func(string) {}
	}
	press, copied := newAhead(s.Press), *s
	copied.Press = press
	g := &guess{service: s, next: map[string]int{}}
	started := 0
	start = func(i int) {
		for ; started <= i+printAhead && started < len(items); started++ {
			if kind, subject, err := g.think(ctx, b, items[started]); err == nil {
				press.start(context.WithoutCancel(ctx), kind, subject, b.Evidence, b.Stage == StageIssue)
			}
		}
	}
	return &copied, start, func(ledger string) {
		if ledger == "" {
			press.wait.Wait()
		}
		press.forget(ledger)
	}
}

// one makes one paper of a batch and gives its pages. Where the paper was issued and only its copy failed, item has its
// number beside the error.
func (s *Service) one(ctx context.Context, b Batch, item *BatchItem) ([]paper.Page, error) {
	folder := b.Folder
	if b.Bound {
		folder = ""
	}
	switch b.Stage {
	case StageIssue:
		i, err := s.Issue(ctx, Request{Notice: item.Notice, Evidence: b.Evidence, Folder: folder})
		if err != nil {
			return nil, err
		}
		item.Number, item.To, item.Pages, item.Path, item.paper = i.Paper.Number, i.Paper.Addressee, i.Paper.Pages, i.Copy, i.Paper.ID
		item.Replaced = i.Replaced
		if b.Bound {
			item.Path = i.Stored
		}
		return i.Pages, i.Trouble
	case StageIssued:
		return s.issuedOne(ctx, b, item)
	}
	return s.draftOne(ctx, b, item)
}

func (s *Service) draftOne(ctx context.Context, b Batch, item *BatchItem) ([]paper.Page, error) {
	p, err := s.planned(ctx, Request{Notice: item.Notice, Evidence: b.Evidence})
	if err != nil {
		return nil, err
	}
	if b.Bound { // the file of one paper alone is not wanted
		pages, replaced, err := s.Press.Pages(ctx, p.kind, p.subject, b.Evidence)
		item.Pages, item.Replaced = len(pages), replaced
		return pages, err
	}
	printed, err := s.Press.Print(ctx, p.kind, p.subject, b.Evidence)
	if err != nil {
		return nil, err
	}
	item.Pages, item.Replaced = len(printed.Pages), printed.Replaced
	item.Path, err = s.Blobs.Export(ctx, b.Folder, s.draftName(p)+".pdf", printed.PDF)
	return nil, err
}

func (s *Service) issuedOne(ctx context.Context, b Batch, item *BatchItem) ([]paper.Page, error) {
	if b.Bound {
		data, err := s.PDF(ctx, item.paper)
		if err != nil {
			return nil, err
		}
		return s.Press.Reread(data)
	}
	var err error
	item.Path, err = s.Export(ctx, item.paper, b.Folder)
	return nil, err
}

// bind writes all papers of a batch into one file.
func (s *Service) bind(ctx context.Context, b Batch, papers []BatchItem, pages []paper.Page) (string, error) {
	day := app.DateOf(s.Now())
	name := "合订本 " + b.Stage.Title() + " " + day.String()
	first, serial, _ := strings.Cut(papers[0].Number, "〕")
	last, end, _ := strings.Cut(papers[len(papers)-1].Number, "〕")
	switch {
	case b.Stage != StageIssue || first != last: // not one series
	case serial == end:
		name = "合订本 " + papers[0].Number
	default:
		name = "合订本 " + papers[0].Number + "至" + end
	}
	data, err := s.Press.Bind(ctx, pages, name, day)
	if err != nil {
		return "", err
	}
	return s.Blobs.Export(ctx, b.Folder, name+".pdf", data)
}
