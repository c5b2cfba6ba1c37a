package window_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

func (f *fakeOffice) MeetingsOn(_ context.Context, day app.Date, _ string) ([]inquire.Meeting, error) {
	return []inquire.Meeting{{Notice: inquire.Brief{ID: "n630", Title: "关于召开县应急局视频会的通知"}, At: day.String() + " 10:30"}}, nil
}

func (f *fakeOffice) Together(context.Context) (inquire.Together, error) {
	return inquire.Together{Month: "2026年11月", Items: f.small}, nil
}

func (f *fakeOffice) row(n ledger.Notice) inquire.Row {
	r := inquire.Row{ID: n.ID, Year: n.Year, No: n.No, Title: n.Title(), ShortTitle: strings.TrimSuffix(strings.TrimPrefix(n.Title(), "关于"), "的通知"),
		Issuer: n.Check.Fields.Issuer, DocNo: n.Check.Fields.DocNo, Kind: n.Check.Kind, Verdict: n.Verdict(), EnteredAt: n.EnteredAt, Void: n.Void,
		Due: inquire.Due{Kind: inquire.DueSoon, Words: "剩 2 天"}}
	for _, d := range n.Demands {
		row := inquire.DemandRow{ID: d.ID, No: d.No, Gist: d.Advice.Gist, Verdict: d.Verdict(), State: d.State, Title: d.StateTitle(app.DateOf(f.now))}
		if d.Paper != nil {
			row.Paper, row.Number = d.Paper.Paper, d.Paper.Number
		}
		r.Demands = append(r.Demands, row)
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

func (f *fakeOffice) YearTurn(context.Context) (*inquire.YearTurn, error) { return f.turn, nil }

// CheckPaper gives what the test says of a file.
func (f *fakeOffice) CheckPaper(_ context.Context, path string) (inquire.Proof, error) {
	f.called("check paper " + path)
	return f.proof, f.proofErr
}

func (f *fakeOffice) Prove(_ context.Context, p inquire.Proof) (inquire.Proof, error) {
	p.Standing = f.standing
	return p, nil
}
