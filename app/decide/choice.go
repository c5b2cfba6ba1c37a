package decide

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Stricter tells whether a decision asks more of the other side than the advice and therefore needs one sentence.
// Towards 承办 and 配合 nothing is asked.
func Stricter(advised, chosen app.Verdict) bool { return chosen.Strictness() > advised.Strictness() }

// Decide records decisions on demands of one notice in one operation. A choice that changes nothing writes nothing.
func (s *Service) Decide(ctx context.Context, notice string, choices []Choice) (ledger.Notice, error) {
	return s.change(ctx, notice, func(b ledger.Book, n ledger.Notice) error {
		return s.decideAll(ctx, b, n, choices)
	})
}

// change runs an operation on one notice and gives the notice as it is then.
func (s *Service) change(ctx context.Context, id string, operation func(ledger.Book, ledger.Notice) error) (ledger.Notice, error) {
	var n ledger.Notice
	err := s.Writer.Write(ctx, func(b ledger.Book) error {
		before, err := b.Notice(ctx, id)
		if err != nil {
			return err
		}
		if before.Void {
			return app.Errorf(app.CodeConflict, "%s已撤销登记，不能再处理。", before.Number())
		}
		if err := operation(b, before); err != nil {
			return err
		}
		n, err = b.Notice(ctx, id)
		return err
	})
	return n, err
}

func (s *Service) decideAll(ctx context.Context, b ledger.Book, n ledger.Notice, choices []Choice) error {
	if err := validChoices(n, choices); err != nil {
		return err
	}
	settings, err := b.Settings(ctx)
	if err != nil {
		return err
	}
	list, err := s.otherList(ctx, b, n)
	if err != nil {
		return err
	}
	for _, c := range choices {
		d, _ := demandOf(n, c.Demand)
		decision := ledger.Decision{Verdict: c.Verdict, Advised: d.Advice.Verdict, Reason: strings.TrimSpace(c.Reason),
			By: settings.Office.Clerk, Assignee: strings.TrimSpace(c.Assignee), Entry: c.Entry, List: list}
		if same(d.Decision, decision) {
			continue
		}
		if _, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandDecided, decision); err != nil {
			return err
		}
	}
	return nil
}

// validChoices refuses what is no decision of this notice, and a stricter one without its sentence.
func validChoices(n ledger.Notice, choices []Choice) error {
	for _, c := range choices {
		d, ok := demandOf(n, c.Demand)
		if !ok {
			return app.Errorf(app.CodeNotFound, "这个事项不在%s里。", n.Number())
		}
		switch c.Verdict {
		case app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate, app.VerdictInfo:
		default:
			return app.Errorf(app.CodeInvalid, "请为事%d选一种处理：承办、配合、拒接反馈、提级反映或知悉。", d.No)
		}
		if Stricter(d.Advice.Verdict, c.Verdict) && strings.TrimSpace(c.Reason) == "" {
			return app.Errorf(app.CodeInvalid, "事%d由“%s”改为“%s”，请写一句理由。", d.No, d.Advice.Verdict.Title(), c.Verdict.Title())
		}
	}
	return nil
}

// same tells whether a decision says what is decided already.
func same(old *ledger.Decision, d ledger.Decision) bool {
	return old != nil && old.Verdict == d.Verdict && old.Reason == d.Reason && old.Assignee == d.Assignee && sameEntry(old.Entry, d.Entry)
}

func sameEntry(a, b *app.DutyRef) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// otherList names the list in force today where the notice was checked against another one.
func (s *Service) otherList(ctx context.Context, b ledger.Book, n ledger.Notice) (*app.Version, error) {
	list, err := b.ListOn(ctx, app.DateOf(s.Now()))
	if err != nil || list == nil {
		return nil, err
	}
	v := list.List.Version()
	if v == n.CheckedList() {
		return nil, nil
	}
	return &v, nil
}

func demandOf(n ledger.Notice, id string) (ledger.Demand, bool) {
	for _, d := range n.Demands {
		if d.ID == id {
			return d, true
		}
	}
	return ledger.Demand{}, false
}

func demandSubject(id string) ledger.Subject {
	return ledger.Subject{Kind: ledger.SubjectDemand, ID: id}
}

func paperSubject(id string) ledger.Subject { return ledger.Subject{Kind: ledger.SubjectPaper, ID: id} }

func noticeSubject(id string) ledger.Subject {
	return ledger.Subject{Kind: ledger.SubjectNotice, ID: id}
}
