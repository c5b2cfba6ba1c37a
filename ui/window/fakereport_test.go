package window_test

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

func (f *fakeOffice) SaveMonthTwin(_ context.Context, p inquire.Period, folder string) (string, error) {
	f.called("month twin " + p.Title())
	return folder + "/月报.docx", nil
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

func (f *fakeOffice) ReportDue() (inquire.Period, app.Date, bool) {
	month := inquire.MonthOf(app.DateOf(f.now))
	return month, month.To, true
}

func (f *fakeOffice) SoFar(context.Context) (inquire.SoFar, error) {
	return inquire.SoFar{Notices: 59, Demands: 71, Talked: 2, Papers: 5, Awaiting: 2, Late: 1}, nil
}

func (f *fakeOffice) BoardPaper(_ context.Context, b inquire.Board) (inquire.File, error) {
	f.called(fmt.Sprintf("print board %d %d %d", len(b.Tasks.Mine), len(b.Tasks.Theirs), len(b.Alerts)))
	return inquire.File{Name: "柳河镇待反馈事项 2026-11-24.pdf", Data: []byte("%PDF-1.7"), Pages: 1}, nil
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

func (f *fakeOffice) Citing(_ context.Context, entry app.DutyRef, after inquire.Cursor, limit int) (p inquire.CitingPage, err error) {
	f.called("citing " + entry.ItemNo)
	for i := len(f.notices) - 1; i >= 0; i-- {
		n := f.notices[i]
		for _, d := range n.Demands {
			if len(d.Advice.Matches) == 0 || d.Advice.Matches[0].ItemName != entry.Name {
				continue
			}
			p.Total++
			if (after == inquire.Cursor{} || n.No < after.No) && len(p.Rows) < limit {
				p.Rows = append(p.Rows, inquire.Citing{Notice: inquire.Brief{ID: n.ID, Year: n.Year, No: n.No, Title: n.Title(), Day: n.Entered}, Verdict: d.Verdict(), Result: d.Result()})
			}
			break
		}
	}
	if len(p.Rows) == limit {
		p.Next = inquire.Cursor{Year: 2026, No: p.Rows[limit-1].Notice.No}
	}
	return p, nil
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
