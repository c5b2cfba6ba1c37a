package ledger

import (
	"encoding/json"
	"fmt"
	"time"

	"yidanqing/app"
)

// Demand is one thing that a notice asks of the office, as the ledger knows it (事项).
type Demand struct {
	ID     string   `json:"id"`
	Notice string   `json:"notice"` // ID
	No     int      `json:"no"`     // 事n, from 1
	Kind   app.Kind `json:"kind"`
	// Advice is what the check said of it; empty after an erasure.
	Advice app.Demand `json:"advice"`
	State  State      `json:"state"`

	Decision *Decision `json:"decision,omitempty"` // the last one
	Decided  time.Time `json:"decided,omitzero"`   // when; UTC
	Talks    []Talked  `json:"talks,omitempty"`
	// Transfer says to whom it was handed on.
	Transfer *TransferPayload `json:"transfer,omitempty"`
	// Paper is the paper that answers it now; Papers are all, void ones too, in order of issue.
	Paper    *PaperRefPayload  `json:"paper,omitempty"`
	Papers   []PaperRefPayload `json:"papers,omitempty"`
	Approval *ApprovalPayload  `json:"approval,omitempty"` // of Paper
	Delivery *DeliveryPayload  `json:"delivery,omitempty"` // of Paper
	Reply    *Reply            `json:"reply,omitempty"`    // of Paper; the last entry
	// Reason is the sentence of the last 办结, reopening or 作废.
	Reason string `json:"reason,omitempty"`
	// Changed is when the state last changed; UTC.
	Changed time.Time `json:"changed"`
	// Last is the last event that still counts, and whether Undo may take it back.
	Last     Ref       `json:"last"`
	LastType EventType `json:"last_type"`
	LastTime time.Time `json:"last_time"`
	CanUndo  bool      `json:"can_undo,omitempty"`
}

// Talked is a talk with its time.
type Talked struct {
	Talk
	Words string    `json:"words,omitempty"`
	At    time.Time `json:"at"`
	By    string    `json:"by"`
}

// Verdict is what holds for the demand now: the office's decision, else the advice.
func (d Demand) Verdict() app.Verdict {
	if d.Decision != nil {
		return d.Decision.Verdict
	}
	return d.Advice.Verdict
}

// Overdue tells whether on day today the reply is late (逾期未复): from the day after the last day given.
func (d Demand) Overdue(today app.Date) bool {
	return d.State == StateAwaiting && d.Delivery != nil && !d.Delivery.Due.IsZero() && d.Delivery.Due.Before(today)
}

// StateTitle is the state as lists write it: 逾期未复, 已答复·撤回 …
func (d Demand) StateTitle(today app.Date) string {
	switch {
	case d.Overdue(today):
		return "逾期未复"
	case d.State == StateReplied && d.Reply != nil:
		return d.State.Title() + "·" + d.Reply.Outcome.Title()
	}
	return d.State.Title()
}

// FoldDemand derives a demand from its events, in the order in which they were written. An event that may not come in
// the state reached is an error, and so is a payload that is missing without being erasable.
func FoldDemand(history []Entry) (Demand, error) {
	steps, err := effective(history, DemandUndone)
	if err != nil {
		return Demand{}, err
	}
	f := demandFold{}
	for _, s := range steps {
		for _, e := range s {
			if err := f.apply(e); err != nil {
				return Demand{}, fmt.Errorf("event %s/%d %s: %w", e.Event.Origin, e.Event.Seq, e.Event.Type, err)
			}
		}
	}
	if len(steps) > 0 {
		last := steps[len(steps)-1][0].Event
		f.d.Last, f.d.LastType, f.d.LastTime = last.Ref(), last.Type, last.Time
		f.d.CanUndo = undoable(last.Type) && !f.left
	}
	return f.d, nil
}

// effective takes out what was undone. Each step is an event with what belongs to it (a talk and its words). An undo
// must name the last step, which must be undoable; else the history is not one that this program writes.
func effective(history []Entry, undone EventType) ([][]Entry, error) {
	var steps [][]Entry
	left := false
	for _, e := range history {
		switch e.Event.Type {
		case undone:
			var p UndonePayload
			if err := decode(e, &p); err != nil {
				return nil, err
			}
			if len(steps) == 0 {
				return nil, app.Errorf(CodeState, "没有可以撤回的操作。记录未变。")
			}
			top := steps[len(steps)-1][0].Event
			if top.Ref() != p.Event {
				return nil, app.Errorf(CodeState, "只能撤回最后一步操作。记录未变。")
			}
			if !undoable(top.Type) || left {
				return nil, app.Errorf(CodeState, "这一步不能撤回：%s。记录未变。", whyNot(top.Type, left))
			}
			steps = steps[:len(steps)-1]
		case DemandTalkWords, PaperPhoto: // part of the step before
			if len(steps) == 0 {
				return nil, app.Errorf(CodeState, "还没有登记，不能补记内容。记录未变。")
			}
			steps[len(steps)-1] = append(steps[len(steps)-1], e)
		default:
			switch e.Event.Type {
			case DemandDelivered, PaperDelivered:
				left = true
			case DemandIssued, DemandPaperVoided:
				left = false
			}
			steps = append(steps, []Entry{e})
		}
	}
	return steps, nil
}

func whyNot(t EventType, left bool) string {
	switch {
	case left:
		return "文书已经送达，有误请更正"
	case t == DemandIssued || t == PaperIssued:
		return "文书已编号，请作废并写明理由"
	case t == DemandVoided || t == PaperVoided:
		return "作废不能撤回，请重新登记"
	}
	return "它不是可以撤回的操作"
}

// CodeState is the code of an operation that does not fit the state reached.
const CodeState = app.CodeConflict

// decode reads a payload. A payload that may be erased and is gone leaves v as it is.
func decode(e Entry, v any) error {
	if e.Payload == nil {
		if e.Event.Type.Erasable() {
			return nil
		}
		return fmt.Errorf("payload is missing: %w", errDamaged)
	}
	if e.Event.Version > PayloadVersion {
		return app.Errorf(app.CodeNewer, "这条记录由更新版本的一单清写成。请升级后再打开，记录未作改动。")
	}
	if err := json.Unmarshal(e.Payload, v); err != nil {
		return fmt.Errorf("payload: %w: %w", err, errDamaged)
	}
	return nil
}

var errDamaged = app.Errorf(app.CodeDamaged, "有记录与校验不符，未作改动。请到设置中“校验全部记录”，或从备份恢复。")
