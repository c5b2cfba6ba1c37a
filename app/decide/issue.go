package decide

import (
	"context"
	"regexp"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// Preview sets the paper as 送审稿: without number and date, marked. It changes nothing.
func (s *Service) Preview(ctx context.Context, r Request) (Preview, error) {
	p, err := s.planned(ctx, r)
	if err != nil {
		return Preview{}, err
	}
	pages, replaced, err := s.Press.Pages(ctx, p.kind, p.subject, r.Evidence)
	if err != nil {
		return Preview{}, err
	}
	out := Preview{Kind: p.kind, Title: p.title(), To: p.to, Opinion: p.subject.Opinion, Copies: p.subject.Copies, Support: p.subject.Support, Pages: pages, Replaced: replaced,
		Answers: ids(p.allAnswers()), Mentions: ids(p.allMentions()), Differs: p.differs, Offered: p.offered()}
	if !p.kind.Letter() {
		year := s.dateOf(r).Year
		prefix := p.settings.Prefix(ledger.PaperKind(p.kind))
		serial, err := s.Reader.NextSerial(ctx, prefix, ledger.PaperKind(p.kind), year)
		if err != nil {
			return Preview{}, err
		}
		out.NextNumber = ledger.Number(prefix, year, serial)
	}
	return out, nil
}

// Draft is the PDF of the 送审稿, for printing. It changes nothing.
func (s *Service) Draft(ctx context.Context, r Request) (Printed, error) {
	p, err := s.planned(ctx, r)
	if err != nil {
		return Printed{}, err
	}
	return s.Press.Print(ctx, p.kind, p.subject, r.Evidence)
}

// SaveDraft writes the PDF of the 送审稿 into a folder and gives its path. It changes nothing in the ledger.
func (s *Service) SaveDraft(ctx context.Context, r Request, folder string) (string, error) {
	p, err := s.planned(ctx, r)
	if err != nil {
		return "", err
	}
	printed, err := s.Press.Print(ctx, p.kind, p.subject, r.Evidence)
	if err != nil {
		return "", err
	}
	return s.Blobs.Export(ctx, folder, s.draftName(p)+".pdf", printed.PDF)
}

// planned thinks a paper out from what stands in the ledger now.
func (s *Service) planned(ctx context.Context, r Request) (plan, error) {
	n, err := s.Reader.Notice(ctx, r.Notice)
	if err != nil {
		return plan{}, err
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return plan{}, err
	}
	p, err := s.think(ctx, r, n, settings)
	if err != nil {
		return plan{}, err
	}
	s.fillIn(&p)
	return p, nil
}

// offered are the kinds of paper that may be made of the notice now.
func (p *plan) offered() []paper.Kind {
	f := p.notice.Check.Fields
	return paper.Offered(p.settings.Office, paper.ClassOf(f.Issuer), f.Title, p.matters())
}

// Support is a request for support as the record of a notice gives it, to be completed by the clerk. It changes nothing.
func (s *Service) Support(ctx context.Context, notice string) (paper.Support, error) {
	p, err := s.planned(ctx, Request{Notice: notice, Kind: paper.KindSupport})
	if err != nil {
		return paper.Support{}, err
	}
	return *p.subject.Support, nil
}

// fillIn writes what the clerk left to the program: the opinion, or the request for support.
func (s *Service) fillIn(p *plan) {
	switch {
	case p.kind == paper.KindSupport:
		if p.subject.Support == nil {
			support := s.Press.Support(p.subject)
			p.subject.Support = &support
		}
		p.to = paper.Addressee{Name: p.subject.Support.Names(), Class: paper.ClassDepartment}
		p.subject.To = p.to
	case p.subject.Opinion == "":
		p.subject.Opinion = s.Press.Opinion(p.kind, p.subject)
	}
}

// notices are the IDs of the notices that the paper is about, its own first.
func (p *plan) notices() []string {
	out := []string{p.notice.ID}
	for _, n := range p.others {
		out = append(out, n.ID)
	}
	return out
}

func (p *plan) title() string {
	if p.kind == paper.KindFeedback {
		return p.settings.Title1()
	}
	return p.kind.Title()
}

func (s *Service) dateOf(r Request) app.Date {
	if r.Date.IsZero() {
		return app.DateOf(s.Now())
	}
	return r.Date
}

func ids(demands []ledger.Demand) []string {
	out := make([]string, len(demands))
	for i, d := range demands {
		out[i] = d.ID
	}
	return out
}

// Issue writes the proposal, the number and the PDF in one transaction (确定并出文), then a copy into r.Folder. Printing
// is the caller's.
func (s *Service) Issue(ctx context.Context, r Request) (Issued, error) {
	var out Issued
	var settings ledger.Settings
	n, err := s.change(ctx, r.Notice, func(b ledger.Book, n ledger.Notice) (err error) {
		if settings, err = b.Settings(ctx); err != nil {
			return err
		}
		p, err := s.think(ctx, r, n, settings)
		if err != nil {
			return err
		}
		if err := s.decideAll(ctx, b, n, p.proposals()); err != nil {
			return err
		}
		for _, one := range p.parts {
			if err := s.decideAll(ctx, b, one.notice, one.proposals()); err != nil {
				return err
			}
		}
		id, err := s.issue(ctx, b, &p, &out)
		if err != nil {
			return err
		}
		out.Paper, err = b.Paper(ctx, id)
		return err
	})
	if err != nil {
		return Issued{}, err
	}
	out.Notice, out.Stored = n, s.Blobs.Path(out.Paper.PDF.Digest)
	if r.Folder != "" {
		out.Copy, err = s.Blobs.Export(ctx, r.Folder, s.fileName(out.Paper, n, settings)+".pdf", out.PDF)
		out.Trouble = s.trouble(err, out.Paper)
	}
	return out, nil
}

// trouble says what was kept where a copy could not be written.
func (s *Service) trouble(err error, p ledger.Paper) error {
	if err == nil {
		return nil
	}
	return app.WrapError(app.ErrorCode(err), err, "%s 处理已登记，编号 %s；PDF 已存好，在“%s”，也可以从台账里再导出。",
		app.ErrorMessage(err), p.Number, s.Blobs.Path(p.PDF.Digest))
}

// proposals are the decisions that go with the paper: the choices, and the advice on demands that it answers or names
// and that nobody has decided yet. So the record says what the office proposed, demand by demand.
func (p *plan) proposals() []Choice {
	out := append([]Choice(nil), p.request.Choices...)
	if !p.kind.Answers() { // it decides nothing
		return out
	}
	for _, group := range [][]ledger.Demand{p.answers, p.mentions} {
		for _, d := range group {
			chosen := false
			for _, c := range p.request.Choices {
				chosen = chosen || c.Demand == d.ID
			}
			if d.Decision == nil && !chosen && decidable(d.Advice.Verdict) && free(d) {
				out = append(out, Choice{Demand: d.ID, Verdict: d.Advice.Verdict})
			}
		}
	}
	return out
}

func decidable(v app.Verdict) bool {
	switch v {
	case app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate:
		return true
	}
	return false
}

// issue gives the number, prints, keeps the PDF and writes the events.
func (s *Service) issue(ctx context.Context, b ledger.Book, p *plan, out *Issued) (string, error) {
	s.fillIn(p)
	head, err := s.number(ctx, b, p)
	if err != nil {
		return "", err
	}
	p.subject.Number, p.subject.Date = head.Number, head.Date
	if now := s.Now(); head.Date == app.DateOf(now) {
		p.subject.Time = now.Format("15:04")
	}
	printed, err := s.Press.Print(ctx, p.kind, p.subject, p.request.Evidence)
	if err != nil {
		return "", err
	}
	digest, err := s.Blobs.Put(ctx, printed.PDF)
	if err != nil {
		return "", err
	}
	out.PDF, out.Pages, out.Replaced = printed.PDF, printed.Pages, printed.Replaced
	twin, err := s.keepTwin(ctx, p, head.Number)
	if err != nil {
		return "", err
	}
	id := b.NewID()
	if _, err := b.Append(ctx, paperSubject(id), ledger.PaperIssued, head); err != nil {
		return "", err
	}
	content := ledger.PaperContentPayload{Opinion: p.subject.Opinion, Pages: len(printed.Pages), Digest: printed.Digest, Edition: printed.Edition, Twin: twin,
		PDF: ledger.File{Name: head.Number + ".pdf", Digest: digest, Size: int64(len(printed.PDF))}}
	if _, err := b.Append(ctx, paperSubject(id), ledger.PaperContent, content); err != nil {
		return "", err
	}
	ref := ledger.PaperRefPayload{Paper: id, Kind: head.Kind, Number: head.Number, Date: head.Date, Corrects: head.Corrects}
	for _, d := range p.allAnswers() {
		if _, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandIssued, ref); err != nil {
			return "", err
		}
	}
	if head.Corrects == "" {
		return id, nil
	}
	_, err = b.Append(ctx, paperSubject(head.Corrects), ledger.PaperVoided,
		ledger.VoidPayload{Reason: "由" + head.Number + "更正", By: id})
	return id, err
}

// number makes the head of the paper. Letters carry the number that was typed; the others get the next of their series.
func (s *Service) number(ctx context.Context, b ledger.Book, p *plan) (ledger.PaperPayload, error) {
	date, kind := s.dateOf(p.request), ledger.PaperKind(p.kind)
	if p.settings.Office.Name == "" {
		return ledger.PaperPayload{}, app.Errorf(app.CodeInvalid, "还没有填写本单位名称，没有出文。请先在“设置 → 单位与文书”里填写。")
	}
	if !date.Valid() {
		return ledger.PaperPayload{}, app.Errorf(app.CodeInvalid, "成文日期不存在，没有出文。请检查日期。")
	}
	head := ledger.PaperPayload{Kind: kind, Prefix: p.settings.Prefix(kind), Year: date.Year, Date: date, Addressee: p.to.Name,
		Notices: p.notices(), Answers: ids(p.allAnswers()), Mentions: ids(p.allMentions()), ReplyDays: p.settings.Days(kind),
		Corrects: p.request.Corrects, By: p.settings.Office.Clerk}
	if p.kind.Letter() {
		var err error
		if head.Number, err = letterNumber(p.request.Number, head.Prefix); err != nil {
			return head, err
		}
		taken, err := b.NumberTaken(ctx, head.Number)
		if err == nil && taken {
			err = app.Errorf(app.CodeConflict, "文号 %s 已经用过，没有出文。请核对发文簿。", head.Number)
		}
		return head, err
	}
	if strings.TrimSpace(head.Prefix) == "" {
		return head, app.Errorf(app.CodeInvalid, "还没有填写文书编号的字头。请在“设置 → 单位与文书”里填写。")
	}
	var err error
	if head.Serial, err = b.NextSerial(ctx, head.Prefix, kind, date.Year); err != nil {
		return head, err
	}
	for { // a letter may have been given the number by hand
		head.Number = ledger.Number(head.Prefix, date.Year, head.Serial)
		taken, err := b.NumberTaken(ctx, head.Number)
		if err != nil || !taken {
			return head, err
		}
		head.Serial++
	}
}

var (
	brackets = strings.NewReplacer("[", "〔", "]", "〕", "［", "〔", "］", "〕", "【", "〔", "】", "〕", "(", "〔", ")", "〕", "（", "〔", "）", "〕", " ", "", "\u3000", "")
	numbered = regexp.MustCompile(`^(.+〔\d{4}〕)0*([1-9]\d*)号$`)
)

// letterNumber brings the number that a clerk typed into the form of GB/T 9704: full year in 〔〕, no leading zero. prefix
// is only for the message.
func letterNumber(typed, prefix string) (string, error) {
	number := brackets.Replace(strings.TrimSpace(typed))
	if number == "" {
		return "", app.Errorf(app.CodeInvalid, "函的文号由党政办发文簿给，请先填写文号，没有出文。")
	}
	m := numbered.FindStringSubmatch(number)
	if m == nil {
		return "", app.Errorf(app.CodeInvalid, "文号“%s”不完整，没有出文。请写成 %s〔2026〕12号 这样。", strings.TrimSpace(typed), prefix)
	}
	return m[1] + m[2] + "号", nil
}

// PDF gives an issued paper's bytes.
func (s *Service) PDF(ctx context.Context, paperID string) ([]byte, error) {
	p, err := s.Reader.Paper(ctx, paperID)
	if err != nil {
		return nil, err
	}
	if p.PDF.Digest == "" {
		return nil, app.Errorf(app.CodeNotFound, "%s的内容已删除，只留编号和日期。", p.Number)
	}
	return s.Blobs.Get(ctx, p.PDF.Digest)
}

// Export writes a copy of an issued paper's PDF into a folder and gives its path.
func (s *Service) Export(ctx context.Context, paperID, folder string) (string, error) {
	data, err := s.PDF(ctx, paperID)
	if err != nil {
		return "", err
	}
	p, err := s.Reader.Paper(ctx, paperID)
	if err != nil {
		return "", err
	}
	name, err := s.nameOf(ctx, p)
	if err != nil {
		return "", err
	}
	path, err := s.Blobs.Export(ctx, folder, name+".pdf", data)
	return path, s.trouble(err, p)
}
