package window_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/oldledger"
	"yidanqing/app/paper"
	"yidanqing/app/upkeep"
)

// fakeOffice is an office in memory: it answers the use cases with what the tests put in.
type fakeOffice struct {
	now        time.Time
	set        ledger.Settings
	prefs      map[string]string
	list       *ledger.List
	earlier    []ledger.List // versions before it
	turn       *inquire.YearTurn
	checks     map[string]app.Check // by the first line of the text
	notices    []ledger.Notice
	papers     []ledger.Paper
	requests   []decide.Request // issued
	previews   []decide.Request
	decided    []decide.Choice
	readErr    error
	issueErr   error
	kept       *intake.Draft
	preview    duty.Preview
	listErr    error
	calls      []string
	slow       func()            // called in Read
	files      map[string]string // words of files by path; else those of the first sample
	badFiles   map[string]error
	folders    map[string][]string
	queue      []intake.Item // as kept
	own        *upkeep.Service
	precedents []upkeep.Precedent
	tasks      *inquire.Tasks // nil: two to do, one awaited
	tables     []app.Table    // of the file of an old ledger
	oldErr     error
	old        []ledger.OldLedger
	before     *inquire.BeforeUse
	moved      *upkeep.Moved
	moveErr    error
	batches    []decide.Batch
}

func newFakeOffice() *fakeOffice {
	f := &fakeOffice{now: time.Date(2026, 11, 24, 10, 26, 0, 0, time.Local), prefs: map[string]string{}, checks: map[string]app.Check{}}
	f.own = newRules(f.now)
	f.set.Office = app.OfficeNamed(app.Township, "清河县柳河镇人民政府")
	f.set.Office.Clerk = "李敏"
	f.set.People = []app.Person{{Name: "赵国梁", Post: "分管副镇长", Approver: true}, {Name: "王海", Approver: true, To: app.Date{Year: 2026, Month: 8, Day: 31}}}
	f.list = &ledger.List{ID: "list1", List: sampleList()}
	for _, s := range samples() {
		f.checks[firstLine(s.text)] = s.check
	}
	return f
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

func (f *fakeOffice) called(name string) { f.calls = append(f.calls, name) }

func (f *fakeOffice) Read(_ context.Context, doc app.Document, o intake.Options) (intake.Draft, error) {
	f.called("read")
	if f.slow != nil {
		f.slow()
	}
	if f.readErr != nil {
		return intake.Draft{}, f.readErr
	}
	text := doc.Text()
	d := intake.Draft{Document: doc, Channel: o.Channel, Check: f.checks[firstLine(text)], ReadAt: f.now}
	today := app.DateOf(f.now)
	if doc, err := app.ParseDate(d.Check.Fields.DocDate); err == nil && doc != today {
		d.Received = ledger.Received{Date: today}
		d.Days = []intake.Day{{Date: today, Label: "今天 11-24", Source: ledger.DayClerk}, {Date: doc, Label: "文中 11-20", Source: ledger.DayClerk}}
		d.Silent = true
	} else {
		d.Received = ledger.Received{Date: today, Time: "09:41", Source: ledger.DayDoc}
	}
	for _, n := range f.notices {
		if f := d.Check.Fields; n.Document.Text() != text && f.DocNo != "" && n.Check.Fields.DocNo == f.DocNo {
			d.Twin = &intake.Twin{Notice: n.ID, Number: n.Number(), No: n.No, Message: fmt.Sprintf("像是第 %d 号的更正件", n.No)}
		}
		if n.Document.Text() == text {
			d.Twin = &intake.Twin{Notice: n.ID, Number: n.Number(), No: n.No, Same: true, Message: fmt.Sprintf("与第 %d 号内容相同，未重复登记", n.No)}
		}
	}
	return d, nil
}

func (f *fakeOffice) SetReceived(_ context.Context, d intake.Draft, r ledger.Received) (intake.Draft, error) {
	f.called("received " + r.Date.String())
	d.Received, d.Days, d.Silent = r, nil, false
	return d, nil
}

func (f *fakeOffice) CorrectField(_ context.Context, d intake.Draft, name, value string) (intake.Draft, error) {
	f.called("correct " + name + "=" + value)
	if name == "issuer" {
		d.Check.Fields.Issuer = value
	}
	d.Fixed = maps.Clone(d.Fixed)
	if d.Fixed == nil {
		d.Fixed = map[string]string{}
	}
	d.Fixed[name] = value
	return d, nil
}

func (f *fakeOffice) SetCorrection(_ context.Context, d intake.Draft, on bool) (intake.Draft, error) {
	f.called(fmt.Sprint("correction ", on))
	d.Correction = on
	return d, nil
}

func (f *fakeOffice) Register(_ context.Context, d intake.Draft) (ledger.Notice, error) {
	f.called("register")
	n := ledger.Notice{ID: fmt.Sprintf("n%d", 640+len(f.notices)), Year: 2026, No: 643 + len(f.notices), Channel: d.Channel, Received: d.Received,
		EnteredAt: f.now, EnteredBy: "李敏", Document: d.Document, Check: d.Check}
	for i, a := range d.Check.Demands {
		n.Demands = append(n.Demands, ledger.Demand{ID: fmt.Sprintf("%s-d%d", n.ID, i+1), Notice: n.ID, No: i + 1, Kind: a.Kind, Advice: a, State: ledger.StatePending})
	}
	f.notices = append(f.notices, n)
	return n, nil
}

func (f *fakeOffice) Keep(_ context.Context, d intake.Draft) error { f.kept = &d; return nil }

func (f *fakeOffice) Kept(context.Context) (intake.Draft, bool, error) {
	if f.kept == nil {
		return intake.Draft{}, false, nil
	}
	return *f.kept, true, nil
}

func (f *fakeOffice) Discard(context.Context) error { f.kept = nil; return nil }

func (f *fakeOffice) ReceivedOn(_ context.Context, id string, r ledger.Received) (ledger.Notice, error) {
	n := f.find(id)
	n.Received = r
	return *n, nil
}

func (f *fakeOffice) Recheck(_ context.Context, id string, fixed map[string]string) (ledger.Notice, error) {
	for name, value := range fixed {
		f.called("recheck " + id + " " + name + "=" + value)
	}
	return *f.find(id), nil
}

func (f *fakeOffice) find(id string) *ledger.Notice {
	for i := range f.notices {
		if f.notices[i].ID == id {
			return &f.notices[i]
		}
	}
	return &ledger.Notice{}
}

func (f *fakeOffice) Decide(_ context.Context, id string, choices []decide.Choice) (ledger.Notice, error) {
	n := f.find(id)
	if n.Void {
		return ledger.Notice{}, errVoid()
	}
	f.decided = append(f.decided, choices...)
	for _, c := range choices {
		for i := range n.Demands {
			if n.Demands[i].ID == c.Demand {
				n.Demands[i].Decision = &ledger.Decision{Verdict: c.Verdict, By: "李敏"}
				n.Demands[i].State = map[app.Verdict]ledger.State{app.VerdictDo: ledger.StateDoing, app.VerdictCooperate: ledger.StateCooperating}[c.Verdict]
			}
		}
	}
	return *n, nil
}

func (f *fakeOffice) Preview(_ context.Context, r decide.Request) (decide.Preview, error) {
	f.previews = append(f.previews, r)
	n := f.find(r.Notice)
	if f.set.Superior == "" && n.Check.Verdict == app.VerdictEscalate && len(r.Choices) == 0 {
		return decide.Preview{}, app.Errorf(app.CodeInvalid, "还没有填写提级反映呈送的单位。请在“设置”里填写。")
	}
	v := decide.Preview{Kind: paper.KindFeedback, Title: "事项拒接反馈单", To: paper.Addressee{Name: "清河县住房和城乡建设局"}, NextNumber: "柳反馈〔2026〕17号",
		Opinion: "第1项建议由贵局依法组织实施；第3、4项建议取消；第2项我镇按期办理。请于收到之日起5个工作日内答复。", Pages: samplePages()}
	if r.Opinion != "" {
		v.Opinion = r.Opinion
	}
	v.Offered = []paper.Kind{paper.KindFeedback, paper.KindLetter, paper.KindSupport}
	if r.Kind != paper.KindNone {
		v.Kind, v.Title, v.Support = r.Kind, r.Kind.Title(), r.Support
	}
	v.Differs = len(r.Choices) > 0
	for _, d := range n.Demands {
		v.Answers = append(v.Answers, d.ID)
	}
	return v, nil
}

func (f *fakeOffice) Support(context.Context, string) (paper.Support, error) {
	return paper.Support{Bodies: []string{"县水利局"}, Urgency: paper.UrgencyUsual, Place: "柳河镇", Event: "河道内采砂", Asks: "派人员到场", Contact: "李敏"}, nil
}

func (f *fakeOffice) SaveTwin(_ context.Context, paper, folder string) (string, error) {
	f.called("twin " + paper)
	return folder + "/" + paper + ".docx", nil
}

func (f *fakeOffice) Survey(_ context.Context, b decide.Batch, _ decide.Progress) (items []decide.BatchItem, left []decide.Unprinted, err error) {
	f.called(fmt.Sprintf("survey %s %d", b.Stage, len(b.Notices)))
	for _, id := range b.Notices {
		n := f.find(id)
		if n.Check.Verdict == app.VerdictRefuse || n.Check.Verdict == app.VerdictMixed {
			items = append(items, decide.BatchItem{Notice: id, Ledger: n.Number(), Title: n.Title(), Kind: paper.KindFeedback})
		} else {
			left = append(left, decide.Unprinted{Notice: id, Ledger: n.Number(), Title: n.Title(), Reason: "没有需要反馈的事项，不用出文。"})
		}
	}
	return items, left, nil
}

func (f *fakeOffice) Batch(ctx context.Context, b decide.Batch, p decide.Progress) (decide.Batched, error) {
	items, left, _ := f.Survey(ctx, b, nil)
	f.batches = append(f.batches, b)
	out := decide.Batched{Left: left}
	for i, item := range items {
		p(i, len(items))
		if item.Path = fmt.Sprintf("%s/%d.pdf", b.Folder, i+1); b.Stage == decide.StageIssue {
			item.Number = fmt.Sprintf("柳反馈〔2026〕%d号", 17+i)
		}
		out.Papers = append(out.Papers, item)
	}
	if b.Bound {
		out.File = b.Folder + "/合订本.pdf"
	}
	return out, nil
}

func (f *fakeOffice) SaveDraft(_ context.Context, r decide.Request, folder string) (string, error) {
	f.called("save draft " + r.Notice)
	return folder + "/送审稿.pdf", nil
}

func (f *fakeOffice) SaveDraftTwin(_ context.Context, r decide.Request, folder string) (string, error) {
	f.called("draft twin " + r.Notice)
	return folder + "/送审稿.docx", nil
}

func (f *fakeOffice) SaveMonthTwin(_ context.Context, p inquire.Period, folder string) (string, error) {
	f.called("month twin " + p.Title())
	return folder + "/月报.docx", nil
}

func (f *fakeOffice) Draft(context.Context, decide.Request) (decide.Printed, error) {
	f.called("draft")
	return decide.Printed{PDF: []byte("%PDF-1.4")}, nil
}

func (f *fakeOffice) Issue(_ context.Context, r decide.Request) (decide.Issued, error) {
	f.called("issue")
	if f.issueErr != nil {
		return decide.Issued{}, f.issueErr
	}
	f.requests = append(f.requests, r)
	n := f.find(r.Notice)
	p := ledger.Paper{ID: "p17", Kind: ledger.PaperFeedback, Number: "柳反馈〔2026〕17号", Notices: []string{n.ID}, Addressee: "清河县住房和城乡建设局",
		Twin: &ledger.File{Name: "柳反馈〔2026〕17号.docx", Digest: "17w"}}
	ref := ledger.PaperRefPayload{Paper: p.ID, Kind: p.Kind, Number: p.Number}
	for i := range n.Demands {
		n.Demands[i].Paper, n.Demands[i].State = &ref, ledger.StateToSign
		n.Demands[i].Decision = &ledger.Decision{Verdict: n.Demands[i].Advice.Verdict, By: "李敏"}
	}
	f.papers = append(f.papers, p)
	return decide.Issued{Paper: p, Notice: *n, Stored: "/data/blobs/17", Copy: "/data/文书/柳反馈〔2026〕17号.pdf"}, nil
}

func (f *fakeOffice) Export(_ context.Context, id, folder string) (string, error) {
	return folder + "/" + id + ".pdf", nil
}

func (f *fakeOffice) RecordApproval(_ context.Context, id, by string, on app.Date, _ *decide.Photo) (ledger.Paper, error) {
	f.called("approve " + id + " " + by + " " + on.String())
	f.eachPaperDemand(id, func(d *ledger.Demand) { d.State = ledger.StateToDeliver })
	return ledger.Paper{}, nil
}

func (f *fakeOffice) RecordDelivery(_ context.Context, id string, on app.Date, to string) (ledger.Paper, error) {
	f.called("deliver " + id + " " + on.String() + " " + to)
	f.eachPaperDemand(id, func(d *ledger.Demand) { d.State = ledger.StateAwaiting })
	return ledger.Paper{}, nil
}

func (f *fakeOffice) RecordReply(_ context.Context, id string, on app.Date, replies []decide.ReplyEntry) (ledger.Notice, error) {
	for _, r := range replies {
		f.called("reply " + r.Demand + " " + string(r.Outcome))
	}
	f.eachPaperDemand(id, func(d *ledger.Demand) {
		d.State, d.Reply = ledger.StateReplied, &ledger.Reply{Paper: id, Outcome: ledger.Withdrawn, Date: on}
	})
	return ledger.Notice{}, nil
}

func (f *fakeOffice) eachPaperDemand(id string, do func(*ledger.Demand)) {
	for i := range f.notices {
		for j := range f.notices[i].Demands {
			if d := &f.notices[i].Demands[j]; d.Paper != nil && d.Paper.Paper == id {
				do(d)
			}
		}
	}
}

func (f *fakeOffice) Message(_ context.Context, _ string, c app.Check, decisions []paper.Decision) (string, error) {
	about := 0
	for _, d := range decisions {
		if d.Verdict == app.VerdictRefuse || d.Verdict == app.VerdictEscalate {
			about++
		}
	}
	return fmt.Sprintf("%s您好，我是柳河镇李敏。来文有%d项要商量。\n这项工作在2026年版清单里是上级部门收回第22项，由贵局承接；排名通报也与减负规定不一致。\n能否请贵局安排办理？我镇及时报告日常工作中发现的有关情况，您看可以吗？谢谢。", c.Fields.Contact, about), nil
}

func (f *fakeOffice) Talk(_ context.Context, id string, demands []string, v ledger.Talk) (ledger.Notice, error) {
	f.called(fmt.Sprintf("talk %s %s %s %s %s %s", strings.Join(demands, "+"), v.Way, v.With, v.Date, v.Time, v.Result))
	n := f.find(id)
	if n.Void {
		return ledger.Notice{}, errVoid()
	}
	for i := range n.Demands {
		d := &n.Demands[i]
		if !slices.Contains(demands, d.ID) {
			continue
		}
		if v.Result == ledger.TalkLater {
			v.Remind = app.Date{Year: 2026, Month: 11, Day: 25}
		}
		d.Talks = append(d.Talks, ledger.Talked{Talk: v, Words: v.Words, At: f.now})
		d.State = ledger.StateTalking
		if v.Result == ledger.TalkWithdrawn || v.Result == ledger.TalkChanged {
			d.State = ledger.StateClosed
		}
	}
	return *n, nil
}

func (f *fakeOffice) Reschedule(_ context.Context, id, demand string, day app.Date, hour string) (ledger.Notice, error) {
	f.called(fmt.Sprintf("reschedule %s %s %s", demand, day, hour))
	n := f.find(id)
	for i := range n.Demands {
		if n.Demands[i].ID == demand {
			n.Demands[i].Advice.Deadline = &app.Deadline{Date: day, Time: hour}
		}
	}
	return *n, nil
}

func (f *fakeOffice) Done(_ context.Context, id string, _ []string, _ string) (ledger.Notice, error) {
	f.called("done " + id)
	if f.find(id).Void {
		return ledger.Notice{}, errVoid()
	}
	return *f.find(id), nil
}

// errVoid is what the use cases say of a notice that was voided meanwhile.
func errVoid() error {
	return app.Errorf(app.CodeConflict, "2026年第643号已撤销登记，不能再处理。")
}

func (f *fakeOffice) Reopen(_ context.Context, id string, _ []string, _ string) (ledger.Notice, error) {
	return *f.find(id), nil
}

func (f *fakeOffice) VoidPaper(_ context.Context, id, reason string) (ledger.Paper, error) {
	f.called("void paper " + id + " " + reason)
	return ledger.Paper{}, nil
}

func (f *fakeOffice) VoidNotice(_ context.Context, id, reason string) (ledger.Notice, error) {
	f.called("void " + id + " " + reason)
	n := f.find(id)
	n.Void = true
	return *n, nil
}

func (f *fakeOffice) Undo(_ context.Context, id string) (string, ledger.Notice, error) {
	f.called("undo " + id)
	return "承办", *f.find(id), nil
}

func (f *fakeOffice) row(n ledger.Notice) inquire.Row {
	r := inquire.Row{ID: n.ID, Year: n.Year, No: n.No, Title: n.Title(), ShortTitle: strings.TrimSuffix(strings.TrimPrefix(n.Title(), "关于"), "的通知"),
		Issuer: n.Check.Fields.Issuer, DocNo: n.Check.Fields.DocNo, Kind: n.Check.Kind, Verdict: n.Verdict(), EnteredAt: n.EnteredAt, Void: n.Void,
		Due: inquire.Due{Kind: inquire.DueSoon, Words: "剩 2 天"}}
	for _, d := range n.Demands {
		r.Demands = append(r.Demands, inquire.DemandRow{ID: d.ID, No: d.No, Gist: d.Advice.Gist, Verdict: d.Verdict(), State: d.State, Title: d.StateTitle(app.DateOf(f.now))})
	}
	return r
}

func (f *fakeOffice) Page(_ context.Context, q inquire.Filter, _ inquire.Cursor, _ int) (inquire.Page, error) {
	var p inquire.Page
	for i := len(f.notices) - 1; i >= 0; i-- {
		n := f.notices[i]
		if q.Words != "" && !strings.Contains(n.Title(), q.Words) || q.Verdict != "" && n.Verdict() != q.Verdict {
			continue
		}
		if len(q.States) > 0 && !slices.ContainsFunc(n.Demands, func(d ledger.Demand) bool { return slices.Contains(q.States, d.State) }) {
			continue
		}
		p.Rows = append(p.Rows, f.row(n))
	}
	return p, nil
}

func (f *fakeOffice) Total(ctx context.Context, q inquire.Filter) (t inquire.Total, err error) {
	p, err := f.Page(ctx, q, inquire.Cursor{}, 0)
	for _, r := range p.Rows {
		t.Notices, t.Demands = t.Notices+1, t.Demands+len(r.Demands)
	}
	return t, err
}

func (f *fakeOffice) Counts(context.Context, inquire.Filter) (inquire.Counts, error) {
	c := inquire.Counts{States: map[ledger.State]int{}, Notices: len(f.notices)}
	for _, n := range f.notices {
		for _, d := range n.Demands {
			c.Demands++
			c.States[d.State]++
		}
	}
	return c, nil
}

func (f *fakeOffice) Detail(_ context.Context, id string) (inquire.Detail, error) {
	n := *f.find(id)
	d := inquire.Detail{Notice: n, Row: f.row(n), Records: 6, Steps: []inquire.Step{
		{Type: ledger.NoticeRegistered, At: n.EnteredAt, Title: "收件", Detail: "李敏 粘贴，原文已保存"},
		{Type: ledger.NoticeContent, At: n.EnteredAt, Title: "比对", Detail: "部分承担：拒接 3、配合 1，问题 5"}}}
	for _, p := range f.papers {
		if len(p.Notices) > 0 && p.Notices[0] == id {
			d.Papers = append(d.Papers, p)
			d.Steps = append(d.Steps, inquire.Step{Type: ledger.PaperIssued, At: n.EnteredAt, Title: "出文 " + p.Number, Detail: "2 页（待签章）"})
		}
	}
	d.Steps = append(d.Steps, inquire.Step{Type: ledger.DemandReplied, Title: "答复", Detail: "各事项记结果", Pending: true})
	if len(n.Demands) == 0 {
		return d, nil
	}
	var ids []string
	for _, dm := range n.Demands {
		ids = append(ids, dm.ID)
	}
	switch n.Demands[0].State {
	case ledger.StatePending:
		d.Next = []inquire.Action{{Kind: inquire.ActionDecide, Title: "去核对", Demands: ids}}
	case ledger.StateTalking:
		d.Next = []inquire.Action{{Kind: inquire.ActionTalk, Title: "记沟通结果", Demands: ids}}
	case ledger.StateToSign:
		d.Next = []inquire.Action{{Kind: inquire.ActionApprove, Title: "登记审定", Paper: "p17", Demands: ids}}
	case ledger.StateToDeliver:
		d.Next = []inquire.Action{{Kind: inquire.ActionDeliver, Title: "登记送达", Paper: "p17", Demands: ids}}
	case ledger.StateAwaiting:
		d.Next = []inquire.Action{{Kind: inquire.ActionReply, Title: "登记答复", Paper: "p17", Demands: ids}}
		d.NextHint = "12-01 前无答复，可生成提级反映单。"
	case ledger.StateDoing:
		d.Next = []inquire.Action{{Kind: inquire.ActionDone, Title: "登记办结", Demands: ids}}
		d.Undo = "承办"
	}
	return d, nil
}

func (f *fakeOffice) Tiles(context.Context) (inquire.Tiles, error) {
	return inquire.Tiles{EnteredToday: 0, EnteredYesterday: 1, Pending: 1, DueToday: 1, DueTime: "17:00"}, nil
}

func (f *fakeOffice) Recent(_ context.Context, n int) ([]inquire.Row, error) {
	var out []inquire.Row
	for i := len(f.notices) - 1; i >= 0 && len(out) < n; i-- {
		out = append(out, f.row(f.notices[i]))
	}
	return out, nil
}

func (f *fakeOffice) Tasks(context.Context) (inquire.Tasks, error) {
	if f.tasks != nil {
		return *f.tasks, nil
	}
	return inquire.Tasks{Mine: []inquire.Task{
		{Notice: "n640", Title: "县城管执法局未答复（14号单）", Why: "先电话催一次，仍无答复可提级反映", Due: inquire.Due{Kind: inquire.DueLate, Words: "逾期 1 天"}, Action: inquire.Action{Kind: inquire.ActionEscalate, Title: "生成提级反映单"}},
		{Notice: "n641", Title: "报送高标准农田设施管护情况", Why: "承办 · 王志强", Due: inquire.Due{Kind: inquire.DueToday, Words: "今天 17:00"}, Action: inquire.Action{Kind: inquire.ActionDone, Title: "登记办结"}}},
		Theirs: []inquire.Task{{Notice: "n638", Title: "县卫健局：重复报送慢病随访表", Why: "柳反馈〔2026〕16号，11-20 送达", Due: inquire.Due{Kind: inquire.DueLater, Words: "剩 3 天"},
			Action: inquire.Action{Kind: inquire.ActionReply, Title: "登记答复", Paper: "p16"}}}}, nil
}

func (f *fakeOffice) Board(ctx context.Context) (inquire.Board, error) {
	f.called("board")
	tasks, _ := f.Tasks(ctx)
	day := func(d int) app.Date { return app.Date{Year: 2026, Month: 11, Day: d} }
	a := inquire.Alert{Notice: inquire.Brief{ID: "n639", Year: 2026, No: 639, Title: "关于报送村级仓储台账的通知", Issuer: "清河县农业农村局", Day: day(20)}, Code: "MULTI_HEADED",
		Words: "多头部署：县应急管理局 11-12、县水利局 11-17 已要求同一事项（2026年第611号、2026年第622号）", Related: []inquire.Brief{
			{ID: "n611", Year: 2026, No: 611, Title: "关于填报物资储备统计表的通知", Issuer: "清河县应急管理局", Day: day(12)},
			{ID: "n622", Year: 2026, No: 622, Title: "关于报送防汛物资台账的通知", Issuer: "清河县水利局", Day: day(17)}}}
	return inquire.Board{Tasks: tasks, Alerts: []inquire.Alert{a}, Load: inquire.Load{From: day(24), To: day(30), Total: 22, Limit: 10,
		People: []inquire.PersonLoad{{Name: "王志强", Count: 13}, {Name: "孙晓梅", Count: 6}, {Count: 3}}},
		Clashes: []inquire.Clash{{A: inquire.Meeting{Notice: inquire.Brief{ID: "n641", Title: "关于召开秸秆禁烧推进会的通知"}}, B: inquire.Meeting{Notice: inquire.Brief{ID: "n630", Title: "县应急局视频会"}},
			Words: "11-25 周三 09:00 与 10:30 两场会议时间相近"}},
		Notes: []string{"还没有 2027 年的放假调休安排，跨年的期限先按周一至周五和法定节假日计算。"}}, nil
}

func (f *fakeOffice) Issuers(context.Context) ([]string, error) {
	return []string{"县住建局", "县农业农村局"}, nil
}
func (f *fakeOffice) Years(context.Context) ([]int, error) { return []int{2026}, nil }

func (f *fakeOffice) Due(d app.Date, hour string) inquire.Due {
	days := app.DateOf(f.now).DaysUntil(d)
	k := inquire.DueLater
	if days <= 2 {
		k = inquire.DueSoon
	}
	return inquire.Due{Kind: k, Date: d, Time: hour, Words: fmt.Sprintf("剩 %d 天", days)}
}

func (f *fakeOffice) LedgerPaper(_ context.Context, q inquire.Filter, p inquire.Progress) (inquire.File, error) {
	f.called("print ledger " + q.Condition(f.set.Office))
	p(len(f.notices), len(f.notices))
	if len(f.notices) == 0 {
		return inquire.File{}, app.Errorf(app.CodeInvalid, "没有符合条件的来件，没有可印的台账。请先清除条件，或登记第一件来文。")
	}
	return inquire.File{Name: "柳河镇来件处理台账 2026-11-24.pdf", Data: []byte("%PDF-1.7"), Pages: 1}, nil
}

func (f *fakeOffice) SaveLedgerTable(_ context.Context, q inquire.Filter, folder string, _ inquire.Progress) (string, error) {
	f.called("save ledger " + q.Condition(f.set.Office))
	return folder + "/柳河镇来件处理台账 2026-11-24.xlsx", nil
}

func (f *fakeOffice) Statistics(_ context.Context, p, before inquire.Period) (inquire.Statistics, error) {
	f.called("statistics " + p.Title() + " " + before.Title())
	st := inquire.Statistics{Period: p, Before: before, Today: app.DateOf(f.now), Year: inquire.YearOf(app.DateOf(f.now))}
	if len(f.notices) == 0 {
		return st, nil
	}
	st.BeforeUse = f.before
	return sampleStatistics(st), nil
}

func (f *fakeOffice) ReportMonth() inquire.Period {
	return inquire.MonthOf(app.DateOf(f.now)).Until(app.DateOf(f.now))
}

func (f *fakeOffice) MonthPaper(_ context.Context, p inquire.Period) (inquire.File, error) {
	f.called("month " + p.Title())
	return inquire.File{Name: "柳河镇监测月报.pdf", Data: []byte("%PDF-1.7"), Pages: 1}, nil
}

func (f *fakeOffice) SaveMonth(_ context.Context, p inquire.Period, folder string) (string, error) {
	f.called("save month " + p.Title())
	return folder + "/柳河镇监测月报.pdf", nil
}

func (f *fakeOffice) SaveStatisticsTable(_ context.Context, p, before inquire.Period, folder string) (string, error) {
	f.called("save statistics " + p.Title() + " " + before.Title())
	return folder + "/柳河镇来件统计.xlsx", nil
}

func (f *fakeOffice) Settings(context.Context) (ledger.Settings, error) { return f.set, nil }

func (f *fakeOffice) SaveSettings(_ context.Context, s ledger.Settings) error {
	f.called("save settings")
	f.set = s
	return nil
}

func (f *fakeOffice) Preference(_ context.Context, key string) (string, error) {
	return f.prefs[key], nil
}

func (f *fakeOffice) SetPreference(_ context.Context, key, value string) error {
	f.prefs[key] = value
	return nil
}

func (f *fakeOffice) Lists(context.Context) ([]ledger.List, error) {
	if f.list == nil {
		return nil, nil
	}
	return append([]ledger.List{*f.list}, f.earlier...), nil
}

func (f *fakeOffice) YearTurn(context.Context) (*inquire.YearTurn, error) { return f.turn, nil }

func (f *fakeOffice) ListChanges(_ context.Context, old, now ledger.List) (out []inquire.ListChange, err error) {
	for _, c := range duty.Diff(&old.List, &now.List) {
		change := inquire.ListChange{Change: c}
		for _, n := range f.notices {
			for _, d := range n.Demands {
				if c.Old != nil && d.State.Open() && len(d.Advice.Matches) > 0 && d.Advice.Matches[0].ItemName == c.Old.Name {
					change.Open = append(change.Open, inquire.OpenMatch{Notice: inquire.Brief{ID: n.ID, Year: n.Year, No: n.No, Title: n.Title()}, No: d.No, Gist: d.Advice.Gist})
				}
			}
		}
		out = append(out, change)
	}
	return out, nil
}

func (f *fakeOffice) SaveList(_ context.Context, l ledger.List, folder string) (string, error) {
	f.called("save list " + l.ID)
	return folder + "/清单.xlsx", nil
}

func (f *fakeOffice) SaveListChanges(_ context.Context, old, now ledger.List, folder string) (string, error) {
	f.called("save changes " + old.ID + " " + now.ID)
	return folder + "/对比.xlsx", nil
}

func (f *fakeOffice) SaveProposals(_ context.Context, l ledger.List, folder string) (string, error) {
	f.called("save proposals " + l.ID)
	return folder + "/建议.xlsx", nil
}

func (f *fakeOffice) ListOn(context.Context, app.Date) (*ledger.List, error) { return f.list, nil }

func (f *fakeOffice) ImportList(_ context.Context, l app.DutyList) (ledger.List, error) {
	f.called(fmt.Sprintf("import %d %s", len(l.Duties), l.Source.Title))
	f.list = &ledger.List{ID: "list2", List: l}
	return *f.list, nil
}

func (f *fakeOffice) WithdrawList(_ context.Context, id, _ string) error {
	f.called("withdraw " + id)
	f.list = nil
	return nil
}

func (f *fakeOffice) Registers(context.Context) ([]ledger.Register, error) { return nil, nil }

func (f *fakeOffice) Backup(context.Context, string) (upkeep.Backup, error) {
	f.called("backup")
	return upkeep.Backup{File: "/data/备份/2026-11-24.db", At: f.now}, nil
}

func (f *fakeOffice) Backups(context.Context) ([]upkeep.Backup, error) {
	return []upkeep.Backup{{File: "/data/备份/2026-11-23.db", At: f.now.Add(-20 * time.Hour)}}, nil
}

func (f *fakeOffice) MoveOut(_ context.Context, folder string) (upkeep.Moved, error) {
	f.called("move out " + folder)
	if f.moveErr != nil {
		return upkeep.Moved{}, f.moveErr
	}
	f.moved = &upkeep.Moved{At: f.now, Folder: folder + "/一单清迁移-20261124-102600", Notices: 643, Events: 3187}
	return *f.moved, nil
}

func (f *fakeOffice) MovedOut(context.Context) (m upkeep.Moved, moved bool, err error) {
	if f.moved == nil {
		return m, false, nil
	}
	return *f.moved, true, nil
}

func (f *fakeOffice) UndoMove(context.Context) error {
	f.called("undo move")
	f.moved = nil
	return nil
}

func (f *fakeOffice) MoveIn(_ context.Context, folder string) (upkeep.Restored, error) {
	f.called("move in " + folder)
	if f.moveErr != nil {
		return upkeep.Restored{}, f.moveErr
	}
	f.set = newFakeOffice().set
	return upkeep.Restored{Notices: 643}, nil
}

func (f *fakeOffice) Verify(context.Context, upkeep.Progress) (upkeep.Verification, error) {
	return upkeep.Verification{Notices: 643, Events: 3187}, nil
}

func (f *fakeOffice) ReadDocument(_ context.Context, path string) (app.Document, []byte, error) {
	f.called("open " + path)
	if err := f.badFiles[path]; err != nil {
		return app.Document{}, nil, err
	}
	text := samples()[0].text
	if t, ok := f.files[path]; ok {
		text = t
	}
	return app.Document{Name: path, Blocks: []app.Block{{Text: text}}}, []byte("x"), nil
}

func (f *fakeOffice) Expand(_ context.Context, paths []string) (files, notes []string, err error) {
	for _, p := range paths {
		if in, ok := f.folders[p]; ok {
			files, notes = append(files, in...), append(notes, "文件夹“"+p+"”：其中的 1 个文件夹没有读。")
			continue
		}
		files = append(files, p)
	}
	return files, notes, nil
}

func (f *fakeOffice) Several(pasted string) []intake.Item {
	var out []intake.Item
	for _, t := range strings.Split(pasted, "\n=====\n") {
		out = append(out, intake.Item{Text: t, Channel: ledger.ChannelPaste})
	}
	return out
}

func (f *fakeOffice) ReadItem(ctx context.Context, it intake.Item, doc app.Document, data []byte) (intake.Draft, error) {
	if strings.Contains(doc.Text(), "机密★") {
		return intake.Draft{}, app.Errorf(app.CodeSecret, "第 1 行有“机密★1年”，带有密级标志，没有收入。没有保存任何文字，草稿和备份里也没有。")
	}
	d, err := f.Read(ctx, doc, intake.Options{Channel: it.Channel})
	if it.Received.Known() {
		d.Received, d.Days = it.Received, nil
	}
	d.Fixed, d.Digest = it.Fixed, doc.Text()
	return d, err
}

func (f *fakeOffice) KeepQueue(_ context.Context, items []intake.Item) error {
	f.queue = nil
	for _, it := range items {
		if it.Open() {
			f.queue = append(f.queue, it)
		}
	}
	return nil
}

func (f *fakeOffice) KeptQueue(context.Context) ([]intake.Item, error) {
	out := slices.Clone(f.queue)
	for i := range out {
		out[i] = intake.Item{Name: out[i].Name, Path: out[i].Path, Text: out[i].Text, Channel: out[i].Channel, Fixed: out[i].Fixed, Received: out[i].Received}
	}
	return out, nil
}

func (f *fakeOffice) ReadTables(_ context.Context, path string) ([]app.Table, error) {
	f.called("tables " + path)
	return f.tables, nil
}

func (f *fakeOffice) TableFormats() []string { return []string{"xlsx", "csv"} }

func (f *fakeOffice) PreviewOldLedger(_ context.Context, tables []app.Table, o oldledger.Options) (oldledger.Preview, error) {
	if f.oldErr != nil {
		return oldledger.Preview{}, f.oldErr
	}
	return oldledger.Read(tables, o)
}

func (f *fakeOffice) ImportOldLedger(_ context.Context, l app.OldLedger) (ledger.OldLedger, error) {
	f.called(fmt.Sprintf("import old %d", len(l.Rows)))
	v := ledger.OldLedger{ID: fmt.Sprintf("old%d", len(f.old)+1), Old: l, ImportedAt: f.now, ImportedBy: "李敏"}
	f.old = append(f.old, v)
	return v, nil
}

func (f *fakeOffice) WithdrawOldLedger(_ context.Context, id, reason string) error {
	f.called("withdraw old " + id + " " + reason)
	f.old = slices.DeleteFunc(f.old, func(l ledger.OldLedger) bool { return l.ID == id })
	return nil
}

func (f *fakeOffice) OldRows(_ context.Context, words string, skip, limit int) (p inquire.OldPage, _ error) {
	for _, l := range f.old {
		for _, r := range l.Old.Rows {
			if !strings.Contains(r.Title, words) {
				continue
			}
			if p.Total++; p.Total > skip && len(p.Rows) < limit {
				p.Rows = append(p.Rows, inquire.OldRow{OldRow: r, Ledger: l.ID, File: l.Old.File, At: l.ImportedAt, By: l.ImportedBy})
			}
		}
	}
	return p, nil
}

func (f *fakeOffice) OldImports(context.Context) (out []inquire.OldImport, _ error) {
	for _, l := range f.old {
		out = append(out, inquire.OldImport{ID: l.ID, File: l.Old.File, Rows: len(l.Old.Rows), At: l.ImportedAt})
	}
	return out, nil
}

func (f *fakeOffice) Formats() []string { return []string{"docx", "xlsx", "ofd", "txt"} }

func (f *fakeOffice) PreviewList(context.Context, []string, duty.Options) (duty.Preview, error) {
	return f.preview, f.listErr
}

func (f *fakeOffice) ListFormats() []string { return []string{"xlsx", "docx", "csv"} }
