package inquire

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// chunk is how many notices are read at once for the printed ledger.
const chunk = 500

// LedgerPaper is the printed ledger (台账打印表) of what fits the filter, with the check of all records in its foot. It
// changes nothing. p hears of each part read; ctx ends it between parts.
func (s *Service) LedgerPaper(ctx context.Context, f Filter, p Progress) (File, error) {
	a, err := s.account(ctx, f, p)
	if err != nil {
		return File{}, err
	}
	data, pages, err := s.Press.PrintLedger(ctx, a)
	if err != nil {
		return File{}, err
	}
	return File{Name: a.Title() + " " + a.Printed.Date.String() + ".pdf", Data: data, Pages: pages}, ctx.Err()
}

// SaveLedgerTable writes the printed ledger as a table (xlsx) into a folder and gives its path.
func (s *Service) SaveLedgerTable(ctx context.Context, f Filter, folder string, p Progress) (string, error) {
	a, err := s.account(ctx, f, p)
	if err != nil {
		return "", err
	}
	data, err := s.Press.LedgerTable(ctx, a)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, a.Title()+" "+a.Printed.Date.String()+".xlsx", data)
}

// account reads the rows of the printed ledger.
func (s *Service) account(ctx context.Context, f Filter, p Progress) (paper.Account, error) {
	now := s.Now()
	a := paper.Account{Printed: paper.Moment{Date: app.DateOf(now), Time: now.Format("15:04")}, Software: s.Software}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return a, err
	}
	a.Office, a.Clerk, a.Condition = settings.Office, settings.Office.Clerk, f.Condition(settings.Office)
	proof, err := s.Reader.Chain(ctx, nil)
	if err != nil {
		return a, err
	}
	a.Proof = proofWords(proof)
	var total Total
	if p != nil {
		if total, err = s.Total(ctx, f); err != nil {
			return a, err
		}
	}
	for after := (Cursor{}); ; {
		page, err := s.Page(ctx, f, after, chunk)
		if err != nil {
			return a, err
		}
		if err := s.accountRows(ctx, &a, page.Rows); err != nil {
			return a, err
		}
		if p != nil {
			p(len(a.Rows), max(total.Notices, len(a.Rows)))
		}
		if after = page.Next; after == (Cursor{}) {
			return a, ctx.Err()
		}
	}
}

// proofWords says what the check of the records found.
func proofWords(p ledger.Proof) string {
	name := "末条摘要"
	if p.Several {
		name = "台账摘要"
	}
	if len(p.Damages) > 0 {
		return fmt.Sprintf("有 %d 处与登记时不一致，请到“设置”校验全部记录", len(p.Damages))
	}
	return strings.TrimRight("一致，"+name+" "+p.Head, " ")
}

// accountRows adds the rows of one part.
func (s *Service) accountRows(ctx context.Context, a *paper.Account, rows []Row) error {
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	more, err := s.Reader.Particulars(ctx, ids)
	if err != nil {
		return err
	}
	today := app.DateOf(s.Now())
	for _, r := range rows {
		a.Rows = append(a.Rows, accountRow(a.Office, today, r, more[r.ID]))
		day := app.DateOf(r.EnteredAt.In(s.Now().Location()))
		if a.Entered.From.IsZero() || day.Before(a.Entered.From) {
			a.Entered.From = day
		}
		if a.Entered.To.Before(day) {
			a.Entered.To = day
		}
	}
	return nil
}

func accountRow(o app.Office, today app.Date, r Row, more Particular) paper.AccountRow {
	out := paper.AccountRow{Year: r.Year, No: r.No, Issuer: r.Issuer, DocNo: r.DocNo, Title: r.Title, Kind: r.Kind, Void: r.Void}
	if r.Received.Known() {
		out.Received = r.Received.Date
	}
	if r.DocNo == "" {
		out.DocNo = cameBy(more.Channel, r.Received)
	}
	for _, d := range more.Demands {
		if t := d.Advice.Deadline; t != nil && !t.Date.IsZero() && (out.Deadline.IsZero() || t.Date.Before(out.Deadline)) {
			out.Deadline = t.Date
		}
		x := paper.AccountDemand{Verdict: d.Verdict(), Decided: d.Decision != nil, State: d.StateTitle(today),
			Void: d.State == ledger.StateVoid, Overdue: d.Overdue(today), Place: placeOf(o, d)}
		if d.Paper != nil {
			x.Paper = d.Paper.Number
		}
		out.Demands = append(out.Demands, x)
	}
	return out
}

// cameBy says how a notice without a number came in.
func cameBy(c ledger.Channel, r ledger.Received) string {
	switch {
	case c == ledger.ChannelPhone:
		return "电话"
	case r.Source == ledger.DayMessage:
		return "消息"
	}
	return "未编号"
}

// placeOf names the entry that covers a demand, else the rule that it meets: 收回第22项, 不在清单, 规则：会议.
func placeOf(o app.Office, d ledger.Demand) string {
	switch a := d.Advice; {
	case a.Part == app.PartNone:
		return "不在清单"
	case a.Part != app.PartOpen && len(a.Matches) > 0:
		if no := a.Matches[0].ItemNo; no != "" {
			return paper.PartWord(o, a.Matches[0].Part) + "第" + no + "项"
		}
		return paper.PartWord(o, a.Matches[0].Part)
	default:
		for _, f := range a.Findings {
			if f.Role != app.RoleNote {
				return "规则：" + d.Kind.Title()
			}
		}
	}
	return ""
}

// Condition says in words what a filter narrows to: 意见为拒接反馈、2026年; empty where it does not.
func (f Filter) Condition(o app.Office) string {
	var out []string
	add := func(words string) { out = append(out, words) }
	if f.Figure != nil && f.Figure.Title != "" {
		add(f.Figure.Title)
	}
	if f.Verdict != "" {
		add("意见为" + f.Verdict.Title())
	}
	if f.Kind != "" {
		add(f.Kind.Title())
	}
	if f.Issuer != "" {
		add(o.ShortBody(f.Issuer))
	}
	switch {
	case f.Year != 0 && f.Month != 0:
		add(fmt.Sprintf("%d年%d月", f.Year, f.Month))
	case f.Year != 0:
		add(fmt.Sprintf("%d年", f.Year))
	}
	if f.Overdue {
		add("逾期未复")
	}
	for _, s := range f.States {
		add(s.Title())
	}
	if w := strings.Join(strings.Fields(f.Words), " "); w != "" {
		add("含“" + w + "”")
	}
	return strings.Join(out, "、")
}
