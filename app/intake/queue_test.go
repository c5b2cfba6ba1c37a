package intake_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
)

func TestSeveralPastedNoticesBecomeItems(t *testing.T) {
	b := newBench(t)
	items := b.Several("县住建局 张明 2026-11-24 09:12\n请报送危房台账\n县应急局 李伟 2026-11-23 16:30\n请各乡镇安排值守")
	if len(items) != 2 || items[0].Channel != ledger.ChannelPaste || items[0].Message.Format("01-02 15:04") != "11-24 09:12" || items[1].Message.Day() != 23 {
		t.Fatalf("items %+v", items)
	}
	d, err := b.ReadItem(t.Context(), items[0], pasted(items[0].Text), nil)
	if err != nil || d.Received != (ledger.Received{Date: day("2026-11-24"), Time: "09:12", Source: ledger.DayMessage}) {
		t.Errorf("received %+v, %v", d.Received, err)
	}
	if g := intake.GlanceOf(d); g.Title != "县住建局 张明 2026-11-24 09:12" { // the test's own check reads it as a title
		t.Errorf("title %q", g.Title)
	}
	if d.Check.Fields.Title = ""; intake.GlanceOf(d).Title != "请报送危房台账" {
		t.Errorf("without a title %q", intake.GlanceOf(d).Title)
	}
	if one := b.Several(forms); len(one) != 1 || one[0].Text != forms || !one[0].Message.IsZero() {
		t.Errorf("one notice: %+v", one)
	}
}

// TestTheQueueSurvivesACrash keeps what is open, with what the clerk did, and nothing of what carries a mark.
func TestTheQueueSurvivesACrash(t *testing.T) {
	b := newBench(t)
	items := []intake.Item{
		{Name: "甲.docx", Path: "/收文/甲.docx", Channel: ledger.ChannelFile, Fixed: map[string]string{"doc_date": "2026-11-24"}, State: intake.ItemChecked, Looked: true},
		{Text: forms, Channel: ledger.ChannelPaste},
		{Name: "乙.docx", Path: "/收文/乙.docx", State: intake.ItemRegistered},
		{Text: "机密★1年\n关于某事的通知", State: intake.ItemFailed},
		{Name: "绝密★方案.docx", Path: "/收文/绝密★方案.docx"},
		{Name: "丙.docx", Path: "/收文/丙.docx", State: intake.ItemSecret},
	}
	if err := b.KeepQueue(t.Context(), items); err != nil {
		t.Fatal(err)
	}
	if raw := string(b.drafts.Queue); strings.Contains(raw, "密") || strings.Contains(raw, "丙") || strings.Contains(raw, "乙") {
		t.Errorf("kept %s", raw)
	}
	got, err := b.KeptQueue(t.Context())
	if err != nil || len(got) != 2 || got[0].Path != "/收文/甲.docx" || got[0].State != intake.ItemWaiting || got[0].Looked || got[1].Text != forms {
		t.Errorf("kept %+v, %v", got, err)
	}
	d, err := b.ReadItem(t.Context(), got[0], app.Document{Name: "甲.docx", Blocks: []app.Block{{Text: "标题\n-报表\n2026-11-20"}}}, []byte("x"))
	if err != nil || d.Fixed["doc_date"] != "2026-11-24" || !d.Received.Known() || len(d.Originals) != 1 {
		t.Errorf("read again: %+v, %v", d, err)
	}
	if err := b.KeepQueue(t.Context(), items[2:]); err != nil || b.drafts.Queue != nil {
		t.Errorf("nothing is open, and %s is kept, %v", b.drafts.Queue, err)
	}
	b.drafts.Queue = []byte("{")
	if got, err := b.KeptQueue(t.Context()); err != nil || got != nil || b.drafts.Queue != nil {
		t.Errorf("a damaged queue: %v, %v", got, err)
	}
}

// TestWhatTheClerkDidIsTakenAlong from the draft to the line and back.
func TestWhatTheClerkDidIsTakenAlong(t *testing.T) {
	b := newBench(t)
	it := intake.Item{Text: "标题\n-报表\n2026-11-20"}
	d, err := b.ReadItem(t.Context(), it, pasted(it.Text), nil)
	if err != nil {
		t.Fatal(err)
	}
	if it = it.Did(d); it.Received.Known() || it.Fixed != nil {
		t.Errorf("nothing was done: %+v", it)
	}
	if d, err = b.SetReceived(t.Context(), d, ledger.Received{Date: day("2026-11-23")}); err != nil {
		t.Fatal(err)
	}
	if d, err = b.CorrectField(t.Context(), d, "contact", "刘洋"); err != nil {
		t.Fatal(err)
	}
	it = it.Did(d)
	again, err := b.ReadItem(t.Context(), it, pasted(it.Text), nil)
	if err != nil || again.Received.Date != day("2026-11-23") || again.Check.Fields.Contact != "刘洋" || again.Check.Demands[0].Deadline.Date != day("2026-11-24") {
		t.Errorf("draft %+v, %v", again, err)
	}
}

// TestOnlyPlainAdviceIsFollowedTogether: everything that wants a decision of its own is said.
func TestOnlyPlainAdviceIsFollowedTogether(t *testing.T) {
	known := ledger.Received{Date: day("2026-11-24"), Source: ledger.DayDoc}
	plain := func() intake.Draft {
		return intake.Draft{Received: known, Check: app.Check{Verdict: app.VerdictDo, Confidence: 0.93,
			Demands: []app.Demand{{Verdict: app.VerdictDo, Confidence: 0.93}}, Findings: []app.Finding{{Code: "OVERLOAD", Severity: app.SeverityNote}}}}
	}
	if g := intake.GlanceOf(plain()); !g.Plain() {
		t.Errorf("plain, yet held: %v", g.Holds)
	}
	for says, change := range map[string]func(*intake.Draft){
		"建议不是承办、配合或备查": func(d *intake.Draft) { d.Check.Verdict = app.VerdictRefuse },
		"要选作为更正还是另登记":  func(d *intake.Draft) { d.Twin = &intake.Twin{Message: "像是第 1 号的更正件"} },
		"收到日期还没有确认":    func(d *intake.Draft) { d.Received = ledger.Received{} },
		"来文单位不明":       func(d *intake.Draft) { d.Check.Cap = []string{"来文单位不明"} },
		"有 1 个问题":      func(d *intake.Draft) { d.Check.Findings[0].Severity = app.SeverityWarn },
		"时限已过": func(d *intake.Draft) {
			d.ReadAt = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
			d.Check.Demands[0].Deadline = &app.Deadline{Date: day("2026-11-23")}
		},
		"把握不够": func(d *intake.Draft) { d.Check.Demands[0].Doubt = &app.Doubt{} },
	} {
		d := plain()
		change(&d)
		if g := intake.GlanceOf(d); g.Plain() || !slices.Contains(g.Holds, says) {
			t.Errorf("%s: held by %v", says, g.Holds)
		}
	}
	b := newBench(t)
	b.now = time.Date(2026, 11, 24, 9, 41, 0, 0, b.now.Location())
	d := b.read(t, forms, intake.Options{})
	if g := intake.GlanceOf(d); g.Title != "关于报送报表的通知" || g.Demands != 2 || g.Deadline.Date != day("2026-11-25") || g.Digest != d.Digest {
		t.Errorf("glance %+v", g)
	}
}
