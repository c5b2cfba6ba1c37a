package ledger_test

import (
	"slices"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// story builds the history of one demand.
type story struct {
	t       *testing.T
	history []ledger.Entry
}

func (s *story) entry(typ ledger.EventType, payload any) ledger.Entry {
	s.t.Helper()
	body, err := ledger.Canonical(payload)
	if err != nil {
		s.t.Fatal(err)
	}
	n := int64(len(s.history) + 1)
	return ledger.Entry{Payload: body, Event: ledger.Event{Origin: "o", Seq: n, Type: typ, Version: 1, Actor: "李敏",
		Subject: ledger.Subject{Kind: ledger.SubjectDemand, ID: "d1"}, Time: noon.Add(time.Duration(n) * time.Minute)}}
}

// add appends an event that must be allowed.
func (s *story) add(typ ledger.EventType, payload any) *story {
	s.t.Helper()
	s.history = append(s.history, s.entry(typ, payload))
	if err := ledger.CheckHistory(s.history); err != nil {
		s.t.Fatalf("%s: %v", typ, err)
	}
	return s
}

func (s *story) demand() ledger.Demand {
	s.t.Helper()
	d, err := ledger.FoldDemand(s.history)
	if err != nil {
		s.t.Fatal(err)
	}
	return d
}

func day(s string) app.Date {
	d, err := app.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// payloads are the ones that each event would carry, with paper p1.
func payloads() map[ledger.EventType]any {
	return map[ledger.EventType]any{
		ledger.DemandReceived:    ledger.DemandPayload{Notice: "n1", No: 1, Kind: app.KindTask},
		ledger.DemandContent:     app.Demand{Kind: app.KindTask, Verdict: app.VerdictRefuse},
		ledger.DemandDecided:     ledger.Decision{Verdict: app.VerdictDo, Advised: app.VerdictRefuse, By: "李敏"},
		ledger.DemandTalked:      ledger.Talk{Way: "phone"},
		ledger.DemandTalkWords:   ledger.TalkWordsPayload{Words: "周明说明天回话"},
		ledger.DemandTransferred: ledger.TransferPayload{To: "村委会"},
		ledger.DemandRescheduled: ledger.ReschedulePayload{To: app.Deadline{Date: day("2026-12-08")}},
		ledger.DemandIssued:      ledger.PaperRefPayload{Paper: "p1", Kind: ledger.PaperFeedback, Number: "柳反馈〔2026〕17号"},
		ledger.DemandPaperVoided: ledger.PaperRefPayload{Paper: "p1"},
		ledger.DemandApproved:    ledger.ApprovalPayload{Paper: "p1", By: "赵国梁", Date: day("2026-11-24")},
		ledger.DemandDelivered:   ledger.DeliveryPayload{Paper: "p1", Date: day("2026-11-24"), Days: 5, Due: day("2026-12-01")},
		ledger.DemandReplied:     ledger.Reply{Paper: "p1", Outcome: ledger.Withdrawn, Date: day("2026-11-30")},
		ledger.DemandDone:        ledger.ReasonPayload{Reason: "已报送"},
		ledger.DemandReopened:    ledger.ReasonPayload{Reason: "又来电"},
		ledger.DemandVoided:      ledger.ReasonPayload{Reason: "登记错了"},
	}
}

func decided(v app.Verdict) ledger.Decision {
	return ledger.Decision{Verdict: v, Advised: app.VerdictRefuse, By: "李敏"}
}

// in gives a story that has reached a state.
func in(t *testing.T, state ledger.State) *story {
	t.Helper()
	p := payloads()
	s := &story{t: t}
	if state == "" {
		return s
	}
	if state == ledger.StateInfo {
		return s.add(ledger.DemandReceived, ledger.DemandPayload{Notice: "n1", No: 1, Kind: app.KindInfo, Info: true})
	}
	s.add(ledger.DemandReceived, p[ledger.DemandReceived])
	issue := func() *story { return s.add(ledger.DemandIssued, p[ledger.DemandIssued]) }
	switch state {
	case ledger.StatePending:
	case ledger.StateDoing:
		s.add(ledger.DemandDecided, decided(app.VerdictDo))
	case ledger.StateCooperating:
		s.add(ledger.DemandDecided, decided(app.VerdictCooperate))
	case ledger.StateTalking:
		s.add(ledger.DemandTalked, p[ledger.DemandTalked])
	case ledger.StateTransferred:
		s.add(ledger.DemandTransferred, p[ledger.DemandTransferred])
	case ledger.StateToSign:
		issue()
	case ledger.StateToDeliver:
		issue().add(ledger.DemandApproved, p[ledger.DemandApproved])
	case ledger.StateAwaiting:
		issue().add(ledger.DemandApproved, p[ledger.DemandApproved]).add(ledger.DemandDelivered, p[ledger.DemandDelivered])
	case ledger.StateReplied:
		issue().add(ledger.DemandDelivered, p[ledger.DemandDelivered]).add(ledger.DemandReplied, p[ledger.DemandReplied])
	case ledger.StateClosed:
		s.add(ledger.DemandDecided, decided(app.VerdictDo)).add(ledger.DemandDone, p[ledger.DemandDone])
	case ledger.StateVoid:
		s.add(ledger.DemandVoided, p[ledger.DemandVoided])
	}
	if got := s.demand().State; got != state {
		t.Fatalf("story for %s ends in %s", state, got)
	}
	return s
}

// TestStateTable tries every event in every state.
func TestStateTable(t *testing.T) {
	const (
		pending, info, doing, coop, talking, moved = ledger.StatePending, ledger.StateInfo, ledger.StateDoing,
			ledger.StateCooperating, ledger.StateTalking, ledger.StateTransferred
		sign, deliver, await, replied, closed, void = ledger.StateToSign, ledger.StateToDeliver, ledger.StateAwaiting,
			ledger.StateReplied, ledger.StateClosed, ledger.StateVoid
	)
	// For each event: the states in which it is allowed, and the state to which its payload above leads.
	table := map[ledger.EventType]map[ledger.State]ledger.State{
		ledger.DemandReceived:    {"": pending},
		ledger.DemandContent:     {pending: pending, info: pending},
		ledger.DemandDecided:     {pending: doing, info: doing, doing: doing, coop: doing, talking: doing},
		ledger.DemandTalked:      {pending: talking, talking: talking, doing: talking, coop: talking},
		ledger.DemandTalkWords:   {talking: talking, closed: closed},
		ledger.DemandTransferred: {pending: moved, doing: moved, coop: moved},
		ledger.DemandRescheduled: {doing: doing, coop: coop, talking: talking},
		ledger.DemandIssued:      {pending: sign, talking: sign, doing: sign, coop: sign, await: sign, replied: sign},
		ledger.DemandPaperVoided: {sign: pending, deliver: pending},
		ledger.DemandApproved:    {sign: deliver},
		ledger.DemandDelivered:   {sign: await, deliver: await},
		ledger.DemandReplied:     {await: replied},
		ledger.DemandDone:        {doing: closed, coop: closed, replied: closed, moved: closed},
		ledger.DemandReopened:    {closed: doing},
		ledger.DemandVoided: {pending: void, info: void, doing: void, coop: void, talking: void, moved: void,
			sign: void, deliver: void},
	}
	states := append([]ledger.State{""}, ledger.States()...)
	for typ, payload := range payloads() {
		for _, from := range states {
			s := in(t, from)
			want, ok := table[typ][from]
			d, err := ledger.FoldDemand(append(s.history, s.entry(typ, payload)))
			switch {
			case ok && err != nil:
				t.Errorf("%s in %q: %v", typ, from, err)
			case ok && d.State != want:
				t.Errorf("%s in %q leads to %q, want %q", typ, from, d.State, want)
			case !ok && err == nil:
				t.Errorf("%s in %q is allowed and leads to %q", typ, from, d.State)
			case !ok && app.ErrorCode(err) != app.CodeConflict:
				t.Errorf("%s in %q: code %s, %v", typ, from, app.ErrorCode(err), err)
			}
		}
	}
	if len(states) != 13 {
		t.Errorf("%d states are tried", len(states))
	}
}

func TestDecisionsLeadToTheirStates(t *testing.T) {
	for v, want := range map[app.Verdict]ledger.State{
		app.VerdictDo: ledger.StateDoing, app.VerdictCooperate: ledger.StateCooperating, app.VerdictInfo: ledger.StateInfo,
		app.VerdictRefuse: ledger.StatePending, app.VerdictEscalate: ledger.StatePending,
	} {
		d := in(t, ledger.StatePending).add(ledger.DemandDecided, decided(v)).demand()
		if d.State != want || d.Verdict() != v {
			t.Errorf("%s leads to %s with verdict %s, want %s", v, d.State, d.Verdict(), want)
		}
	}
}

// TestADeadlineIsPutRightAndTakenBack while the demand is dealt with; the decision stands.
func TestADeadlineIsPutRightAndTakenBack(t *testing.T) {
	s := (&story{t: t}).add(ledger.DemandReceived, payloads()[ledger.DemandReceived]).
		add(ledger.DemandContent, app.Demand{Kind: app.KindTask, Verdict: app.VerdictDo, Deadline: &app.Deadline{Date: day("2026-11-26"), Time: "17:00"}}).
		add(ledger.DemandDecided, decided(app.VerdictDo)).
		add(ledger.DemandRescheduled, ledger.ReschedulePayload{To: app.Deadline{Date: day("2026-12-08")}})
	if d := s.demand(); d.Advice.Deadline.Date != day("2026-12-08") || d.Advice.Deadline.Time != "" || d.State != ledger.StateDoing || !d.CanUndo {
		t.Errorf("demand %+v", d)
	}
	s.history = append(s.history, s.undo())
	if d := s.demand(); d.Advice.Deadline.Date != day("2026-11-26") || d.Decision == nil {
		t.Errorf("taken back: %+v", d)
	}
}

func TestTalksCloseOrGoOn(t *testing.T) {
	for r, want := range map[ledger.TalkResult]ledger.State{
		ledger.TalkOpen: ledger.StateTalking, ledger.TalkLater: ledger.StateTalking, ledger.TalkDisagreed: ledger.StateTalking,
		ledger.TalkWithdrawn: ledger.StateClosed, ledger.TalkChanged: ledger.StateClosed,
	} {
		d := in(t, ledger.StatePending).add(ledger.DemandTalked, ledger.Talk{Way: "sms", Result: r}).
			add(ledger.DemandTalkWords, ledger.TalkWordsPayload{Words: "话"}).demand()
		if d.State != want || len(d.Talks) != 1 || d.Talks[0].Words != "话" {
			t.Errorf("%q leads to %s, talks %v, want %s", r, d.State, d.Talks, want)
		}
	}
}

func TestReopeningLeadsBack(t *testing.T) {
	s := in(t, ledger.StateReplied).add(ledger.DemandDone, ledger.ReasonPayload{}).add(ledger.DemandReopened, ledger.ReasonPayload{Reason: "又来电"})
	if d := s.demand(); d.State != ledger.StateReplied || d.Reply == nil || d.Reason != "又来电" {
		t.Errorf("reopened: %s, reply %v, reason %s", d.State, d.Reply, d.Reason)
	}
	talk := in(t, ledger.StateTalking).add(ledger.DemandTalked, ledger.Talk{Result: ledger.TalkWithdrawn}).add(ledger.DemandReopened, ledger.ReasonPayload{})
	if d := talk.demand(); d.State != ledger.StateTalking {
		t.Errorf("reopened after a talk: %s", d.State)
	}
}

func TestOverdueBeginsTheDayAfter(t *testing.T) {
	d := in(t, ledger.StateAwaiting).demand()
	for today, want := range map[string]bool{"2026-11-30": false, "2026-12-01": false, "2026-12-02": true} {
		if got := d.Overdue(day(today)); got != want {
			t.Errorf("due 12-01, on %s overdue is %v", today, got)
		}
	}
	if got := d.StateTitle(day("2026-12-02")); got != "逾期未复" {
		t.Errorf("title %s", got)
	}
	r := in(t, ledger.StateReplied).demand()
	if got := r.StateTitle(day("2026-12-02")); got != "已答复·撤回" || r.Overdue(day("2027-01-01")) {
		t.Errorf("title %s", got)
	}
}

func TestRaisedAfterAReplyAndVoidedAgain(t *testing.T) {
	second := ledger.PaperRefPayload{Paper: "p2", Kind: ledger.PaperEscalation, Number: "柳提级〔2026〕6号"}
	s := in(t, ledger.StateReplied).add(ledger.DemandIssued, second)
	if d := s.demand(); d.State != ledger.StateToSign || d.Paper.Paper != "p2" || d.Reply != nil || len(d.Papers) != 2 {
		t.Errorf("raised: %+v", d)
	}
	d := s.add(ledger.DemandPaperVoided, ledger.PaperRefPayload{Paper: "p2", Reason: "写错"}).demand()
	if d.State != ledger.StateReplied || d.Paper.Paper != "p1" || d.Reply == nil || d.Delivery == nil {
		t.Errorf("after voiding the second paper: %+v", d)
	}
}

func TestCorrectionTakesThePlaceOfAPaper(t *testing.T) {
	fix := ledger.PaperRefPayload{Paper: "p2", Kind: ledger.PaperFeedback, Number: "柳反馈〔2026〕18号", Corrects: "p1"}
	s := in(t, ledger.StateAwaiting).add(ledger.DemandIssued, fix)
	if d := s.demand(); d.State != ledger.StateToSign || d.Delivery != nil {
		t.Errorf("corrected: %s, delivery %v", d.State, d.Delivery)
	}
	if d := s.add(ledger.DemandPaperVoided, ledger.PaperRefPayload{Paper: "p2"}).demand(); d.State != ledger.StatePending || d.Paper != nil {
		t.Errorf("after voiding the correction: %s, paper %v", d.State, d.Paper)
	}
	wrong := in(t, ledger.StateAwaiting)
	fix.Corrects = "p9"
	if _, err := ledger.FoldDemand(append(wrong.history, wrong.entry(ledger.DemandIssued, fix))); err == nil {
		t.Error("a paper that never was is corrected")
	}
}

func TestReplyIsPutRightOnlyAsACorrection(t *testing.T) {
	s := in(t, ledger.StateReplied)
	again := ledger.Reply{Paper: "p1", Outcome: ledger.Upheld, Date: day("2026-12-01")}
	if _, err := ledger.FoldDemand(append(s.history, s.entry(ledger.DemandReplied, again))); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("second reply: %v", err)
	}
	again.Corrects = true
	if d := s.add(ledger.DemandReplied, again).demand(); d.Reply.Outcome != ledger.Upheld {
		t.Errorf("corrected reply: %v", d.Reply)
	}
	other := ledger.Reply{Paper: "p9", Outcome: ledger.Upheld, Corrects: true}
	if _, err := ledger.FoldDemand(append(s.history, s.entry(ledger.DemandReplied, other))); err == nil {
		t.Error("a reply to another paper is taken")
	}
}

// undo is the counter-event to the last step of a story.
func (s *story) undo() ledger.Entry {
	d := s.demand()
	return s.entry(ledger.DemandUndone, ledger.UndonePayload{Event: d.Last, Type: d.LastType})
}

func TestUndo(t *testing.T) {
	p := payloads()
	for _, c := range []struct {
		name string
		from ledger.State
		step ledger.EventType // empty: the last step of the story
		want ledger.State     // empty: it cannot be taken back
	}{
		{"a decision", ledger.StateDoing, "", ledger.StatePending},
		{"a talk", ledger.StateTalking, "", ledger.StatePending},
		{"a talk with its words", ledger.StateTalking, ledger.DemandTalkWords, ledger.StatePending},
		{"a handing on", ledger.StateTransferred, "", ledger.StatePending},
		{"a signature", ledger.StateToDeliver, "", ledger.StateToSign},
		{"a closing", ledger.StateClosed, "", ledger.StateDoing},
		{"a reopening", ledger.StateClosed, ledger.DemandReopened, ledger.StateClosed},
		{"a second decision", ledger.StateCooperating, ledger.DemandDecided, ledger.StateCooperating},
		{"the receipt", ledger.StatePending, "", ""},
		{"an issue", ledger.StateToSign, "", ""},
		{"a delivery", ledger.StateAwaiting, "", ""},
		{"a reply", ledger.StateReplied, "", ""},
		{"a closing after delivery", ledger.StateReplied, ledger.DemandDone, ""},
		{"a voiding", ledger.StateVoid, "", ""},
	} {
		s := in(t, c.from)
		if c.step != "" {
			s.add(c.step, p[c.step])
		}
		if got := s.demand().CanUndo; got != (c.want != "") {
			t.Errorf("%s: CanUndo is %v", c.name, got)
		}
		d, err := ledger.FoldDemand(append(s.history, s.undo()))
		switch {
		case c.want == "" && app.ErrorCode(err) != app.CodeConflict:
			t.Errorf("%s was taken back, or another error: %v", c.name, err)
		case c.want != "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && d.State != c.want:
			t.Errorf("%s taken back leads to %s, want %s", c.name, d.State, c.want)
		}
	}
}

func TestUndoTakesOnlyTheLastStep(t *testing.T) {
	s := in(t, ledger.StateDoing)
	first := ledger.UndonePayload{Event: ledger.Ref{Origin: "o", Seq: 1}}
	if _, err := ledger.FoldDemand(append(s.history, s.entry(ledger.DemandUndone, first))); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("an earlier event was taken back: %v", err)
	}
	s.history = append(s.history, s.undo())
	if d := s.demand(); d.Decision != nil || d.State != ledger.StatePending || d.LastType != ledger.DemandReceived {
		t.Errorf("after the undo: %+v", d)
	}
	d := s.add(ledger.DemandDecided, decided(app.VerdictCooperate)).demand()
	if d.State != ledger.StateCooperating || !d.CanUndo {
		t.Errorf("a new decision after an undo: %s", d.State)
	}
}

func TestUndoAgainAfterAVoidedPaper(t *testing.T) {
	s := in(t, ledger.StateDoing).add(ledger.DemandIssued, payloads()[ledger.DemandIssued]).
		add(ledger.DemandPaperVoided, payloads()[ledger.DemandPaperVoided])
	if d := s.demand(); d.State != ledger.StateDoing || d.CanUndo {
		t.Errorf("voided paper: %s, can undo %v", d.State, d.CanUndo)
	}
	if d := s.add(ledger.DemandDone, ledger.ReasonPayload{}).demand(); !d.CanUndo {
		t.Error("a closing without a delivered paper cannot be taken back")
	}
}

func TestErasedPayloadsLeaveTheStates(t *testing.T) {
	s := in(t, ledger.StatePending).add(ledger.DemandContent, app.Demand{Kind: app.KindForm, Verdict: app.VerdictRefuse, Text: "每日报表"}).
		add(ledger.DemandTalked, ledger.Talk{Way: "phone", Result: ledger.TalkDisagreed}).
		add(ledger.DemandTalkWords, ledger.TalkWordsPayload{Words: "周明"})
	for i, e := range s.history {
		if e.Event.Type.Erasable() {
			s.history[i].Payload = nil
		}
	}
	d := s.demand()
	if d.State != ledger.StateTalking || d.Advice.Text != "" || d.Talks[0].Words != "" || d.Talks[0].Result != ledger.TalkDisagreed {
		t.Errorf("after an erasure: %+v", d)
	}
	s.history[0].Payload = nil
	if _, err := ledger.FoldDemand(s.history); app.ErrorCode(err) != app.CodeDamaged {
		t.Errorf("a payload that must stay is missing: %v", err)
	}
}

func TestNewerPayloadIsNotGuessed(t *testing.T) {
	s := in(t, ledger.StatePending)
	e := s.entry(ledger.DemandDecided, decided(app.VerdictDo))
	e.Event.Version = ledger.PayloadVersion + 1
	if _, err := ledger.FoldDemand(append(s.history, e)); app.ErrorCode(err) != app.CodeNewer {
		t.Errorf("a newer payload: %v", err)
	}
}

func TestEveryStateHasWords(t *testing.T) {
	titles := map[string]bool{}
	for _, s := range ledger.States() {
		if s.Title() == "" || titles[s.Title()] {
			t.Errorf("%s has the title %q", s, s.Title())
		}
		titles[s.Title()] = true
	}
	open := slices.DeleteFunc(ledger.States(), func(s ledger.State) bool { return !s.Open() })
	if len(open) != 8 {
		t.Errorf("open states: %v", open)
	}
}

// TestAnErasedDemandSaysNothingOfItsNotice: erased before it was decided, it has no verdict, wherever it stands.
func TestAnErasedDemandSaysNothingOfItsNotice(t *testing.T) {
	known, erased := ledger.Demand{State: ledger.StatePending, Advice: app.Demand{Verdict: app.VerdictRefuse}}, ledger.Demand{State: ledger.StatePending}
	for _, demands := range [][]ledger.Demand{{known, erased}, {erased, known}} {
		if got := (ledger.Notice{Demands: demands}).Verdict(); got != app.VerdictRefuse {
			t.Errorf("%q", got)
		}
	}
}
