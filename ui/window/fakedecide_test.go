package window_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

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
	if len([]rune(r.Opinion)) > 60 { // the form goes on on a page of its own
		v.Pages = append(v.Pages[:1:1], append([]paper.Page{{Width: 210, Height: 297}}, v.Pages[1:]...)...)
	}
	v.Replaced, v.Copies = f.rare, f.set.Copies
	if r.Copies != nil {
		v.Copies = *r.Copies
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
		item.Replaced = f.rare
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

func (f *fakeOffice) OwnPart(_ context.Context, _ string, c app.Check, _ []paper.Decision) (string, error) {
	if !f.set.Office.Grassroots() {
		return "", nil
	}
	return "报申请人名单；陪同入户、如实说明；按规定公示。", nil
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
