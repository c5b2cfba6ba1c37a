package ledger

import "yidanqing/app"

// State is where a demand stands (状态). It follows from the demand's events and is never set by hand.
type State string

const (
	StatePending     State = "pending"     // 待核对
	StateDoing       State = "doing"       // 承办中
	StateCooperating State = "cooperating" // 配合中
	StateTalking     State = "talking"     // 沟通中
	StateTransferred State = "transferred" // 已转办
	StateToSign      State = "to_sign"     // 待签章: a paper has its number, nobody has signed yet
	StateToDeliver   State = "to_deliver"  // 待送达: the signature is registered
	StateAwaiting    State = "awaiting"    // 待答复; 逾期未复 is derived from the day, see Demand.Overdue
	StateReplied     State = "replied"     // 已答复
	StateClosed      State = "closed"      // 办结
	StateInfo        State = "info"        // 知悉
	StateVoid        State = "void"        // 已作废
)

// States are all states in the order in which the ledger lists them.
func States() []State {
	return []State{StatePending, StateTalking, StateToSign, StateToDeliver, StateDoing, StateCooperating,
		StateAwaiting, StateReplied, StateTransferred, StateClosed, StateInfo, StateVoid}
}

// Title is the state in the words of the office.
func (s State) Title() string {
	switch s {
	case StatePending:
		return "待核对"
	case StateDoing:
		return "承办中"
	case StateCooperating:
		return "配合中"
	case StateTalking:
		return "沟通中"
	case StateTransferred:
		return "已转办"
	case StateToSign:
		return "待签章"
	case StateToDeliver:
		return "待送达"
	case StateAwaiting:
		return "待答复"
	case StateReplied:
		return "已答复"
	case StateClosed:
		return "办结"
	case StateInfo:
		return "知悉"
	case StateVoid:
		return "已作废"
	}
	return ""
}

// Open tells whether something is still to be done or waited for.
func (s State) Open() bool {
	switch s {
	case StateClosed, StateInfo, StateVoid, StateTransferred:
		return false
	}
	return s != ""
}

// transitions is the state table: which event may come in which state. What it leads to depends on the event's
// payload and is decided by Demand.apply.
var transitions = map[EventType][]State{
	DemandReceived:    {""},
	DemandContent:     {StatePending, StateInfo},
	DemandDecided:     {StatePending, StateDoing, StateCooperating, StateTalking, StateInfo},
	DemandTalked:      {StatePending, StateTalking, StateDoing, StateCooperating},
	DemandTalkWords:   {StateTalking, StateClosed},
	DemandTransferred: {StatePending, StateDoing, StateCooperating},
	DemandRescheduled: {StateDoing, StateCooperating, StateTalking}, // before, it is read and compared anew
	DemandIssued: {StatePending, StateTalking, StateDoing, StateCooperating,
		StateAwaiting, StateReplied}, // from the last two: raised to the next level, or 更正
	DemandPaperVoided: {StateToSign, StateToDeliver}, // what has left the house is put right by a new paper
	DemandApproved:    {StateToSign},
	DemandDelivered:   {StateToSign, StateToDeliver},
	DemandReplied:     {StateAwaiting, StateReplied}, // from 已答复: 更正
	DemandDone:        {StateDoing, StateCooperating, StateReplied, StateTransferred},
	DemandReopened:    {StateClosed},
	DemandVoided: {StatePending, StateInfo, StateDoing, StateCooperating, StateTalking, StateTransferred,
		StateToSign, StateToDeliver},
}

// allowed tells whether an event of type t may come in state s.
func allowed(t EventType, s State) bool {
	for _, from := range transitions[t] {
		if from == s {
			return true
		}
	}
	return false
}

// undoable tells whether an event may be taken back by a counter-event. A paper is not: it is voided with a reason.
// What has left the house is put right (更正), never undone.
func undoable(t EventType) bool {
	switch t {
	case DemandDecided, DemandTalked, DemandTransferred, DemandRescheduled, DemandApproved, DemandDone, DemandReopened, PaperApproved:
		return true
	}
	return false
}

// stateOf is the state to which a decision leads. A demand to be refused or escalated stays 待核对 until its paper is
// issued or somebody talks.
func stateOf(v app.Verdict) State {
	switch v {
	case app.VerdictDo:
		return StateDoing
	case app.VerdictCooperate:
		return StateCooperating
	case app.VerdictInfo:
		return StateInfo
	}
	return StatePending
}

// Outcome is what came back of a paper, for one demand.
type Outcome string

const (
	Withdrawn Outcome = "withdrawn" // 撤回
	Changed   Outcome = "changed"   // 调整
	Upheld    Outcome = "upheld"    // 维持
)

// Title is the outcome as papers and lists write it.
func (o Outcome) Title() string {
	switch o {
	case Withdrawn:
		return "撤回"
	case Changed:
		return "调整"
	case Upheld:
		return "维持"
	}
	return ""
}

// TalkResult is how a talk ended (沟通结果).
type TalkResult string

const (
	TalkOpen      TalkResult = ""          // no answer yet
	TalkWithdrawn TalkResult = "withdrawn" // 已撤回: closed
	TalkChanged   TalkResult = "changed"   // 已调整: closed; the new demand comes as a notice of its own
	TalkDisagreed TalkResult = "disagreed" // 未同意: a paper is next
	TalkLater     TalkResult = "later"     // 稍后再说: remind
)

// Title is the result in the words of the window.
func (r TalkResult) Title() string {
	switch r {
	case TalkOpen:
		return "等对方回话"
	case TalkWithdrawn:
		return "已撤回"
	case TalkChanged:
		return "已调整"
	case TalkDisagreed:
		return "未同意"
	case TalkLater:
		return "稍后再说"
	}
	return ""
}
