package store_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// TestARequestForSupportIsATask: it waits for its signature, then for being sent, whatever becomes of the demands.
func TestARequestForSupportIsATask(t *testing.T) {
	o := openOffice(t, t.TempDir())
	o.settings(t)
	n := o.register(t, text(1, bureau, app.VerdictDo))
	issued := must[decide.Issued](t)(o.decide.Issue(t.Context(), decide.Request{Notice: n.ID, Kind: paper.KindSupport}))
	if issued.Paper.Twin == nil {
		t.Error("no editable copy was kept")
	}
	lone := func() []inquire.Task {
		var out []inquire.Task
		for _, task := range must[inquire.Tasks](t)(o.inquire.Tasks(t.Context())).Mine {
			if task.Action.Paper == issued.Paper.ID {
				out = append(out, task)
			}
		}
		return out
	}
	if got := lone(); len(got) != 1 || got[0].Action.Kind != inquire.ActionApprove || !strings.HasPrefix(got[0].Why, issued.Paper.Number) || got[0].Number != n.Number() {
		t.Errorf("%+v", got)
	}
	if d := must[inquire.Detail](t)(o.inquire.Detail(t.Context(), n.ID)); len(d.Next) < 2 || d.Next[1].Kind != inquire.ActionApprove || d.Next[1].Paper != issued.Paper.ID {
		t.Errorf("%+v", d.Next)
	}
	today := app.DateOf(o.clock.t)
	must[ledger.Paper](t)(o.decide.RecordApproval(t.Context(), issued.Paper.ID, "赵国梁", today, nil))
	if got := lone(); len(got) != 1 || got[0].Action.Kind != inquire.ActionDeliver {
		t.Errorf("%+v", got)
	}
	must[ledger.Paper](t)(o.decide.RecordDelivery(t.Context(), issued.Paper.ID, today, ""))
	if got := lone(); len(got) != 0 {
		t.Errorf("after the delivery: %+v", got)
	}
}
