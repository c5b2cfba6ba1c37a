package inquire_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
	"yidanqing/app/paper"
)

var china = time.FixedZone("CST", 8*3600)

// weekdays counts Monday to Friday.
type weekdays struct{}

func (weekdays) Known(year int) bool { return year <= 2026 }

func (weekdays) WorkdaysBetween(from, to app.Date) (n int) {
	for d := from; d.Before(to); {
		if d = d.AddDays(1); d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			n++
		}
	}
	return n
}

func (weekdays) AddWorkdays(d app.Date, n int) app.Date {
	for n > 0 {
		d = d.AddDays(1)
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			n--
		}
	}
	return d
}

// reader serves details from a ledger in memory and lists from rows.
type reader struct {
	*ledgertest.Ledger
	rows     []inquire.Row
	alerts   []inquire.Alert
	meetings []inquire.Meeting
	lone     []inquire.Companion
	matches  []inquire.OpenMatch
	doubted  []inquire.Doubted
	since    *app.Date // what Doubted was asked for
}

func (r reader) Page(context.Context, inquire.Filter, app.Date, inquire.Cursor, int) (inquire.Page, error) {
	return inquire.Page{Rows: r.rows}, nil
}
func (r reader) Total(context.Context, inquire.Filter, app.Date) (inquire.Total, error) {
	return inquire.Total{Notices: len(r.rows)}, nil
}
func (r reader) Counts(context.Context, inquire.Filter, app.Date) (inquire.Counts, error) {
	return inquire.Counts{}, nil
}
func (r reader) Issuers(context.Context) ([]string, error)                { return nil, nil }
func (r reader) OpenBefore(context.Context, app.Date) (int, error)        { return 0, nil }
func (r reader) OpenMatches(context.Context) ([]inquire.OpenMatch, error) { return r.matches, nil }
func (r reader) Citing(context.Context, app.Part, string, inquire.Cursor, int) (inquire.CitingPage, error) {
	return inquire.CitingPage{}, nil
}
func (r reader) Doubted(_ context.Context, since app.Date) ([]inquire.Doubted, error) {
	if r.since != nil {
		*r.since = since
	}
	return r.doubted, nil
}
func (r reader) Years(context.Context) ([]int, error) { return nil, nil }
func (r reader) Companions(context.Context, []ledger.PaperKind, app.Date, int) ([]inquire.Companion, error) {
	return r.lone, nil
}
func (r reader) Open(context.Context, int) ([]inquire.Row, error) { return r.rows, nil }
func (r reader) Alerts(context.Context, app.Date, int) ([]inquire.Alert, error) {
	return r.alerts, nil
}
func (r reader) Load(context.Context, app.Date, app.Date) ([]inquire.PersonLoad, error) {
	return []inquire.PersonLoad{{Name: "王志强", Count: 4}, {Count: 3}}, nil
}
func (r reader) Meetings(context.Context, app.Date, int) ([]inquire.Meeting, error) {
	return r.meetings, nil
}
func (r reader) Tiles(context.Context, app.Date) (inquire.Tiles, error) { return inquire.Tiles{}, nil }
func (r reader) ArrivalsByKind(context.Context, inquire.Period) ([]inquire.ArrivalCount, error) {
	return nil, nil
}
func (r reader) OldRows(context.Context, string, int, int) (inquire.OldPage, error) {
	return inquire.OldPage{}, nil
}
func (r reader) OldSpan(context.Context, app.Date) (inquire.Period, error) {
	return inquire.Period{}, nil
}
func (r reader) OldArrivals(context.Context, inquire.Period) ([]inquire.ArrivalCount, error) {
	return nil, nil
}
func (r reader) Preference(context.Context, string) (string, error)     { return "", nil }
func (r reader) FirstEntry(context.Context) (app.Date, error)           { return app.Date{}, nil }
func (r reader) Documents(context.Context, inquire.Period) (int, error) { return 0, nil }
func (r reader) Entered(context.Context, inquire.Period) (int, error)   { return 0, nil }
func (r reader) Arrivals(context.Context, inquire.Period) (int, int, error) {
	return 0, 0, nil
}
func (r reader) ByKind(context.Context, inquire.Period) (map[app.Kind]int, error) { return nil, nil }
func (r reader) ByMonth(context.Context, inquire.Period) ([]inquire.MonthCount, error) {
	return nil, nil
}
func (r reader) Answers(context.Context, inquire.Period, app.Date) ([]inquire.AnswerCount, error) {
	return nil, nil
}
func (r reader) ArrivalsByIssuer(context.Context, inquire.Period) ([]inquire.IssuerArrivals, error) {
	return nil, nil
}
func (r reader) DemandsByIssuer(context.Context, inquire.Period) ([]inquire.IssuerDemands, error) {
	return nil, nil
}
func (r reader) TermsByIssuer(context.Context, inquire.Period) ([]inquire.IssuerTerm, error) {
	return nil, nil
}
func (r reader) RepliesByIssuer(context.Context, inquire.Period, app.Date) ([]inquire.IssuerReplies, error) {
	return nil, nil
}
func (r reader) Problems(context.Context, inquire.Period) ([]inquire.Problem, error) { return nil, nil }
func (r reader) Particulars(context.Context, []string) (map[string]inquire.Particular, error) {
	return nil, nil
}
func (r reader) Chain(context.Context, inquire.Progress) (ledger.Proof, error) {
	return ledger.Proof{}, nil
}

// 2026-11-24 is a Tuesday.
func service(rows ...inquire.Row) (*inquire.Service, *time.Time) {
	now := time.Date(2026, 11, 24, 10, 30, 0, 0, china)
	l := ledgertest.New(now.Add(-time.Hour))
	return &inquire.Service{Reader: reader{Ledger: l, rows: rows}, Calendar: weekdays{}, Now: func() time.Time { return now }}, &now
}

func day(s string) app.Date {
	d, err := app.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestDueWords(t *testing.T) {
	s, _ := service()
	for _, c := range []struct {
		day, hour, words string
		kind             inquire.DueKind
	}{
		{"2026-11-24", "17:00", "今天 17:00", inquire.DueToday},
		{"2026-11-24", "", "今天", inquire.DueToday},
		{"2026-11-24", "09:00", "今天 09:00 已过", inquire.DueLate},
		{"2026-11-25", "09:00", "明天 09:00", inquire.DueSoon},
		{"2026-11-26", "", "剩 2 天", inquire.DueSoon},
		{"2026-11-27", "", "剩 3 天", inquire.DueLater},
		{"2026-11-28", "", "剩 3 天", inquire.DueLater}, // a Saturday: the Friday before is the last workday
		{"2026-11-29", "", "剩 3 天", inquire.DueLater},
		{"2026-11-30", "", "剩 4 天", inquire.DueLater},
		{"2026-12-08", "", "剩 10 天", inquire.DueLater},
		{"2026-12-09", "", "12-09", inquire.DueLater},
		{"2026-11-23", "", "逾期 1 天", inquire.DueLate},
		{"2026-11-14", "12:00", "逾期 10 天", inquire.DueLate},
	} {
		if got := s.Due(day(c.day), c.hour); got.Words != c.words || got.Kind != c.kind || got.Date != day(c.day) {
			t.Errorf("%s %s: %+v, want %s %s", c.day, c.hour, got, c.kind, c.words)
		}
	}
	if got := s.Due(app.Date{}, ""); got.Words != "未写明" || got.Kind != inquire.DueNone {
		t.Errorf("no day: %+v", got)
	}
}

func TestDueOnTheEveOfAWeekend(t *testing.T) {
	s, now := service()
	*now = time.Date(2026, 11, 27, 10, 0, 0, 0, china) // a Friday
	if got := s.Due(day("2026-11-29"), ""); got.Words != "剩 1 天" || got.Kind != inquire.DueSoon {
		t.Errorf("a Sunday seen from Friday: %+v", got)
	}
}

func TestShortTitle(t *testing.T) {
	for title, want := range map[string]string{
		"关于开展燃气餐饮场所安全隐患排查整治的通知": "开展燃气餐饮场所安全隐患排查整治", "关于报送报表的函": "报送报表", "关于做好防汛工作的紧急通知": "做好防汛工作",
		"全县秋冬季秸秆禁烧工作推进会": "全县秋冬季秸秆禁烧工作推进会", "关于的通知": "关于的通知", "": "", " 关于通知 ": "通知",
	} {
		if got := inquire.ShortTitle(title); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

func TestNearestDueOfARow(t *testing.T) {
	demand := func(state ledger.State, deadline, hour, reply string) inquire.DemandRow {
		d := inquire.DemandRow{State: state, Time: hour}
		if deadline != "" {
			d.Deadline = day(deadline)
		}
		if reply != "" {
			d.ReplyDue = day(reply)
		}
		return d
	}
	for _, c := range []struct {
		name    string
		demands []inquire.DemandRow
		want    string
		reply   bool
	}{
		{"nothing asked", nil, "备查", false},
		{"all closed", []inquire.DemandRow{demand(ledger.StateClosed, "2026-11-20", "", "")}, "已办结", false},
		{"all void", []inquire.DemandRow{demand(ledger.StateVoid, "2026-11-20", "", "")}, "不再办", false},
		{"no deadline", []inquire.DemandRow{demand(ledger.StateDoing, "", "", "")}, "未写明", false},
		{"the earlier of two", []inquire.DemandRow{demand(ledger.StateDoing, "2026-11-27", "", ""), demand(ledger.StateCooperating, "2026-11-26", "", "")}, "剩 2 天", false},
		{"the earlier hour", []inquire.DemandRow{demand(ledger.StateDoing, "2026-11-24", "", ""), demand(ledger.StateDoing, "2026-11-24", "17:00", "")}, "今天 17:00", false},
		{"closed ones do not count", []inquire.DemandRow{demand(ledger.StateClosed, "2026-11-01", "", ""), demand(ledger.StateDoing, "2026-11-25", "", "")}, "明天", false},
		{"an awaited reply counts by its own day", []inquire.DemandRow{demand(ledger.StateAwaiting, "2026-11-20", "", "2026-12-01")}, "剩 5 天", true},
		{"a reply that came has no day", []inquire.DemandRow{demand(ledger.StateReplied, "2026-11-20", "", "2026-11-23")}, "未写明", false},
	} {
		s, _ := service(inquire.Row{Demands: c.demands})
		rows, err := s.Recent(t.Context(), 1)
		if err != nil || rows[0].Due.Words != c.want || rows[0].Due.Reply != c.reply {
			t.Errorf("%s: %+v, want %s, %v", c.name, rows[0].Due, c.want, err)
		}
	}
}

func TestTasks(t *testing.T) {
	at := time.Date(2026, 11, 24, 2, 5, 0, 0, time.UTC) // 10:05 in China
	row := func(no int, demands ...inquire.DemandRow) inquire.Row {
		for i := range demands {
			demands[i].No, demands[i].Changed = i+1, at
			demands[i].ID = fmt.Sprintf("d%d-%d", no, i+1)
		}
		return inquire.Row{ID: fmt.Sprint("n", no), Year: 2026, No: no, Title: fmt.Sprintf("关于第%d件事的通知", no), Issuer: "县住建局",
			EnteredAt: at.AddDate(0, 0, -1), Demands: demands}
	}
	sent := day("2026-11-16")
	s, _ := service(
		row(1, inquire.DemandRow{State: ledger.StatePending}, inquire.DemandRow{State: ledger.StatePending}),
		row(2, inquire.DemandRow{State: ledger.StateToSign, Paper: "p2", Number: "柳提级〔2026〕6号"}),
		row(3, inquire.DemandRow{State: ledger.StateAwaiting, Paper: "p3", Number: "柳反馈〔2026〕14号", Sent: sent, ReplyDue: day("2026-11-23")}),
		row(4, inquire.DemandRow{State: ledger.StateAwaiting, Paper: "p4", Number: "柳反馈〔2026〕17号", Sent: day("2026-11-24"), ReplyDue: day("2026-12-01")},
			inquire.DemandRow{State: ledger.StateCooperating, Deadline: day("2026-11-26"), Gist: "排查上报燃气隐患线索", Verdict: app.VerdictCooperate, Assignee: "孙晓梅"},
			inquire.DemandRow{State: ledger.StateAwaiting, Paper: "p4", Number: "柳反馈〔2026〕17号", Sent: day("2026-11-24"), ReplyDue: day("2026-12-01")}),
		row(5, inquire.DemandRow{State: ledger.StateDoing, Deadline: day("2026-11-24"), Time: "17:00", Verdict: app.VerdictDo, Assignee: "王志强"}),
		row(6, inquire.DemandRow{State: ledger.StateDoing, Deadline: day("2027-03-01")}),
		row(7, inquire.DemandRow{State: ledger.StateTalking}),
		row(8, inquire.DemandRow{State: ledger.StateTalking, Talk: ledger.TalkDisagreed}),
		row(9, inquire.DemandRow{State: ledger.StateTalking, Talk: ledger.TalkLater, Remind: day("2026-11-24")}),
		row(10, inquire.DemandRow{State: ledger.StateToDeliver, Paper: "p10", Number: "柳反馈〔2026〕20号"}),
		row(11, inquire.DemandRow{State: ledger.StateReplied, Outcome: ledger.Upheld, Number: "柳反馈〔2026〕9号"}),
		row(12, inquire.DemandRow{State: ledger.StateClosed}),
	)
	tasks, err := s.Tasks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	tell := func(list []inquire.Task) string {
		var out []string
		for _, k := range list {
			out = append(out, strings.Join([]string{k.Number, k.Due.Words, k.Title, k.Why, k.Action.Title, strings.Join(k.Action.Demands, "+")}, " | "))
		}
		return strings.Join(out, "\n")
	}
	mine := `2026年第3号 | 逾期 1 天 | 县住建局未答复：第3件事 | 柳反馈〔2026〕14号，11-16 送达，应于 11-23 前答复 | 生成提级反映单 | d3-1
2026年第5号 | 今天 17:00 | 第5件事 | 承办 · 王志强 | 登记办结 | d5-1
2026年第9号 | 今天 | 第9件事 | 说好再联系，请记沟通结果 | 记沟通结果 | d9-1
2026年第4号 | 剩 2 天 | 排查上报燃气隐患线索 | 配合 · 孙晓梅 | 登记办结 | d4-2
2026年第1号 | 待核对 | 第1件事 | 昨天收件，请核对 | 去核对 | d1-1+d1-2
2026年第2号 | 待签章 | 文书未登记审定：第2件事 | 柳提级〔2026〕6号，今天 10:05 出文，纸上签字后登记 | 登记审定 | d2-1
2026年第8号 | 沟通中 | 第8件事 | 沟通未同意，可以出文 | 生成文书 | d8-1
2026年第10号 | 待送达 | 文书未登记送达：第10件事 | 柳反馈〔2026〕20号，已登记审定，送出后登记 | 登记送达 | d10-1
2026年第11号 | 已答复·维持 | 第11件事 | 柳反馈〔2026〕9号，可以办结或提级反映 | 登记办结 | d11-1`
	if got := tell(tasks.Mine); got != mine {
		t.Errorf("mine:\n%s\nwant\n%s", got, mine)
	}
	theirs := `2026年第4号 | 剩 5 天 | 县住建局：第4件事 | 柳反馈〔2026〕17号，事1、3，11-24 送达 | 登记答复 | d4-1+d4-3
2026年第7号 | 沟通中 | 第7件事 | 先沟通 今天 10:05，等对方回话 | 记沟通结果 | d7-1`
	if got := tell(tasks.Theirs); got != theirs {
		t.Errorf("theirs:\n%s\nwant\n%s", got, theirs)
	}
}

type press struct{}

func (press) Opinion(paper.Kind, paper.Subject) string { return "意见" }
func (press) Message(paper.Subject) string             { return "短信" }
func (press) OwnPart(paper.Subject) string             { return "能做的" }
func (press) Twin(context.Context, paper.Kind, paper.Subject, bool) ([]byte, error) {
	return []byte("docx"), nil
}
func (press) Bind(context.Context, []paper.Page, string, app.Date) ([]byte, error) {
	return []byte("x"), nil
}
func (press) Reread([]byte) ([]paper.Page, error) { return nil, nil }
func (press) Support(paper.Subject) paper.Support {
	return paper.Support{Bodies: []string{"县水利局"}, Urgency: paper.UrgencyUsual, Place: "柳河镇", Event: "采砂", Asks: "派人员到场"}
}
func (press) Pages(context.Context, paper.Kind, paper.Subject, bool) ([]paper.Page, []paper.Replaced, error) {
	return nil, nil, nil
}
func (press) Print(context.Context, paper.Kind, paper.Subject, bool) (decide.Printed, error) {
	return decide.Printed{Pages: make([]paper.Page, 2), PDF: []byte("x")}, nil
}

// register642 writes notice no. 642 with its four demands into a fresh ledger.
func register642(t *testing.T, s *inquire.Service) *decide.Service {
	t.Helper()
	l := s.Reader.(reader).Ledger
	d := &decide.Service{Reader: l, Writer: l, Press: press{}, Blobs: &ledgertest.Blobs{}, Calendar: weekdays{}, Now: s.Now}
	write := func(f func(b ledger.Book) error) {
		t.Helper()
		if err := l.Write(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	write(func(b ledger.Book) error {
		_, err := b.Append(t.Context(), ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet,
			ledger.Settings{Office: app.Office{Name: "清河县柳河镇人民政府", Clerk: "李敏", Prefix: "柳"}})
		return err
	})
	verdicts := []app.Verdict{app.VerdictRefuse, app.VerdictCooperate, app.VerdictRefuse, app.VerdictRefuse}
	check := app.Check{Verdict: app.VerdictMixed, Findings: make([]app.Finding, 5), Fields: app.Fields{Issuer: "清河县住房和城乡建设局", Title: "关于开展燃气餐饮场所安全隐患排查整治的通知"}}
	for i, v := range verdicts {
		check.Demands = append(check.Demands, app.Demand{Verdict: v, Kind: app.KindTask, Gist: fmt.Sprint("事", i+1)})
	}
	write(func(b ledger.Book) error {
		n := ledger.Subject{Kind: ledger.SubjectNotice, ID: "n642"}
		b.Append(t.Context(), n, ledger.NoticeRegistered, ledger.NoticePayload{Year: 2026, No: 642, Channel: ledger.ChannelPaste})
		b.Append(t.Context(), n, ledger.NoticeContent, ledger.ContentPayload{Check: check})
		for i, c := range check.Demands {
			ds := ledger.Subject{Kind: ledger.SubjectDemand, ID: fmt.Sprint("d", i+1)}
			b.Append(t.Context(), ds, ledger.DemandReceived, ledger.DemandPayload{Notice: "n642", No: i + 1, Kind: app.KindTask})
			if _, err := b.Append(t.Context(), ds, ledger.DemandContent, c); err != nil {
				return err
			}
		}
		return nil
	})
	return d
}

// TestTalksInTheTimeLine: a talk about several demands is one line, with who, how it ended and what was said.
func TestTalksInTheTimeLine(t *testing.T) {
	s, _ := service()
	d := register642(t, s)
	demands := []string{"d1", "d3", "d4"}
	for _, talk := range []ledger.Talk{{Way: "sms", With: "周明", Words: "周明您好，\n我是柳河镇李敏。" + strings.Repeat("长", 60)},
		{Way: "phone", With: "周明", Date: day("2026-11-23"), Time: "16:20", Result: ledger.TalkDisagreed, Words: "要等局长回来"}} {
		if _, err := d.Talk(t.Context(), "n642", demands, talk); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := d.Undo(t.Context(), "n642"); err != nil {
		t.Fatal(err)
	}
	detail, err := s.Detail(t.Context(), "n642")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, step := range detail.Steps[2:] {
		got = append(got, step.Title+" | "+step.Detail)
	}
	want := "沟通 事1、3、4 | 短信 周明；等对方回话；“周明您好，我是柳河镇李敏。" + strings.Repeat("长", 47) + "……”\n" +
		"沟通 事1、3、4 | 11-23 16:20 电话 周明；未同意；“要等局长回来”\n" +
		"撤回：登记沟通 事1、3、4 | "
	if all := strings.Join(got, "\n"); all != want {
		t.Errorf("time line\n%s\nwant\n%s", all, want)
	}
	if d := detail.Row.Demands[0]; d.State != ledger.StateTalking || detail.Next[0].Kind != inquire.ActionTalk || len(detail.Next[0].Demands) != 3 {
		t.Errorf("row %+v, next %+v", d, detail.Next)
	}
}

// TestTimeLine tells the story of notice no. 642 as the design draws it.
func TestTimeLine(t *testing.T) {
	s, now := service()
	l := s.Reader.(reader).Ledger
	d := register642(t, s)
	issued, err := d.Issue(t.Context(), decide.Request{Notice: "n642"})
	if err != nil {
		t.Fatal(err)
	}
	story := func() (string, inquire.Detail) {
		t.Helper()
		detail, err := s.Detail(t.Context(), "n642")
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, step := range detail.Steps {
			line := step.Title + " | " + step.Detail
			if step.Pending {
				line += " | ?"
			}
			if step.Counter {
				line += " | -"
			}
			out = append(out, line)
		}
		return strings.Join(out, "\n"), detail
	}
	got, detail := story()
	want := `收件 | 李敏 粘贴，原文已保存
比对 | 部分承担：拒接 3、配合 1，问题 5
提出拒接 事1、3、4 | 经办 李敏 提出；审定（待签章）
定为配合 事2 | 经办 李敏
出文 柳反馈〔2026〕1号 事1、3、4 | 2 页，送 清河县住房和城乡建设局（待签章）`
	if got != want {
		t.Errorf("time line\n%s\nwant\n%s", got, want)
	}
	if detail.Next[0].Kind != inquire.ActionApprove || detail.Next[0].Paper != issued.Paper.ID || len(detail.Next[0].Demands) != 3 || detail.Undo != "" {
		t.Errorf("next %+v, undo %q", detail.Next, detail.Undo)
	}
	if _, err := d.RecordApproval(t.Context(), issued.Paper.ID, "赵国梁", day("2026-11-24"), nil); err != nil {
		t.Fatal(err)
	}
	if _, detail = story(); detail.Undo != "登记审定" {
		t.Errorf("undo %q", detail.Undo)
	}
	if _, err := d.RecordDelivery(t.Context(), issued.Paper.ID, day("2026-11-24"), "周明"); err != nil {
		t.Fatal(err)
	}
	got, detail = story()
	want += `
登记审定 事1、3、4 | 经办登记：赵国梁 11-24 已签字盖章
送达 事1、3、4 | 清河县住房和城乡建设局 周明 签收；答复期限起算
答复 事1、3、4 | 应于 12-01 前 | ?`
	if got != want {
		t.Errorf("time line\n%s\nwant\n%s", got, want)
	}
	if detail.NextHint != "12-01 前无答复，可生成提级反映单。" || detail.Next[0].Kind != inquire.ActionReply || detail.Row.Due.Words != "剩 5 天" ||
		detail.Records != len(l.Entries)-1 || detail.Row.Verdict != app.VerdictMixed {
		t.Errorf("hint %q, next %+v, due %+v, records %d", detail.NextHint, detail.Next, detail.Row.Due, detail.Records)
	}
	*now = now.AddDate(0, 0, 8)
	if _, detail = story(); detail.Next[0].Kind != inquire.ActionEscalate || detail.Row.Demands[0].Title != "逾期未复" {
		t.Errorf("overdue: next %+v, row %+v", detail.Next, detail.Row.Demands[0])
	}
	replies := []decide.ReplyEntry{{Demand: "d1", Outcome: ledger.Withdrawn}, {Demand: "d3", Outcome: ledger.Withdrawn}, {Demand: "d4", Outcome: ledger.Upheld, Words: "请按原要求办"}}
	if _, err := d.RecordReply(t.Context(), issued.Paper.ID, day("2026-12-02"), replies); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Done(t.Context(), "n642", []string{"d1"}, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Reopen(t.Context(), "n642", []string{"d1"}, "又来催"); err != nil {
		t.Fatal(err)
	}
	got, detail = story()
	tail := `答复：撤回 事1、3 | 12-02
答复：维持 事4 | 12-02；请按原要求办
办结 事1 | 
重新打开 事1 | 又来催 | -`
	if !strings.HasSuffix(got, tail) {
		t.Errorf("time line\n%s\nwant at its end\n%s", got, tail)
	}
}

func TestPageSizeIsBounded(t *testing.T) {
	s, _ := service()
	for _, n := range []int{0, -1, 501} {
		if _, err := s.Page(t.Context(), inquire.Filter{}, inquire.Cursor{}, n); app.ErrorCode(err) != app.CodeInvalid {
			t.Errorf("%d rows: %v", n, err)
		}
	}
}
