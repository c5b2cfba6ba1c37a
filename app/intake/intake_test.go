package intake_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
)

// checkerFunc is a check made up for the test.
type checkerFunc func(text string, received app.Date, known app.Fields) (app.Check, error)

func (f checkerFunc) Check(_ context.Context, text string, received app.Date, known app.Fields, _ ...string) (app.Check, error) {
	return f(text, received, known)
}

// heldAgainst is a check that finds REPEATED because of one earlier notice.
type heldAgainst string

func (h heldAgainst) Check(_ context.Context, text string, received app.Date, known app.Fields, except ...string) (app.Check, error) {
	c, err := simple(text, received, known)
	if !slices.Contains(except, string(h)) {
		c.Findings = append(c.Findings, app.Finding{Code: "REPEATED", Related: []string{string(h)}})
	}
	return c, err
}

// simple reads the first line as title, a line of the form 〔…〕 as number, a line YYYY-MM-DD as date; each line that
// begins with a dash is a demand, which has the finding DEADLINE_SHORT and a deadline on the day after receipt.
func simple(text string, received app.Date, known app.Fields) (app.Check, error) {
	c := app.Check{Kind: app.KindInfo, Verdict: app.VerdictInfo}
	for i, line := range strings.Split(text, "\n") {
		switch {
		case i == 0:
			c.Fields.Title = line
		case strings.Contains(line, "〔"):
			c.Fields.DocNo = line
		case strings.HasPrefix(line, "2026-"):
			c.Fields.DocDate = line
		case strings.HasPrefix(line, "-"):
			c.Kind, c.Verdict = app.KindForm, app.VerdictRefuse
			c.Demands = append(c.Demands, app.Demand{Text: line, Kind: app.KindForm, Verdict: app.VerdictRefuse,
				Deadline: &app.Deadline{Date: received.AddDays(1), Text: "明天前"},
				Findings: []app.Finding{{Code: "DUPLICATE_FORM"}, {Code: "DEADLINE_SHORT"}}})
			c.Findings = []app.Finding{{Code: "DUPLICATE_FORM"}, {Code: "DEADLINE_SHORT"}}
		}
	}
	if known.DocDate != "" {
		c.Fields.DocDate = known.DocDate
	}
	if day, err := app.ParseDate(strings.Split(known.Deadline+" ", " ")[0]); err == nil && len(c.Demands) > 0 {
		c.Demands[0].Deadline = &app.Deadline{Date: day, Text: known.Deadline}
	}
	return c, nil
}

type bench struct {
	*intake.Service
	ledger *ledgertest.Ledger
	drafts *ledgertest.Drafts
	blobs  *ledgertest.Blobs
	now    time.Time
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{drafts: &ledgertest.Drafts{}, blobs: &ledgertest.Blobs{}}
	b.now = time.Date(2026, 11, 24, 9, 41, 0, 0, time.FixedZone("CST", 8*3600))
	b.ledger = ledgertest.New(b.now)
	b.Service = &intake.Service{Checker: checkerFunc(simple), Reader: b.ledger, Writer: b.ledger, Blobs: b.blobs,
		Drafts: b.drafts, Now: func() time.Time { return b.now }}
	return b
}

func pasted(text string) app.Document { return app.Document{Blocks: []app.Block{{Text: text}}} }

func (b *bench) read(t *testing.T, text string, o intake.Options) intake.Draft {
	t.Helper()
	d, err := b.Read(t.Context(), pasted(text), o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (b *bench) register(t *testing.T, text string) ledger.Notice {
	t.Helper()
	n, err := b.Register(t.Context(), b.read(t, text, intake.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const forms = "关于报送报表的通知\n清民函〔2026〕9号\n-每日报送日报表\n-每周报送周报表\n2026-11-24"

func TestReadWritesNothing(t *testing.T) {
	b := newBench(t)
	d := b.read(t, forms, intake.Options{})
	if len(b.ledger.Entries) != 0 || b.drafts.Data != nil || len(b.blobs.Files) != 0 {
		t.Error("reading wrote something")
	}
	if d.Text() != forms || len(d.Check.Demands) != 2 || d.Channel != ledger.ChannelPaste || d.Twin != nil {
		t.Errorf("draft %+v", d)
	}
}

func TestReadRefuses(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct {
		name string
		doc  app.Document
		code app.Code
		says string
	}{
		{"nothing", pasted(""), app.CodeInvalid, "请先复制通知"},
		{"blanks", pasted(" \n\u3000\t\u200b\n"), app.CodeInvalid, "请先复制通知"},
		{"a scan", app.Document{Name: "通知.pdf"}, app.CodeInvalid, "“通知.pdf”里没有能读出的文字"},
		{"a zip pasted as text", pasted("PK\x03\x04\x14\x00\x06\x00"), app.CodeInvalid, "不是文字"},
		{"control characters", pasted(strings.Repeat("a\x01\x02\x03", 20)), app.CodeInvalid, "不是文字"},
		{"GB18030 bytes", pasted("\xb9\xd8\xd3\xda"), app.CodeInvalid, "编码"},
		{"a mark", pasted("机密★1年\n关于某事的通知"), app.CodeSecret, "没有保存任何文字"},
		{"a whole library", pasted(strings.Repeat("通知", 3<<20)), app.CodeLimit, "文字太长"},
	} {
		_, err := b.Read(t.Context(), c.doc, intake.Options{})
		if app.ErrorCode(err) != c.code || !strings.Contains(app.ErrorMessage(err), c.says) {
			t.Errorf("%s: code %q, %v", c.name, app.ErrorCode(err), err)
		}
	}
}

func TestLongTextIsRead(t *testing.T) {
	b := newBench(t)
	if d := b.read(t, "通知\n"+strings.Repeat("请各村做好防火宣传工作。\n", 145000), intake.Options{}); len(d.Text()) < 5<<20 {
		t.Errorf("%d bytes", len(d.Text()))
	}
}

func TestDayReceived(t *testing.T) {
	at := func(b *bench, day, hour int) time.Time {
		return time.Date(2026, 11, day, hour, 30, 0, 0, b.now.Location())
	}
	b := newBench(t)
	for _, c := range []struct {
		name    string
		text    string
		message time.Time
		want    ledger.Received
		labels  string
	}{
		{"dated today", "标题\n-报表\n2026-11-24", time.Time{}, ledger.Received{Date: day("2026-11-24"), Source: ledger.DayDoc}, ""},
		{"message of today", "标题\n-报表\n2026-11-20", at(b, 24, 8), ledger.Received{Date: day("2026-11-24"), Time: "08:30", Source: ledger.DayMessage}, ""},
		{"dated earlier", "标题\n-报表\n2026-11-20", time.Time{}, ledger.Received{Date: day("2026-11-20")}, "今天 11-24|文中 11-20"},
		{"message earlier", "标题\n-报表", at(b, 21, 8), ledger.Received{Date: day("2026-11-21")}, "今天 11-24|消息 11-21"},
		{"both earlier", "标题\n-报表\n2026-11-20", at(b, 21, 8), ledger.Received{Date: day("2026-11-21")}, "今天 11-24|消息 11-21|文中 11-20"},
		{"no date", "标题\n-报表", time.Time{}, ledger.Received{Date: day("2026-11-24")}, "今天 11-24"},
		{"dated in the future", "标题\n-报表\n2026-11-30", time.Time{}, ledger.Received{Date: day("2026-11-24")}, "今天 11-24"},
	} {
		d := b.read(t, c.text, intake.Options{MessageTime: c.message})
		var labels []string
		for _, day := range d.Days {
			labels = append(labels, day.Label)
		}
		if d.Received != c.want || strings.Join(labels, "|") != c.labels {
			t.Errorf("%s: received %+v, asks %v", c.name, d.Received, labels)
		}
		short := 0
		for _, f := range append(d.Check.Findings, d.Check.Demands[0].Findings...) {
			if f.Code == "DEADLINE_SHORT" {
				short++
			}
		}
		if known := d.Received.Known(); known == d.Silent || (short > 0) != known {
			t.Errorf("%s: known %v, silent %v, %d findings about a short time", c.name, known, d.Silent, short)
		}
		if got := d.Check.Demands[0].Deadline.Date; got != c.want.Date.AddDays(1) {
			t.Errorf("%s: deadline %s does not count from %s", c.name, got, c.want.Date)
		}
	}
}

func day(s string) app.Date {
	d, err := app.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestSetReceivedChecksAgain(t *testing.T) {
	b := newBench(t)
	d := b.read(t, "标题\n-报表\n2026-11-20", intake.Options{})
	d, err := b.SetReceived(t.Context(), d, ledger.Received{Date: day("2026-11-23"), Time: "16:20"})
	if err != nil {
		t.Fatal(err)
	}
	if !d.Received.Known() || d.Received.Source != ledger.DayClerk || d.Silent || d.Days != nil || len(d.Check.Findings) != 2 ||
		d.Check.Demands[0].Deadline.Date != day("2026-11-24") {
		t.Errorf("draft %+v", d)
	}
	for _, r := range []ledger.Received{{Date: day("2026-11-25")}, {}, {Date: day("2026-11-23"), Time: "下午"}} {
		if _, err := b.SetReceived(t.Context(), d, r); app.ErrorCode(err) != app.CodeInvalid {
			t.Errorf("%+v was taken: %v", r, err)
		}
	}
}

func TestCorrectField(t *testing.T) {
	b := newBench(t)
	d := b.read(t, "标题\n-报表\n2026-11-20", intake.Options{})
	fixed, err := b.CorrectField(t.Context(), d, "issuer", " 清河县民政局 ")
	if err != nil || fixed.Check.Fields.Issuer != "清河县民政局" || d.Check.Fields.Issuer != "" {
		t.Errorf("issuer %q, before %q, %v", fixed.Check.Fields.Issuer, d.Check.Fields.Issuer, err)
	}
	fixed, err = b.CorrectField(t.Context(), fixed, "deadline", "2026-12-05")
	if err != nil || fixed.Check.Fields.Deadline != "2026-12-05" || fixed.Check.Demands[0].Deadline.Date != day("2026-12-05") {
		t.Errorf("deadline %+v, %v", fixed.Check.Demands[0].Deadline, err)
	}
	timed, err := b.CorrectField(t.Context(), fixed, "deadline", "12月5日 17:00")
	if err != nil || timed.Fixed["deadline"] != "2026-12-05 17:00" || timed.Check.Fields.Deadline != "2026-12-05" {
		t.Errorf("deadline with an hour: %v, field %q, %v", timed.Fixed, timed.Check.Fields.Deadline, err)
	}
	fixed, err = b.CorrectField(t.Context(), fixed, "doc_date", "11-24")
	if err != nil || !fixed.Received.Known() || fixed.Received.Date != day("2026-11-24") {
		t.Errorf("received %+v, %v", fixed.Received, err)
	}
	back, err := b.CorrectField(t.Context(), fixed, "issuer", "")
	if err != nil || back.Check.Fields.Issuer != "" || len(back.Fixed) != 2 || len(fixed.Fixed) != 3 {
		t.Errorf("taken back: %v, %v", back.Fixed, err)
	}
	for name, value := range map[string]string{"deadline": "下周五", "meeting_time": "上午九点", "doc_date": "11-24 09:00", "sender": "x", "title": "一\n二",
		"place": strings.Repeat("长", 300)} {
		if _, err := b.CorrectField(t.Context(), d, name, value); app.ErrorCode(err) != app.CodeInvalid {
			t.Errorf("%s = %q was taken: %v", name, value, err)
		}
	}
}

func TestRegister(t *testing.T) {
	b := newBench(t)
	d := b.read(t, forms, intake.Options{Channel: ledger.ChannelFile, Originals: []intake.Original{{Name: "通知.docx", Data: []byte("原件")}}})
	if err := b.Keep(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	n, err := b.Register(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	if n.Number() != "2026年第1号" || n.Title() != "关于报送报表的通知" || n.Document.Text() != forms || n.Received.Date != day("2026-11-24") ||
		n.Entered != day("2026-11-24") || n.Channel != ledger.ChannelFile {
		t.Errorf("notice %+v", n)
	}
	if len(n.Demands) != 2 || n.Demands[1].No != 2 || n.Demands[1].State != ledger.StatePending || n.Demands[1].Advice.Text != "-每周报送周报表" {
		t.Errorf("demands %+v", n.Demands)
	}
	if len(n.Files) != 1 || string(b.blobs.Files[n.Files[0].Digest]) != "原件" || n.Files[0].Name != "通知.docx" {
		t.Errorf("files %+v", n.Files)
	}
	if b.drafts.Data != nil {
		t.Error("the draft is still there")
	}
	if info := b.register(t, "表扬信\n特此表扬"); info.Number() != "2026年第2号" || len(info.Demands) != 0 || info.Verdict() != app.VerdictInfo {
		t.Errorf("a notice that asks nothing: %+v", info)
	}
}

func TestNumberFollowsTheYearOfEntering(t *testing.T) {
	b := newBench(t)
	b.now = time.Date(2027, 1, 1, 0, 30, 0, 0, b.now.Location()) // in UTC it is still 2026
	if n := b.register(t, forms); n.Number() != "2027年第1号" {
		t.Errorf("number %s", n.Number())
	}
}

func TestSameWordsAreNotRegisteredTwice(t *testing.T) {
	b := newBench(t)
	b.register(t, forms)
	d := b.read(t, strings.ReplaceAll(forms, "\n", "\r\n\r\n")+" ", intake.Options{})
	if d.Twin == nil || !d.Twin.Same || d.Twin.Message != "与第 1 号内容相同，未重复登记" {
		t.Fatalf("twin %+v", d.Twin)
	}
	if _, err := b.Register(t.Context(), d); app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "未重复登记") {
		t.Errorf("registered again: %v", err)
	}
}

func TestCorrectionTakesThePlaceOfTheEarlierNotice(t *testing.T) {
	b := newBench(t)
	old := b.register(t, forms)
	decide := func(book ledger.Book) error {
		_, err := book.Append(t.Context(), ledger.Subject{Kind: ledger.SubjectDemand, ID: old.Demands[1].ID}, ledger.DemandDecided,
			ledger.Decision{Verdict: app.VerdictDo})
		return err
	}
	if err := b.ledger.Write(t.Context(), decide); err != nil {
		t.Fatal(err)
	}
	d := b.read(t, strings.Replace(forms, "2026-11-24", "2026-11-25", 1), intake.Options{})
	if d.Twin == nil || d.Twin.Same || d.Twin.Message != "像是第 1 号的更正件" {
		t.Fatalf("twin %+v", d.Twin)
	}
	d.Correction = true
	n, err := b.Register(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	old, err = b.ledger.Notice(t.Context(), old.ID)
	if err != nil {
		t.Fatal(err)
	}
	if n.Supersedes != old.ID || old.SupersededBy != n.ID {
		t.Errorf("new %+v, old %+v", n, old)
	}
	for _, d := range old.Demands { // also the one that was under way: the correction asks it anew
		if d.State != ledger.StateVoid || d.Reason != "被更正件替代，见2026年第2号" {
			t.Errorf("demand %d: %s, %s", d.No, d.State, d.Reason)
		}
	}
	again := b.read(t, strings.Replace(forms, "2026-11-24", "2026-11-26", 1), intake.Options{})
	if again.Twin == nil || again.Twin.Notice != n.ID || again.Twin.Message != "像是第 2 号的更正件" {
		t.Errorf("a correction of the correction: %+v", again.Twin)
	}
}

// TestACorrectionIsNotHeldAgainstTheNoticeThatItPutsRight: 重复部署 by the earlier notice goes with 作为更正; nor is a
// notice held against itself when it is compared again.
func TestACorrectionIsNotHeldAgainstTheNoticeThatItPutsRight(t *testing.T) {
	b := newBench(t)
	old := b.register(t, forms)
	b.Checker = heldAgainst(old.ID)
	d := b.read(t, forms+" 更正", intake.Options{})
	on, err := b.SetCorrection(t.Context(), d, true)
	if err != nil || !on.Correction || len(on.Check.Findings) != 1 {
		t.Errorf("findings %+v, %v", on.Check.Findings, err)
	}
	off, err := b.SetCorrection(t.Context(), on, false)
	if err != nil || off.Correction || len(off.Check.Findings) != 2 {
		t.Errorf("findings %+v, %v", off.Check.Findings, err)
	}
	if again, err := b.Recheck(t.Context(), old.ID, map[string]string{"issuer": "县城管局"}); err != nil || len(again.Check.Findings) != 2 {
		t.Errorf("held against itself: %+v, %v", again.Check.Findings, err)
	}
}

func TestAnAnsweredDemandOutlivesTheCorrection(t *testing.T) {
	b := newBench(t)
	old := b.register(t, forms)
	issue := func(book ledger.Book) error {
		_, err := book.Append(t.Context(), ledger.Subject{Kind: ledger.SubjectDemand, ID: old.Demands[0].ID}, ledger.DemandIssued,
			ledger.PaperRefPayload{Paper: "p1", Number: "柳反馈〔2026〕1号"})
		return err
	}
	if err := b.ledger.Write(t.Context(), issue); err != nil {
		t.Fatal(err)
	}
	d := b.read(t, forms+" 更正", intake.Options{})
	d.Correction = true
	if _, err := b.Register(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if old, _ = b.ledger.Notice(t.Context(), old.ID); old.Demands[0].State != ledger.StateToSign || old.Demands[1].State != ledger.StateVoid {
		t.Errorf("demands %+v", old.Demands)
	}
}

// TestTheSameNumberUnderAnotherTitle is offered as a correction only where the number names its issuer.
func TestTheSameNumberUnderAnotherTitle(t *testing.T) {
	b := newBench(t)
	b.register(t, forms)
	b.register(t, "关于另一件事的通知\n〔2026〕9号\n-报表")
	d := b.read(t, strings.Replace(forms, "报送报表", "重新报送报表", 1), intake.Options{})
	if d.Twin == nil || d.Twin.Same || d.Twin.Message != "与第 1 号文号相同、标题不同，像是它的更正件" {
		t.Errorf("twin %+v", d.Twin)
	}
	if d := b.read(t, "关于第三件事的通知\n〔2026〕9号\n-周报", intake.Options{}); d.Twin != nil {
		t.Errorf("a number that names nobody: %+v", d.Twin)
	}
}

func TestRegisteringElseLeavesTheEarlierNotice(t *testing.T) {
	b := newBench(t)
	old := b.register(t, forms)
	b.register(t, strings.Replace(forms, "2026-11-24", "2026-11-25", 1))
	if old, _ = b.ledger.Notice(t.Context(), old.ID); old.SupersededBy != "" || old.Demands[0].State != ledger.StatePending {
		t.Errorf("the earlier notice changed: %+v", old)
	}
}

func TestFailedWriteKeepsTheDraft(t *testing.T) {
	b := newBench(t)
	d := b.read(t, forms, intake.Options{})
	if err := b.Keep(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	b.ledger.Fail = app.Errorf(app.CodeReadOnly, "数据盘已满")
	if _, err := b.Register(t.Context(), d); app.ErrorCode(err) != app.CodeReadOnly {
		t.Errorf("error %v", err)
	}
	if len(b.ledger.Entries) != 0 || b.drafts.Data == nil {
		t.Error("half of it was written, or the draft is gone")
	}
	if n, err := b.Register(t.Context(), d); err != nil || n.No != 1 {
		t.Errorf("second attempt: %v, %v", n.No, err)
	}
}

func TestDraftSurvivesACrash(t *testing.T) {
	b := newBench(t)
	if _, ok, err := b.Kept(t.Context()); ok || err != nil {
		t.Fatalf("a draft from nowhere: %v", err)
	}
	d := b.read(t, "标题\n-报表\n2026-11-20", intake.Options{Originals: []intake.Original{{Name: "a.txt", Data: []byte{0, 255}}}})
	d, err := b.CorrectField(t.Context(), d, "issuer", "县民政局")
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Keep(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	got, ok, err := b.Kept(t.Context())
	if err != nil || !ok || got.Text() != d.Text() || got.Check.Fields.Issuer != "县民政局" || string(got.Originals[0].Data) != "\x00\xff" ||
		len(got.Days) != 2 {
		t.Errorf("draft %+v, %v, %v", got, ok, err)
	}
	if err := b.Discard(t.Context()); err != nil || b.drafts.Data != nil {
		t.Errorf("discard: %v", err)
	}
}

func TestSecretDraftIsNeverSaved(t *testing.T) {
	b := newBench(t)
	d := b.read(t, forms, intake.Options{})
	d.Document = pasted("绝密\n" + forms)
	if err := b.Keep(t.Context(), d); app.ErrorCode(err) != app.CodeSecret || b.drafts.Data != nil {
		t.Errorf("kept: %v", err)
	}
	if _, err := b.Register(t.Context(), d); app.ErrorCode(err) != app.CodeSecret || len(b.ledger.Entries) != 0 {
		t.Errorf("registered: %v", err)
	}
	b.drafts.Data = []byte("{broken")
	if _, ok, err := b.Kept(t.Context()); ok || err != nil || b.drafts.Data != nil {
		t.Errorf("a broken draft: %v, %v", ok, err)
	}
}

func TestRecheckKeepsDemandsByNumber(t *testing.T) {
	b := newBench(t)
	n := b.register(t, forms)
	one := func(string, app.Date, app.Fields) (app.Check, error) {
		return app.Check{Verdict: app.VerdictDo, Demands: []app.Demand{{Kind: app.KindTask, Verdict: app.VerdictDo, Text: "合并"}}}, nil
	}
	b.Checker = checkerFunc(one)
	got, err := b.Recheck(t.Context(), n.ID, map[string]string{"issuer": "县民政局"})
	if err != nil {
		t.Fatal(err)
	}
	if got.Demands[0].ID != n.Demands[0].ID || got.Demands[0].Advice.Text != "合并" || got.Demands[0].Kind != app.KindTask ||
		got.Demands[1].State != ledger.StateVoid || got.Check.Fields.Issuer != "县民政局" || got.Fixed["issuer"] != "县民政局" {
		t.Errorf("notice %+v", got)
	}
	b.Checker = checkerFunc(simple)
	if got, err = b.Recheck(t.Context(), n.ID, nil); err != nil || len(got.Demands) != 3 || got.Demands[2].No != 2 ||
		got.Demands[2].State != ledger.StatePending {
		t.Errorf("notice %+v, %v", got, err)
	}
}

func TestRecheckLeavesWhatIsDecided(t *testing.T) {
	b := newBench(t)
	n := b.register(t, forms)
	decide := func(book ledger.Book) error {
		_, err := book.Append(t.Context(), ledger.Subject{Kind: ledger.SubjectDemand, ID: n.Demands[0].ID}, ledger.DemandDecided,
			ledger.Decision{Verdict: app.VerdictDo})
		return err
	}
	if err := b.ledger.Write(t.Context(), decide); err != nil {
		t.Fatal(err)
	}
	for _, fixed := range []map[string]string{nil, {"deadline": "2026-12-05"}, {"meeting_time": "2026-12-05 09:00"}} {
		if _, err := b.Recheck(t.Context(), n.ID, fixed); app.ErrorCode(err) != app.CodeConflict {
			t.Errorf("%v: error %v", fixed, err)
		}
	}
	put, err := b.Recheck(t.Context(), n.ID, map[string]string{"contact": "刘洋"})
	if err != nil || put.Check.Fields.Contact != "刘洋" || put.Fixed["contact"] != "刘洋" || put.Demands[0].Decision == nil ||
		put.Demands[0].Advice.Text != n.Demands[0].Advice.Text || len(put.Demands) != 2 {
		t.Errorf("a field alone: %+v, %v", put, err)
	}
	issue := func(book ledger.Book) error {
		ref := ledger.PaperRefPayload{Paper: "p1", Number: "柳反馈〔2026〕1号"}
		_, err := book.Append(t.Context(), ledger.Subject{Kind: ledger.SubjectDemand, ID: n.Demands[1].ID}, ledger.DemandIssued, ref)
		return err
	}
	if err := b.ledger.Write(t.Context(), issue); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Recheck(t.Context(), n.ID, map[string]string{"issuer": "县民政局"}); app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "柳反馈〔2026〕1号") {
		t.Errorf("put right behind a paper's back: %v", err)
	}
	got, err := b.ReceivedOn(t.Context(), n.ID, ledger.Received{Date: day("2026-11-23")})
	if err != nil || got.Received.Date != day("2026-11-23") || got.Check.Demands[0].Deadline.Date != day("2026-11-25") {
		t.Errorf("received %+v, deadline %v, %v", got.Received, got.Check.Demands[0].Deadline, err)
	}
}

func TestReceivedOnChecksAgain(t *testing.T) {
	b := newBench(t)
	n := b.register(t, "标题\n-报表\n2026-11-20")
	if n.Received.Known() || len(n.Check.Findings) != 1 {
		t.Fatalf("received %+v, findings %v", n.Received, n.Check.Findings)
	}
	got, err := b.ReceivedOn(t.Context(), n.ID, ledger.Received{Date: day("2026-11-23")})
	if err != nil || !got.Received.Known() || len(got.Check.Findings) != 2 || got.Demands[0].Advice.Deadline.Date != day("2026-11-24") {
		t.Errorf("notice %+v, %v", got, err)
	}
}

func TestFailedCheckLeavesTheDraft(t *testing.T) {
	b := newBench(t)
	d := b.read(t, forms, intake.Options{})
	b.Checker = checkerFunc(func(string, app.Date, app.Fields) (app.Check, error) { return app.Check{}, errors.New("broken") })
	if got, err := b.CorrectField(t.Context(), d, "issuer", "县民政局"); err == nil || got.Fixed != nil || got.Check.Fields.Title != d.Check.Fields.Title {
		t.Errorf("draft %+v, %v", got, err)
	}
}
