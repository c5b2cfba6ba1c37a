package ledger

import (
	"fmt"

	"yidanqing/app"
)

// demandFold is a demand on its way through its events.
type demandFold struct {
	d           Demand
	beforeClose State    // where 重新打开 leads back to
	before      standing // where the demand goes when its paper is voided
	left        bool     // the paper has left the house
}

// standing is where a demand stood before its paper was issued; an escalation may come on top of a feedback.
type standing struct {
	state    State
	paper    *PaperRefPayload
	approval *ApprovalPayload
	delivery *DeliveryPayload
	reply    *Reply
	left     bool
	before   *standing
}

// apply takes one event that counts. The state table is asked first; what the event means is written below it.
func (f *demandFold) apply(e Entry) error {
	from := f.d.State
	if !allowed(e.Event.Type, from) {
		return app.Errorf(CodeState, "事项现在是“%s”，不能%s。记录未变。", stateName(from), e.Event.Type.Act())
	}
	var err error
	switch e.Event.Type {
	case DemandReceived, DemandContent:
		err = f.received(e)
	case DemandDecided:
		err = f.decided(e)
	case DemandTalked, DemandTalkWords:
		err = f.talked(e)
	case DemandTransferred:
		f.d.Transfer = &TransferPayload{}
		err = decode(e, f.d.Transfer)
		f.d.State = StateTransferred
	case DemandRescheduled:
		var p ReschedulePayload
		err = decode(e, &p)
		f.d.Advice.Deadline = &p.To
	case DemandIssued, DemandPaperVoided:
		err = f.paper(e)
	case DemandApproved, DemandDelivered, DemandReplied:
		err = f.answered(e)
	case DemandDone, DemandReopened, DemandVoided:
		err = f.closed(e)
	default:
		err = fmt.Errorf("not an event of a demand")
	}
	if err != nil {
		return err
	}
	if f.d.State != from {
		f.d.Changed = e.Event.Time
	}
	return nil
}

func (f *demandFold) received(e Entry) error {
	if e.Event.Type == DemandContent {
		if f.d.Decision != nil {
			return app.Errorf(CodeState, "事项已有处理意见，不再重新比对。请先撤回处理。")
		}
		var advice app.Demand
		if err := decode(e, &advice); err != nil {
			return err
		}
		if e.Payload == nil {
			return nil // erased
		}
		f.d.Advice, f.d.Kind, f.d.State = advice, advice.Kind, StatePending
		if advice.Verdict == app.VerdictInfo {
			f.d.State = StateInfo
		}
		return nil
	}
	var p DemandPayload
	if err := decode(e, &p); err != nil {
		return err
	}
	f.d = Demand{ID: e.Event.Subject.ID, Notice: p.Notice, No: p.No, Kind: p.Kind, State: StatePending}
	if p.Info {
		f.d.State = StateInfo
	}
	return nil
}

func (f *demandFold) decided(e Entry) error {
	var p Decision
	if err := decode(e, &p); err != nil {
		return err
	}
	f.d.Decision, f.d.Decided = &p, e.Event.Time
	f.d.State = stateOf(p.Verdict)
	return nil
}

func (f *demandFold) talked(e Entry) error {
	if e.Event.Type == DemandTalkWords {
		var p TalkWordsPayload
		if err := decode(e, &p); err != nil {
			return err
		}
		if n := len(f.d.Talks); n > 0 {
			f.d.Talks[n-1].Words = p.Words
		}
		return nil
	}
	var p Talk
	if err := decode(e, &p); err != nil {
		return err
	}
	f.d.Talks = append(f.d.Talks, Talked{Talk: p, At: e.Event.Time, By: e.Event.Actor})
	switch p.Result {
	case TalkWithdrawn, TalkChanged:
		f.beforeClose = f.d.State
		f.d.State = StateClosed
	default:
		f.d.State = StateTalking
	}
	return nil
}

func (f *demandFold) paper(e Entry) error {
	var p PaperRefPayload
	if err := decode(e, &p); err != nil {
		return err
	}
	if e.Event.Type == DemandPaperVoided {
		if f.d.Paper == nil || f.d.Paper.Paper != p.Paper {
			return app.Errorf(CodeState, "这份文书不是该事项现在的文书。记录未变。")
		}
		b := f.before
		f.d.State, f.d.Paper, f.d.Approval, f.d.Delivery, f.d.Reply = b.state, b.paper, b.approval, b.delivery, b.reply
		f.left = b.left
		if b.before != nil {
			f.before = *b.before
		}
		return nil
	}
	if p.Corrects == "" {
		outer := f.before
		f.before = standing{f.d.State, f.d.Paper, f.d.Approval, f.d.Delivery, f.d.Reply, f.left, &outer}
	} else if f.d.Paper == nil || f.d.Paper.Paper != p.Corrects {
		return app.Errorf(CodeState, "要更正的文书不是该事项现在的文书。记录未变。")
	} // a correction takes the place of the paper that it corrects: voiding it leads back to before both
	f.d.Paper = &p
	f.d.Papers = append(f.d.Papers, p)
	f.d.Approval, f.d.Delivery, f.d.Reply = nil, nil, nil
	f.left = false
	f.d.State = StateToSign
	return nil
}

func (f *demandFold) answered(e Entry) error {
	var paper string
	switch e.Event.Type {
	case DemandApproved:
		f.d.Approval = &ApprovalPayload{}
		if err := decode(e, f.d.Approval); err != nil {
			return err
		}
		paper, f.d.State = f.d.Approval.Paper, StateToDeliver
	case DemandDelivered:
		f.d.Delivery = &DeliveryPayload{}
		if err := decode(e, f.d.Delivery); err != nil {
			return err
		}
		paper, f.d.State, f.left = f.d.Delivery.Paper, StateAwaiting, true
	case DemandReplied:
		again := f.d.State == StateReplied
		f.d.Reply = &Reply{}
		if err := decode(e, f.d.Reply); err != nil {
			return err
		}
		if again && !f.d.Reply.Corrects {
			return app.Errorf(CodeState, "这一事项的答复已经登记。要改的，请作为更正登记。")
		}
		if f.d.Reply.Outcome.Title() == "" {
			return app.Errorf(app.CodeInvalid, "请选答复结果：撤回、调整或维持。")
		}
		paper, f.d.State = f.d.Reply.Paper, StateReplied
	}
	if f.d.Paper == nil || f.d.Paper.Paper != paper {
		return app.Errorf(CodeState, "这份文书不是该事项现在的文书。记录未变。")
	}
	return nil
}

func (f *demandFold) closed(e Entry) error {
	var p ReasonPayload
	if err := decode(e, &p); err != nil {
		return err
	}
	f.d.Reason = p.Reason
	switch e.Event.Type {
	case DemandDone:
		f.beforeClose = f.d.State
		f.d.State = StateClosed
	case DemandReopened:
		f.d.State = f.beforeClose
	case DemandVoided:
		f.d.State = StateVoid
	}
	return nil
}

func stateName(s State) string {
	if s == "" {
		return "尚未登记"
	}
	return s.Title()
}

// Act is what the office does by an event of a demand, as buttons and messages name it.
func (t EventType) Act() string {
	switch t {
	case DemandContent:
		return "重新比对"
	case DemandDecided:
		return "改变处理意见"
	case DemandTalked, DemandTalkWords:
		return "登记沟通"
	case DemandTransferred:
		return "转办"
	case DemandRescheduled:
		return "更正时限"
	case DemandIssued:
		return "出文"
	case DemandPaperVoided:
		return "作废文书"
	case DemandApproved:
		return "登记审定"
	case DemandDelivered:
		return "登记送达"
	case DemandReplied:
		return "登记答复"
	case DemandDone:
		return "办结"
	case DemandReopened:
		return "重新打开"
	case DemandVoided:
		return "作废"
	}
	return "再次登记"
}
