package inquire_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// TestWhatWasPutRightIsToldWithWhatStoodBefore: the old value stays in the history.
func TestWhatWasPutRightIsToldWithWhatStoodBefore(t *testing.T) {
	s, _ := service()
	l := s.Reader.(reader).Ledger
	subject := ledger.Subject{Kind: ledger.SubjectNotice, ID: "n1"}
	content := func(verdict app.Verdict, fixed map[string]string) ledger.ContentPayload {
		f := app.Fields{Issuer: "清河县住房和城乡建设局", Deadline: "2026-12-04", Contact: "周明"}
		for name, v := range fixed {
			switch name {
			case "issuer":
				f.Issuer = v
			case "deadline":
				f.Deadline, _, _ = strings.Cut(v, " ")
			}
		}
		return ledger.ContentPayload{Check: app.Check{Verdict: verdict, Fields: f}, Fixed: fixed}
	}
	err := l.Write(t.Context(), func(b ledger.Book) error {
		for _, e := range []struct {
			typ     ledger.EventType
			payload any
		}{
			{ledger.NoticeRegistered, ledger.NoticePayload{Year: 2026, No: 1, Channel: ledger.ChannelFile}},
			{ledger.NoticeContent, content(app.VerdictRefuse, nil)},
			{ledger.NoticeReceived, ledger.Received{Date: day("2026-11-20"), Source: ledger.DayClerk}},
			{ledger.NoticeContent, content(app.VerdictDo, map[string]string{"issuer": "清河县城管局", "deadline": "2026-12-08 17:00"})},
			{ledger.NoticeReceived, ledger.Received{Date: day("2026-11-23"), Time: "09:41", Source: ledger.DayClerk}},
			{ledger.NoticeContent, content(app.VerdictDo, map[string]string{"issuer": "清河县城管局"})},
			{ledger.NoticeContent, content(app.VerdictDo, map[string]string{"issuer": "清河县城管局"})},
		} {
			if _, err := b.Append(t.Context(), subject, e.typ, e.payload); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	detail, err := s.Detail(t.Context(), "n1")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, step := range detail.Steps {
		got = append(got, step.Title+" | "+step.Detail)
	}
	want := `收件 | 打开文件，原文已保存
比对 | 拒接反馈
确认收到日期 | 11-20
更正要素 | 来文单位 清河县住房和城乡建设局 → 清河县城管局；时限 2026-12-04 → 2026-12-08 17:00；重新比对：承办
更正收到日期 | 11-20 → 11-23 09:41
更正要素 | 时限 2026-12-08 17:00 → 2026-12-04
重新比对 | 承办`
	if all := strings.Join(got, "\n"); all != want {
		t.Errorf("time line\n%s\nwant\n%s", all, want)
	}
}

// TestACorrectionIsShownOnBothSides registers a 更正件, and takes it back.
func TestACorrectionIsShownOnBothSides(t *testing.T) {
	s, _ := service()
	d := register642(t, s)
	l := s.Reader.(reader).Ledger
	later := ledger.Notice{ID: "n643", Year: 2026, No: 643}
	err := l.Write(t.Context(), func(b ledger.Book) error {
		if _, err := b.Append(t.Context(), ledger.Subject{Kind: ledger.SubjectNotice, ID: later.ID}, ledger.NoticeRegistered,
			ledger.NoticePayload{Year: 2026, No: 643, Channel: ledger.ChannelPaste, Supersedes: "n642"}); err != nil {
			return err
		}
		return ledger.Supersede(t.Context(), b, "n642", later)
	})
	if err != nil {
		t.Fatal(err)
	}
	old, err := s.Detail(t.Context(), "n642")
	if err != nil {
		t.Fatal(err)
	}
	newer, err := s.Detail(t.Context(), "n643")
	if err != nil {
		t.Fatal(err)
	}
	if old.Later == nil || old.Later.Number() != "2026年第643号" || old.Earlier != nil || newer.Earlier == nil || newer.Earlier.ID != "n642" {
		t.Errorf("later %+v, earlier %+v", old.Later, newer.Earlier)
	}
	if got := newer.Steps[0]; got.Detail != "李敏 粘贴，原文已保存；作为2026年第642号的更正件" {
		t.Errorf("step %+v", got)
	}
	if got := old.Steps[2]; got.Title != "已有更正件" || got.Detail != "以2026年第643号为准" || !got.Counter {
		t.Errorf("step %+v", got)
	}
	if got := old.Steps[3]; got.Title != "作废 事1、2、3、4" || got.Detail != "被更正件替代，见2026年第643号" {
		t.Errorf("step %+v", got)
	}
	if _, err := d.VoidNotice(t.Context(), "n643", "登记错了"); err != nil {
		t.Fatal(err)
	}
	if old, err = s.Detail(t.Context(), "n642"); err != nil {
		t.Fatal(err)
	}
	open := 0
	for _, dm := range old.Notice.Demands {
		if dm.State == ledger.StatePending {
			open++
		}
	}
	if old.Later != nil || open != 4 || old.Steps[4].Title != "更正件已撤销" {
		t.Errorf("later %+v, %d open, steps %+v", old.Later, open, old.Steps)
	}
}
