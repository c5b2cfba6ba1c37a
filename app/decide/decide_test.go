package decide_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
	"yidanqing/app/paper"
)

// press prints what a paper is about in one line, so that tests can read it.
type press struct {
	fail error
	mu   sync.Mutex
	last paper.Subject // printed
	// before is told of every paper before it is printed; nil: nobody is told.
	before func(paper.Subject) error
	// rare are the characters that a notice's paper shows in another shape, by its ledger number.
	rare map[string][]paper.Replaced
}

// Bind writes what the pages say, one a line.
func (p *press) Bind(_ context.Context, pages []paper.Page, title string, _ app.Date) ([]byte, error) {
	out := title
	for _, page := range pages {
		for _, it := range page.Items {
			out += "\n" + it.Text
		}
	}
	return []byte(out), nil
}

func (p *press) Reread(pdf []byte) ([]paper.Page, error) {
	return []paper.Page{{Items: []paper.Item{{Text: string(pdf)}}}}, nil
}

func (p *press) Opinion(kind paper.Kind, s paper.Subject) string { return "意见：" + string(kind) }

func (p *press) Twin(_ context.Context, kind paper.Kind, s paper.Subject, _ bool) ([]byte, error) {
	return []byte("Word " + line(kind, s)), p.fail
}

func (p *press) Support(paper.Subject) paper.Support {
	return paper.Support{Bodies: []string{"县水利局", "县公安局"}, Urgency: paper.UrgencyUsual, Place: "柳河镇"}
}

func (p *press) Message(s paper.Subject) string {
	return fmt.Sprintf("%s|%s|%s|%v", s.Office.Short, s.Fields.Issuer, s.List.Title, s.Verdicts())
}

func (p *press) OwnPart(s paper.Subject) string { return s.Office.Short + "能做的" }

func (p *press) Pages(_ context.Context, kind paper.Kind, s paper.Subject, _ bool) ([]paper.Page, []paper.Replaced, error) {
	p.mu.Lock()
	p.last = s
	p.mu.Unlock()
	return []paper.Page{{Items: []paper.Item{{Text: line(kind, s)}}}}, p.rare[s.Ledger], p.fail
}

func (p *press) Print(_ context.Context, kind paper.Kind, s paper.Subject, evidence bool) (decide.Printed, error) {
	if p.before != nil {
		if err := p.before(s); err != nil {
			return decide.Printed{}, err
		}
	}
	p.mu.Lock()
	p.last = s
	p.mu.Unlock()
	pages := []paper.Page{{Items: []paper.Item{{Text: line(kind, s)}}}}
	if evidence {
		pages = append(pages, paper.Page{})
	}
	return decide.Printed{Pages: pages, PDF: []byte(line(kind, s)), Digest: "摘要", Replaced: p.rare[s.Ledger]}, p.fail
}

func line(kind paper.Kind, s paper.Subject) string {
	var verdicts []string
	for _, v := range s.Verdicts() {
		verdicts = append(verdicts, string(v))
	}
	return fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s", kind, s.Number, s.Date, s.To.Name, strings.Join(verdicts, ","), s.Opinion, s.Ledger)
}

type bench struct {
	*decide.Service
	t      *testing.T
	ledger *ledgertest.Ledger
	blobs  *ledgertest.Blobs
	press  *press
	now    time.Time
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, blobs: &ledgertest.Blobs{}, press: &press{}}
	b.now = time.Date(2026, 11, 24, 9, 52, 0, 0, time.FixedZone("CST", 8*3600))
	b.ledger = ledgertest.New(b.now)
	cal, err := calendar.Parse([]byte("source 测试\nyear 2026 arranged\noff 2026-10-01..2026-10-07 国庆节\nwork 2026-10-10\n"))
	if err != nil {
		t.Fatal(err)
	}
	b.Service = &decide.Service{Reader: b.ledger, Writer: b.ledger, Press: b.press, Blobs: b.blobs, Calendar: cal,
		Now: func() time.Time { return b.now }, Rules: "2026-09 版", Software: "一单清 1.0"}
	b.write(func(book ledger.Book) {
		s := ledger.Settings{Office: app.Office{Type: app.Township, Name: "清河县柳河镇人民政府", Short: "柳河镇", Prefix: "柳", Clerk: "李敏", Phone: "662 5201"},
			Superior: "清河县减负办", People: []app.Person{{Name: "赵国梁", Post: "分管副镇长", Approver: true}, {Name: "王海", Post: "副镇长", Approver: true, To: day("2026-08-31")}}}
		b.append(book, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, s)
	})
	return b
}

func (b *bench) write(f func(ledger.Book)) {
	b.t.Helper()
	if err := b.ledger.Write(b.t.Context(), func(book ledger.Book) error { f(book); return nil }); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) append(book ledger.Book, s ledger.Subject, t ledger.EventType, payload any) {
	b.t.Helper()
	if _, err := book.Append(b.t.Context(), s, t, payload); err != nil {
		b.t.Fatal(err)
	}
}

// notice registers one whose demands carry the verdicts.
func (b *bench) notice(issuer string, verdicts ...app.Verdict) ledger.Notice {
	b.t.Helper()
	c := app.Check{Fields: app.Fields{Title: "关于开展排查整治的通知", Issuer: issuer, DocNo: "清建函〔2026〕118号"}}
	for i, v := range verdicts {
		c.Demands = append(c.Demands, app.Demand{Text: fmt.Sprintf("第%d项", i+1), Kind: app.KindTask, Verdict: v})
	}
	var id string
	b.write(func(book ledger.Book) {
		id = book.NewID()
		s := ledger.Subject{Kind: ledger.SubjectNotice, ID: id}
		no, _ := book.NextNo(b.t.Context(), 2026)
		b.append(book, s, ledger.NoticeRegistered, ledger.NoticePayload{Year: 2026, No: no, Entered: day("2026-11-24"),
			Received: ledger.Received{Date: day("2026-11-24"), Source: ledger.DayDoc}})
		b.append(book, s, ledger.NoticeContent, ledger.ContentPayload{Document: app.Document{Blocks: []app.Block{{Text: "原文"}}}, Digest: id, Check: c})
		for i, d := range c.Demands {
			ds := ledger.Subject{Kind: ledger.SubjectDemand, ID: book.NewID()}
			b.append(book, ds, ledger.DemandReceived, ledger.DemandPayload{Notice: id, No: i + 1, Kind: d.Kind})
			b.append(book, ds, ledger.DemandContent, d)
		}
	})
	return b.again(id)
}

func (b *bench) again(id string) ledger.Notice {
	b.t.Helper()
	n, err := b.ledger.Notice(b.t.Context(), id)
	if err != nil {
		b.t.Fatal(err)
	}
	return n
}

func (b *bench) issue(r decide.Request) decide.Issued {
	b.t.Helper()
	out, err := b.Issue(b.t.Context(), r)
	if err != nil {
		b.t.Fatal(err)
	}
	return out
}

func states(n ledger.Notice) string {
	var out []string
	for _, d := range n.Demands {
		out = append(out, string(d.State))
	}
	return strings.Join(out, " ")
}

func day(s string) app.Date {
	d, err := app.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

const bureau = "清河县住房和城乡建设局"

func TestStricterNeedsASentence(t *testing.T) {
	for _, c := range []struct {
		advised, chosen app.Verdict
		want            bool
	}{
		{app.VerdictEscalate, app.VerdictRefuse, true}, {app.VerdictDo, app.VerdictRefuse, true}, {app.VerdictCooperate, app.VerdictEscalate, true},
		{app.VerdictUnjudged, app.VerdictEscalate, true}, {app.VerdictRefuse, app.VerdictEscalate, false}, {app.VerdictRefuse, app.VerdictRefuse, false},
		{app.VerdictEscalate, app.VerdictDo, false}, {app.VerdictRefuse, app.VerdictCooperate, false}, {app.VerdictDo, app.VerdictCooperate, false},
		{app.VerdictRefuse, app.VerdictInfo, false},
	} {
		if got := decide.Stricter(c.advised, c.chosen); got != c.want {
			t.Errorf("%s to %s: %v", c.advised, c.chosen, got)
		}
	}
}

func TestDecide(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictEscalate, app.VerdictCooperate)
	_, err := b.Decide(t.Context(), n.ID, []decide.Choice{{Demand: n.Demands[0].ID, Verdict: app.VerdictRefuse}})
	if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "请写一句理由") {
		t.Errorf("stricter without a sentence: %v", err)
	}
	n, err = b.Decide(t.Context(), n.ID, []decide.Choice{
		{Demand: n.Demands[0].ID, Verdict: app.VerdictRefuse, Reason: "清单已收回"},
		{Demand: n.Demands[1].ID, Verdict: app.VerdictDo, Assignee: "王志强"}})
	if err != nil {
		t.Fatal(err)
	}
	d := n.Demands[0].Decision
	if states(n) != "pending doing" || d.Reason != "清单已收回" || d.By != "李敏" || d.Advised != app.VerdictEscalate || n.Demands[1].Decision.Assignee != "王志强" ||
		n.Verdict() != app.VerdictMixed {
		t.Errorf("states %s, decision %+v", states(n), d)
	}
	before := len(b.ledger.Entries)
	if _, err := b.Decide(t.Context(), n.ID, []decide.Choice{{Demand: n.Demands[1].ID, Verdict: app.VerdictDo, Assignee: "王志强"}}); err != nil || len(b.ledger.Entries) != before {
		t.Errorf("a choice that changes nothing wrote %d events, %v", len(b.ledger.Entries)-before, err)
	}
	for name, c := range map[string]decide.Choice{"another notice's demand": {Demand: "id99", Verdict: app.VerdictDo},
		"no verdict": {Demand: n.Demands[0].ID}, "mixed": {Demand: n.Demands[0].ID, Verdict: app.VerdictMixed}} {
		if _, err := b.Decide(t.Context(), n.ID, []decide.Choice{c}); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func TestDecisionAfterAChangeOfListNamesBoth(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	b.write(func(book ledger.Book) {
		b.append(book, ledger.Subject{Kind: ledger.SubjectList, ID: "l2"}, ledger.ListImported,
			app.DutyList{Source: app.Source{Title: "2027年版"}, Duties: []app.Duty{{Name: "x"}}})
	})
	n, err := b.Decide(t.Context(), n.ID, []decide.Choice{{Demand: n.Demands[0].ID, Verdict: app.VerdictDo}})
	if err != nil || n.Demands[0].Decision.List == nil || n.Demands[0].Decision.List.Title != "2027年版" {
		t.Errorf("decision %+v, %v", n.Demands[0].Decision, err)
	}
}

func TestPreviewChangesNothing(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictCooperate, app.VerdictRefuse)
	before := len(b.ledger.Entries)
	for range 2 {
		p, err := b.Preview(t.Context(), decide.Request{Notice: n.ID, Evidence: true})
		if err != nil {
			t.Fatal(err)
		}
		if p.Kind != paper.KindFeedback || p.Title != "事项拒接反馈单" || p.NextNumber != "柳反馈〔2026〕1号" || p.To.Name != bureau ||
			len(p.Answers) != 2 || len(p.Mentions) != 1 || p.Differs || p.Opinion != "意见：feedback" {
			t.Errorf("preview %+v", p)
		}
		if got := p.Pages[0].Items[0].Text; got != "feedback||"+"|"+bureau+"|refuse,cooperate,refuse|意见：feedback|2026年第1号" {
			t.Errorf("page %s", got)
		}
	}
	draft, err := b.Draft(t.Context(), decide.Request{Notice: n.ID})
	if err != nil || !strings.HasPrefix(string(draft.PDF), "feedback||") {
		t.Errorf("draft %s, %v", draft.PDF, err)
	}
	if len(b.ledger.Entries) != before || len(b.blobs.Files) != 0 {
		t.Error("the preview wrote something")
	}
}

func TestIssueWritesProposalNumberAndPDF(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictCooperate, app.VerdictEscalate)
	out := b.issue(decide.Request{Notice: n.ID, Evidence: true, Folder: "反馈单"})
	p := out.Paper
	if p.Number != "柳反馈〔2026〕1号" || p.Serial != 1 || p.Date != day("2026-11-24") || p.Addressee != bureau || p.By != "李敏" || p.Pages != 2 ||
		p.ReplyDays != 5 || p.Opinion != "意见：feedback" || p.Approval != nil || p.Digest != "摘要" {
		t.Errorf("paper %+v", p)
	}
	if got := states(out.Notice); got != "to_sign cooperating pending" {
		t.Errorf("states %s", got)
	}
	for i, d := range out.Notice.Demands {
		if d.Decision == nil || d.Decision.Verdict != d.Advice.Verdict || d.Decision.By != "李敏" {
			t.Errorf("demand %d: decision %+v", i+1, d.Decision)
		}
	}
	if got := string(b.blobs.Files[p.PDF.Digest]); got != string(out.PDF) || !strings.HasPrefix(got, "feedback|柳反馈〔2026〕1号|2026-11-24|") {
		t.Errorf("kept PDF %s", got)
	}
	if out.Copy != "反馈单/柳反馈〔2026〕1号_关于开展排查整治的通知_2026-11-24.pdf" || out.Trouble != nil || string(b.blobs.Exported[out.Copy]) != string(out.PDF) {
		t.Errorf("copy %s, trouble %v", out.Copy, out.Trouble)
	}
	if pdf, err := b.PDF(t.Context(), p.ID); err != nil || !slices.Equal(pdf, out.PDF) {
		t.Errorf("PDF %s, %v", pdf, err)
	}
}

func TestMixedNoticeGetsItsEscalationAfterItsFeedback(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictEscalate)
	b.issue(decide.Request{Notice: n.ID})
	out := b.issue(decide.Request{Notice: n.ID})
	if out.Paper.Number != "柳提级〔2026〕1号" || out.Paper.Addressee != "清河县减负办" || out.Paper.ReplyDays != 10 || states(out.Notice) != "to_sign to_sign" {
		t.Errorf("paper %+v, states %s", out.Paper, states(out.Notice))
	}
	if !strings.Contains(string(out.PDF), "|info,escalate|") {
		t.Errorf("the escalation speaks of the refused demand: %s", out.PDF)
	}
	if _, err := b.Issue(t.Context(), decide.Request{Notice: n.ID}); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("a third paper: %v", err)
	}
}

func TestWhoGetsWhat(t *testing.T) {
	for _, c := range []struct {
		name, issuer string
		verdict      app.Verdict
		request      decide.Request
		kind         paper.Kind
		to           string
		code         app.Code
	}{
		{"a bureau, refused", bureau, app.VerdictRefuse, decide.Request{}, paper.KindFeedback, bureau, ""},
		{"a bureau, escalated", bureau, app.VerdictEscalate, decide.Request{}, paper.KindEscalation, "清河县减负办", ""},
		{"the county, refused by its number", "清河县人民政府办公室", app.VerdictRefuse, decide.Request{}, paper.KindEscalation, "清河县人民政府办公室", ""},
		{"another addressee", bureau, app.VerdictRefuse, decide.Request{To: paper.Addressee{Name: "清河县城市管理局"}}, paper.KindFeedback, "清河县城市管理局", ""},
		{"a bank", "清河农村商业银行柳河支行", app.VerdictRefuse, decide.Request{}, paper.KindAnswer, "清河农村商业银行柳河支行", ""},
		{"nobody known", "", app.VerdictRefuse, decide.Request{}, "", "", app.CodeInvalid},
		{"nothing to answer", bureau, app.VerdictDo, decide.Request{}, "", "", app.CodeInvalid},
	} {
		b := newBench(t)
		n := b.notice(c.issuer, c.verdict)
		c.request.Notice = n.ID
		p, err := b.Preview(t.Context(), c.request)
		if app.ErrorCode(err) != c.code || p.Kind != c.kind || p.To.Name != c.to {
			t.Errorf("%s: %s to %s, %v", c.name, p.Kind, p.To.Name, err)
		}
	}
}

func TestVillageWritesToItsTown(t *testing.T) {
	b := newBench(t)
	village := ledger.Settings{Office: app.Office{Type: app.Village, Name: "柳河镇张庄村村民委员会", Prefix: "张", Clerk: "张强"}, Superior: "清河县柳河镇人民政府"}
	b.write(func(book ledger.Book) {
		b.append(book, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, village)
	})
	for issuer, want := range map[string]string{"柳河镇民政办": "village 清河县柳河镇人民政府 张反映〔2026〕1号", bureau: "village 清河县柳河镇人民政府 张反映〔2026〕1号",
		"清河农村商业银行柳河支行": "answer 清河农村商业银行柳河支行 张答复〔2026〕1号"} {
		p, err := b.Preview(t.Context(), decide.Request{Notice: b.notice(issuer, app.VerdictRefuse, app.VerdictDo).ID})
		if got := fmt.Sprint(p.Kind, " ", p.To.Name, " ", p.NextNumber); err != nil || got != want {
			t.Errorf("%s: %s, want %s, %v", issuer, got, want, err)
		}
	}
}

func TestEscalationNeedsASuperior(t *testing.T) {
	b := newBench(t)
	b.write(func(book ledger.Book) {
		b.append(book, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, ledger.Settings{Office: app.Office{Name: "清河县柳河镇人民政府", Prefix: "柳"}})
	})
	n := b.notice(bureau, app.VerdictEscalate)
	if _, err := b.Preview(t.Context(), decide.Request{Notice: n.ID}); !strings.Contains(app.ErrorMessage(err), "呈送的单位") {
		t.Errorf("error %v", err)
	}
}

func TestLetterCarriesTheTypedNumber(t *testing.T) {
	b := newBench(t)
	n := b.notice("中共清河县委组织部", app.VerdictRefuse, app.VerdictRefuse)
	if _, err := b.Issue(t.Context(), decide.Request{Notice: n.ID}); !strings.Contains(app.ErrorMessage(err), "请先填写文号") {
		t.Errorf("without a number: %v", err)
	}
	out := b.issue(decide.Request{Notice: n.ID, Number: " 柳政函〔2026〕31号 "})
	if out.Paper.Number != "柳政函〔2026〕31号" || out.Paper.Serial != 0 {
		t.Errorf("paper %+v", out.Paper)
	}
	other := b.notice("中共清河县委组织部", app.VerdictRefuse)
	if _, err := b.Issue(t.Context(), decide.Request{Notice: other.ID, Number: "柳政函〔2026〕31号"}); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("the same number again: %v", err)
	}
	if states(b.again(other.ID)) != "pending" {
		t.Error("half of the refused issue was written")
	}
}

// TestALetterGoesToThoseWhoGetACopy: those of the settings, unless the clerk names others or none.
func TestALetterGoesToThoseWhoGetACopy(t *testing.T) {
	b := newBench(t)
	n := b.notice("中共清河县委组织部", app.VerdictRefuse, app.VerdictRefuse)
	b.write(func(book ledger.Book) {
		set, err := book.Settings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		set.Copies, set.PrintedBy = "县减负办", "柳河镇党政综合办公室"
		b.append(book, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, set)
	})
	words := func(text string) *string { return &text }
	for _, c := range []struct {
		asked *string
		want  string
	}{{nil, "县减负办"}, {words("县纪委监委"), "县纪委监委"}, {words(""), ""}} {
		v, err := b.Preview(t.Context(), decide.Request{Notice: n.ID, Copies: c.asked})
		if err != nil || v.Copies != c.want || b.press.last.Copies != c.want || b.press.last.PrintedBy != "柳河镇党政综合办公室" {
			t.Errorf("asked %v: %q on the page, %q on the paper, %v", c.asked, v.Copies, b.press.last.Copies, err)
		}
	}
	b.issue(decide.Request{Notice: n.ID, Number: "柳政函〔2026〕31号"})
	if b.press.last.Copies != "县减负办" {
		t.Errorf("issued with %q", b.press.last.Copies)
	}
}

func TestNumbersRunByYearAndAreNeverReused(t *testing.T) {
	b := newBench(t)
	var numbers []string
	issue := func(date string) decide.Issued {
		out := b.issue(decide.Request{Notice: b.notice(bureau, app.VerdictRefuse).ID, Date: day(date)})
		numbers = append(numbers, out.Paper.Number)
		return out
	}
	first := issue("2026-11-24")
	if _, err := b.VoidPaper(t.Context(), first.Paper.ID, "写错单位"); err != nil {
		t.Fatal(err)
	}
	issue("2026-11-24")
	issue("2027-01-04")
	issue("2026-12-31")
	want := "柳反馈〔2026〕1号 柳反馈〔2026〕2号 柳反馈〔2027〕1号 柳反馈〔2026〕3号"
	if got := strings.Join(numbers, " "); got != want {
		t.Errorf("numbers %s, want %s", got, want)
	}
}

func TestIssueNeedsToKnowTheOffice(t *testing.T) {
	b := newBench(t)
	set := func(o app.Office) {
		b.write(func(book ledger.Book) {
			b.append(book, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, ledger.Settings{Office: o})
		})
	}
	set(app.Office{})
	n := b.notice(bureau, app.VerdictRefuse)
	if _, err := b.Issue(t.Context(), decide.Request{Notice: n.ID}); !strings.Contains(app.ErrorMessage(err), "本单位名称") {
		t.Errorf("without a name: %v", err)
	}
	set(app.Office{Type: app.Township, Name: "清河县柳河镇人民政府"})
	if _, err := b.Issue(t.Context(), decide.Request{Notice: n.ID}); !strings.Contains(app.ErrorMessage(err), "字头") {
		t.Errorf("without a short name: %v", err)
	}
	set(app.Office{Type: app.Township, Name: "清河县柳河镇人民政府", Short: "柳河镇"})
	if out := b.issue(decide.Request{Notice: n.ID}); out.Paper.Number != "柳反馈〔2026〕1号" {
		t.Errorf("number %s", out.Paper.Number)
	}
}

func TestFailedPrintLeavesNothing(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	before := len(b.ledger.Entries)
	b.press.fail = app.Errorf(app.CodeInternal, "字体坏了")
	if _, err := b.Issue(t.Context(), decide.Request{Notice: n.ID}); app.ErrorMessage(err) != "字体坏了" || len(b.ledger.Entries) != before {
		t.Errorf("%d events more, %v", len(b.ledger.Entries)-before, err)
	}
	b.press.fail = nil
	if out := b.issue(decide.Request{Notice: n.ID}); out.Paper.Serial != 1 {
		t.Errorf("the number was used up: %s", out.Paper.Number)
	}
}

func TestCopyThatCannotBeWrittenLeavesTheRecord(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	b.blobs.Fail = app.Errorf(app.CodeConflict, "“单.pdf”正被别的程序打开，没有写出。请关闭后再试。")
	out := b.issue(decide.Request{Notice: n.ID, Folder: "反馈单"})
	msg := app.ErrorMessage(out.Trouble)
	if out.Copy != "" || !strings.Contains(msg, "正被别的程序打开") || !strings.Contains(msg, "编号 柳反馈〔2026〕1号") || !strings.Contains(msg, out.Stored) {
		t.Errorf("trouble %s", msg)
	}
	if states(out.Notice) != "to_sign" || app.ErrorCode(out.Trouble) != app.CodeConflict {
		t.Errorf("states %s, code %s", states(out.Notice), app.ErrorCode(out.Trouble))
	}
	b.blobs.Fail = nil
	if path, err := b.Export(t.Context(), out.Paper.ID, "桌面"); err != nil || !strings.HasPrefix(path, "桌面/柳反馈〔2026〕1号_") {
		t.Errorf("export %s, %v", path, err)
	}
}
