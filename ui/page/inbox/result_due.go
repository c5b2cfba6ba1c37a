package inbox

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
)

// deadlineFact shows the first deadline of the demands, and of which demand it is.
func (r *result) deadlineFact() kit.Fact {
	fact := r.fact("deadline", "时限", "")
	if fact.Key = ""; r.deadlinePlace() != (app.Evidence{}) {
		fact.Key = factKey("deadline")
	}
	for i, d := range r.check.Demands {
		due := r.dueOf(i)
		if due == nil || due.Date.IsZero() {
			continue
		}
		if d.Deadline == nil || *due != *d.Deadline {
			fact.Fixed, fact.Key = true, ""
		}
		fact.Value = fmt.Sprintf("%02d-%02d", int(due.Date.Month), due.Date.Day)
		if due.Time != "" {
			fact.Value += " " + due.Time
		}
		fact.Typed = strings.TrimSpace(due.Date.String() + " " + due.Time)
		if len(r.check.Demands) > 1 {
			fact.Value = kit.DemandNumber(i+1) + " " + fact.Value
		}
		if left := r.page.p.Inquire.Due(due.Date, due.Time); left.Words != "" {
			fact.Chip = kit.NewDueChipOf(string(left.Kind), left.Words)
		}
		return fact
	}
	if d, err := app.ParseDate(r.check.Fields.Deadline); err == nil {
		fact.Value, fact.Typed = fmt.Sprintf("%02d-%02d", int(d.Month), d.Day), d.String()
		due := r.page.p.Inquire.Due(d, "")
		fact.Chip = kit.NewDueChipOf(string(due.Kind), due.Words)
		return fact
	}
	for _, d := range r.check.Demands {
		if d.Deadline != nil && d.Deadline.Text != "" { // 近期, 尽快: read, but no day
			fact.Value, fact.Doubtful = "“"+d.Deadline.Text+"”，未写明", true
			return fact
		}
	}
	return fact
}

// demandOf is a registered demand by its place in the check, nil where it is not registered.
func (r *result) demandOf(i int) *ledger.Demand {
	if r.notice == nil {
		return nil
	}
	for k := range r.notice.Demands {
		if d := &r.notice.Demands[k]; d.No == i+1 && d.State != ledger.StateVoid {
			return d
		}
	}
	return nil
}

// dueOf is until when a demand is to be done: as the record has it, else as it was read.
func (r *result) dueOf(i int) *app.Deadline {
	if d := r.demandOf(i); d != nil {
		return d.Advice.Deadline
	}
	return r.check.Demands[i].Deadline
}

// reschedule puts the deadline right of a demand that is being dealt with: the one that the strip shows.
func (r *result) reschedule(value string) {
	at := 0
	for i := range r.check.Demands {
		if due := r.dueOf(i); due != nil && !due.Date.IsZero() {
			at = i
			break
		}
	}
	d := r.demandOf(at)
	day, hour, err := app.ParseMoment(value, r.page.p.Frame.Now(), app.SideNear)
	if err == nil && d == nil {
		err = app.Errorf(app.CodeInvalid, "这一件没有要办的事项，时限没有改动。")
	}
	if err != nil {
		r.facts.Set(r.factLines())
		r.page.p.Frame.Info(app.ErrorMessage(err))
		return
	}
	notice, demand := r.notice.ID, d.ID
	r.renew(func(ctx context.Context) (ledger.Notice, error) {
		return r.page.p.Decide.Reschedule(ctx, notice, demand, day, hour)
	})
}

// deadlinePlace are the words of the deadline that the strip shows; empty where it is put right or there is none.
func (r *result) deadlinePlace() app.Evidence {
	if _, fixed := r.fixed()["deadline"]; fixed {
		return app.Evidence{}
	}
	whole := r.check.Fields.Places["deadline"]
	for _, d := range r.check.Demands {
		if d.Deadline == nil || d.Deadline.Text == "" {
			continue
		}
		if d.Deadline.Date.IsZero() || d.Start <= whole.Start && whole.End <= d.End || len(r.check.Demands) == 1 {
			break
		}
		words := []rune(d.Deadline.Text)
		for at := max(d.Start, 0); at+len(words) <= min(d.End, len(r.evidence.text)); at++ {
			if slices.Equal(r.evidence.text[at:at+len(words)], words) {
				return app.Evidence{Start: at, End: at + len(words), Text: d.Deadline.Text}
			}
		}
		return app.Evidence{}
	}
	return whole
}
