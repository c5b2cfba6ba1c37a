package inbox

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
)

// factLines are the particulars of the notice as the strip shows them.
func (r *result) factLines() []kit.Fact {
	if !r.ready {
		return []kit.Fact{{Label: "来文", Value: "正在读取"}}
	}
	f := r.check.Fields
	facts := []kit.Fact{
		{Label: "类型", Value: r.check.Kind.Title()},
		{Name: "issuer", Label: "来文", Value: f.Issuer},
		{Name: "doc_no", Label: "文号", Value: f.DocNo},
	}
	if r.meeting() {
		facts = append(facts, kit.Fact{Name: "meeting_time", Label: "开会", Value: f.MeetingTime},
			kit.Fact{Name: "place", Label: "地点", Value: f.Place})
	}
	facts = append(facts, r.deadlineFact(), r.receivedFact())
	if who := strings.TrimSpace(f.Contact + " " + f.Phone); who != "" {
		facts = append(facts, kit.Fact{Name: fieldContact, Label: "联系人", Value: who})
	}
	if r.decided() {
		for i := range facts {
			facts[i].Name = "" // what has been decided is no longer put right here
		}
	}
	return facts
}

// fieldContact is the strip's own field: name and telephone in one.
const fieldContact = "contact+phone"

// corrections are the fields of the notice that a typed value puts right.
func corrections(name, value string) map[string]string {
	if name != fieldContact {
		return map[string]string{name: value}
	}
	at := strings.IndexAny(value, "0123456789+（(")
	if at < 0 {
		at = len(value)
	}
	return map[string]string{"contact": strings.TrimSpace(value[:at]), "phone": strings.TrimSpace(value[at:])}
}

// receivedFact says when the notice came in, or asks.
func (r *result) receivedFact() kit.Fact {
	today := r.page.p.Frame.Today()
	if r.received.Known() {
		value := kit.DayWord(r.received.Date, today)
		if r.received.Time != "" {
			value += " " + r.received.Time
		}
		return kit.Fact{Label: "收到", Value: value}
	}
	fact := kit.Fact{Label: "收到", Question: "哪天收到？"}
	for _, d := range r.days() {
		fact.Asks = append(fact.Asks, kit.Ask{Text: d.Label, OnPress: func() {
			r.setReceived(ledger.Received{Date: d.Date, Source: d.Source})
		}})
	}
	return fact
}

// days are the answers offered for the day received.
func (r *result) days() []intake.Day {
	if r.notice == nil {
		return r.draft.Days
	}
	today := r.page.p.Frame.Today()
	entered := app.DateOf(r.notice.EnteredAt.In(r.page.p.Frame.Now().Location()))
	days := []intake.Day{{Date: entered, Label: "登记当天 " + kit.DayWord(entered, today), Source: ledger.DayClerk}}
	if d, err := app.ParseDate(r.check.Fields.DocDate); err == nil && d != entered {
		days = append(days, intake.Day{Date: d, Label: "文中 " + kit.DayWord(d, today), Source: ledger.DayClerk})
	}
	return days
}

// deadlineFact shows the first deadline of the demands, and of which demand it is.
func (r *result) deadlineFact() kit.Fact {
	fact := kit.Fact{Name: "deadline", Label: "时限"}
	for i, d := range r.check.Demands {
		if d.Deadline == nil || d.Deadline.Date.IsZero() {
			continue
		}
		fact.Value = fmt.Sprintf("%02d-%02d", int(d.Deadline.Date.Month), d.Deadline.Date.Day)
		if d.Deadline.Time != "" {
			fact.Value += " " + d.Deadline.Time
		}
		if len(r.check.Demands) > 1 {
			fact.Value = kit.DemandNumber(i+1) + " " + fact.Value
		}
		if due := r.page.p.Inquire.Due(d.Deadline.Date, d.Deadline.Time); due.Words != "" {
			fact.Chip = kit.NewDueChipOf(string(due.Kind), due.Words)
		}
		return fact
	}
	if d, err := app.ParseDate(r.check.Fields.Deadline); err == nil {
		fact.Value = fmt.Sprintf("%02d-%02d", int(d.Month), d.Day)
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

// setReceived takes the answer to 哪天收到 and checks again from that day.
func (r *result) setReceived(day ledger.Received) {
	if r.notice != nil {
		id := r.notice.ID
		r.renew(func(ctx context.Context) (ledger.Notice, error) { return r.page.p.Intake.ReceivedOn(ctx, id, day) })
		return
	}
	d := r.draft
	r.redraft(func(ctx context.Context) (intake.Draft, error) { return r.page.p.Intake.SetReceived(ctx, d, day) })
}

// correct puts one particular right and checks again.
func (r *result) correct(name, value string) {
	fixed := corrections(name, value)
	if r.notice != nil {
		id := r.notice.ID
		r.renew(func(ctx context.Context) (ledger.Notice, error) { return r.page.p.Intake.Recheck(ctx, id, fixed) })
		return
	}
	d := r.draft
	r.redraft(func(ctx context.Context) (intake.Draft, error) {
		for field, v := range fixed {
			next, err := r.page.p.Intake.CorrectField(ctx, d, field, v)
			if err != nil {
				return d, err
			}
			d = next
		}
		return d, nil
	})
}

// recheck compares again.
func (r *result) recheck() {
	if !r.ready {
		return
	}
	if r.notice != nil {
		id := r.notice.ID
		r.renew(func(ctx context.Context) (ledger.Notice, error) { return r.page.p.Intake.Recheck(ctx, id, nil) })
		return
	}
	d := r.draft
	if r.received.Known() {
		day := r.received
		r.redraft(func(ctx context.Context) (intake.Draft, error) { return r.page.p.Intake.SetReceived(ctx, d, day) })
		return
	}
	r.page.take(d.Document, intake.Options{Channel: d.Channel, MessageTime: d.Message, Originals: d.Originals})
}

// redraft changes the draft beside the window and shows it again.
func (r *result) redraft(work func(context.Context) (intake.Draft, error)) {
	current := r.page.turn.Next()
	kit.Run(r.page.p.Frame.Runner, "正在比对", work, func(d intake.Draft, err error) {
		if !current() {
			return
		}
		if err != nil {
			r.refresh()
			r.page.p.Frame.Fail("没有改成", err, nil)
			return
		}
		r.setDraft(d)
		r.page.show()
		r.page.keep(d)
	})
}

// renew changes the registered notice and shows it again.
func (r *result) renew(work func(context.Context) (ledger.Notice, error)) {
	current := r.page.turn.Next()
	kit.Run(r.page.p.Frame.Runner, "正在登记", work, func(n ledger.Notice, err error) {
		if err != nil {
			r.refresh()
			r.page.p.Frame.Fail("没有改成", err, nil)
			return
		}
		r.page.p.Changed()
		if current() {
			r.setNotice(n)
			r.page.show()
		}
	})
}
