package ledger

import (
	"fmt"
	"time"

	"yidanqing/app"
)

// Paper is a document issued by the office (文书). It answers demands of one or several notices.
type Paper struct {
	ID        string    `json:"id"`
	Kind      PaperKind `json:"kind"`
	Prefix    string    `json:"prefix"`
	Year      int       `json:"year"`
	Serial    int       `json:"serial"` // 0 where the number was typed
	Number    string    `json:"number"` // as printed
	Date      app.Date  `json:"date"`   // 成文日期
	Addressee string    `json:"addressee"`
	Notices   []string  `json:"notices"`
	Answers   []string  `json:"answers"`
	Mentions  []string  `json:"mentions,omitempty"`
	ReplyDays int       `json:"reply_days"`
	By        string    `json:"by"`
	IssuedAt  time.Time `json:"issued_at"` // UTC

	Opinion string `json:"opinion,omitempty"` // empty after an erasure
	PDF     File   `json:"pdf"`
	Twin    *File  `json:"twin,omitempty"` // the editable copy; nil where none was made, or after an erasure
	Pages   int    `json:"pages"`
	Digest  string `json:"digest,omitempty"`  // SHA-256 printed on the page, of the attachment
	Edition string `json:"edition,omitempty"` // version of the wording that it was printed with (版式)

	Approval   *ApprovalPayload `json:"approval,omitempty"`
	Photo      *File            `json:"photo,omitempty"` // of the signed page; gone after an erasure
	Delivery   *DeliveryPayload `json:"delivery,omitempty"`
	Void       bool             `json:"void,omitempty"`
	VoidReason string           `json:"void_reason,omitempty"`
	Corrects   string           `json:"corrects,omitempty"`    // ID of the paper that it replaces
	ReplacedBy string           `json:"replaced_by,omitempty"` // ID of the paper that replaces it
	// Last is the last event that still counts: the one that an undo names.
	Last     Ref       `json:"last"`
	LastType EventType `json:"last_type"`
}

// Number is a paper number as printed: 柳反馈〔2026〕17号. It has no leading zero.
func Number(prefix string, year, serial int) string {
	return fmt.Sprintf("%s〔%d〕%d号", prefix, year, serial)
}

// FoldPaper derives a paper from its events in the order in which they were written.
func FoldPaper(history []Entry) (Paper, error) {
	steps, err := effective(history, PaperUndone)
	if err != nil {
		return Paper{}, err
	}
	var p Paper
	for _, s := range steps {
		for _, e := range s {
			if err := p.apply(e); err != nil {
				return Paper{}, fmt.Errorf("event %s/%d %s: %w", e.Event.Origin, e.Event.Seq, e.Event.Type, err)
			}
		}
	}
	if len(steps) > 0 {
		last := steps[len(steps)-1][0].Event
		p.Last, p.LastType = last.Ref(), last.Type
	}
	return p, nil
}

func (p *Paper) apply(e Entry) error {
	if (p.ID == "") != (e.Event.Type == PaperIssued) {
		return app.Errorf(CodeState, "文书的记录次序不对。记录未变。")
	}
	if p.Void {
		return app.Errorf(CodeState, "%s已作废，不能再改。记录未变。", p.Number)
	}
	switch e.Event.Type {
	case PaperIssued:
		var v PaperPayload
		if err := decode(e, &v); err != nil {
			return err
		}
		*p = Paper{ID: e.Event.Subject.ID, Kind: v.Kind, Prefix: v.Prefix, Year: v.Year, Serial: v.Serial,
			Number: v.Number, Date: v.Date, Addressee: v.Addressee, Notices: v.Notices, Answers: v.Answers,
			Mentions: v.Mentions, ReplyDays: v.ReplyDays, By: v.By, Corrects: v.Corrects, IssuedAt: e.Event.Time}
	case PaperContent:
		var v PaperContentPayload
		if err := decode(e, &v); err != nil {
			return err
		}
		p.Opinion, p.PDF, p.Twin, p.Pages, p.Digest, p.Edition = v.Opinion, v.PDF, v.Twin, v.Pages, v.Digest, v.Edition
	case PaperApproved:
		if p.Approval != nil || p.Delivery != nil {
			return app.Errorf(CodeState, "%s已登记审定。记录未变。", p.Number)
		}
		p.Approval = &ApprovalPayload{}
		return decode(e, p.Approval)
	case PaperPhoto:
		var v File
		if err := decode(e, &v); err != nil {
			return err
		}
		p.Photo = nil
		if v.Digest != "" {
			p.Photo = &v
		}
	case PaperDelivered:
		if p.Delivery != nil {
			return app.Errorf(CodeState, "%s已登记送达。记录未变。", p.Number)
		}
		p.Delivery = &DeliveryPayload{}
		return decode(e, p.Delivery)
	case PaperVoided:
		var v VoidPayload
		if err := decode(e, &v); err != nil {
			return err
		}
		p.Void, p.VoidReason, p.ReplacedBy = true, v.Reason, v.By
	default:
		return fmt.Errorf("not an event of a paper")
	}
	return nil
}
