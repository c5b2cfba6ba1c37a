package inbox

import (
	"context"
	"slices"
	"sort"
	"strings"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
)

// factLines are the particulars of the notice as the strip shows them.
func (r *result) factLines() []kit.Fact {
	if !r.ready {
		return []kit.Fact{{Label: "类型", Value: "正在读取"}}
	}
	f := r.check.Fields
	facts := []kit.Fact{
		{Label: "类型", Value: r.check.Kind.Title()},
		r.fact("issuer", r.arrival(), f.Issuer),
		r.fact("doc_no", "文号", f.DocNo),
	}
	if r.page.class == kit.ClassNarrow { // elsewhere the head of the page shows it
		facts = append(facts, r.titleFact())
		facts[len(facts)-1].Label = "标题"
	}
	if r.meeting() {
		at := r.fact("meeting_time", "开会", r.meetingWord())
		at.Typed = f.MeetingTime
		facts = append(facts, at, r.fact("place", "地点", f.Place))
	}
	facts = append(facts, r.deadlineFact(), r.receivedFact(), r.contactFact())
	if intake.Head(r.text) > 0 { // a message out of a chat has no document number
		facts = slices.DeleteFunc(facts, func(f kit.Fact) bool { return f.Name == "doc_no" && f.Value == "" })
	}
	for i := range facts {
		if r.settled(facts[i].Name) {
			facts[i].Name = ""
		}
	}
	return facts
}

// fact is one field of the notice with the words that it was read from.
func (r *result) fact(name, label, value string) kit.Fact {
	_, fixed := r.fixed()[name]
	out := kit.Fact{Name: name, Label: label, Value: value, Typed: value, Fixed: fixed}
	if ev, ok := r.check.Fields.Places[name]; ok && ev.End > ev.Start {
		out.Key = factKey(name)
	}
	return out
}

// titleFact is the title, or the first words of a notice without one.
func (r *result) titleFact() kit.Fact {
	t := r.fact("title", "", r.title())
	t.Typed = r.check.Fields.Title
	if r.settled(t.Name) {
		t.Name = ""
	}
	return t
}

// contactFact is name and telephone in one.
func (r *result) contactFact() kit.Fact {
	f := r.check.Fields
	out := r.fact("contact", "联系人", strings.TrimSpace(f.Contact+" "+f.Phone))
	phone := r.fact("phone", "", f.Phone)
	if out.Fixed = out.Fixed || phone.Fixed; out.Key == "" && phone.Key != "" {
		out.Key = factKey("contact")
	}
	out.Name = fieldContact
	return out
}

// fixed are the fields that a person has put right.
func (r *result) fixed() map[string]string {
	if r.notice != nil {
		return r.notice.Fixed
	}
	return r.draft.Fixed
}

// settled tells whether a field can no longer be put right here: the time of a meeting once it is decided, all once a
// paper is out.
func (r *result) settled(name string) bool {
	if r.notice == nil {
		return false
	}
	if r.notice.Void || r.notice.Erased != nil {
		return true
	}
	for _, d := range r.notice.Demands {
		if d.Paper != nil {
			return true
		}
	}
	return r.decided() && name == "meeting_time"
}

func factKey(name string) string { return "要素 " + name }

// factMarks are the words of the notice that its fields were read from; they show while their field has the keyboard.
func (r *result) factMarks() []kit.Mark {
	var out []kit.Mark
	add := func(name string, ev app.Evidence) {
		if ev.Start < 0 || ev.End > len(r.evidence.text) || ev.Start >= ev.End {
			return
		}
		if name == "phone" {
			name = "contact"
		}
		out = append(out, kit.Mark{Start: ev.Start, End: ev.End, Kind: kit.MarkFact, Key: factKey(name)})
	}
	for name, ev := range r.check.Fields.Places {
		if name != "deadline" {
			add(name, ev)
		}
	}
	add("deadline", r.deadlinePlace())
	sort.Slice(out, func(i, k int) bool { return out[i].Start < out[k].Start })
	return out
}

// marks are all that is marked in the notice.
func (r *result) marks() []kit.Mark { return append(r.evidence.marks(), r.factMarks()...) }

// point shows the words that a field was read from.
func (r *result) point(key string) {
	if r.page.class == kit.ClassNarrow && r.tab != 0 {
		return // the words are on another tab
	}
	r.view.Choose(key)
}

// fieldContact is the strip's own field: name and telephone in one. fieldReceived is when the notice came in.
const (
	fieldContact  = "contact+phone"
	fieldReceived = "received"
)

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
	fact := kit.Fact{Name: fieldReceived, Label: "收到"}
	if r.received.Known() {
		fact.Value = kit.DayWord(r.received.Date, today)
		if r.received.Time != "" {
			fact.Value += " " + r.received.Time
		}
		fact.Typed = strings.TrimSpace(r.received.Date.String() + " " + r.received.Time)
		return fact
	}
	fact.Question, fact.Typed = "哪天收到？", today.String()
	for _, d := range r.days() {
		fact.Asks = append(fact.Asks, kit.Ask{Text: d.Label, OnPress: func() {
			r.setReceived(ledger.Received{Date: d.Date, Source: d.Source})
		}})
	}
	fact.Asks = append(fact.Asks, kit.Ask{Text: "其他", OnPress: func() { r.facts.EditNamed(fieldReceived) }})
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
	if name == fieldReceived {
		r.correctReceived(value)
		return
	}
	if name == "deadline" && r.decided() {
		r.reschedule(value)
		return
	}
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

// correctReceived takes a typed day, and hour where it is known.
func (r *result) correctReceived(value string) {
	day, hour, err := app.ParseMoment(value, r.page.p.Frame.Now(), app.SidePast)
	if err != nil {
		r.facts.Set(r.factLines())
		r.page.p.Frame.Info(app.ErrorMessage(err))
		return
	}
	r.setReceived(ledger.Received{Date: day, Time: hour, Source: ledger.DayClerk})
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
