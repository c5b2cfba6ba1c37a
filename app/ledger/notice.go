package ledger

import (
	"fmt"
	"time"

	"yidanqing/app"
)

// Notice is one arrival, one row and one number of the ledger (来件).
type Notice struct {
	ID        string    `json:"id"`
	Year      int       `json:"year"`
	No        int       `json:"no"` // 2026年第642号
	Channel   Channel   `json:"channel"`
	Received  Received  `json:"received"`
	Entered   app.Date  `json:"entered"`    // 登记日, by the office's own clock
	EnteredAt time.Time `json:"entered_at"` // 登记时间, UTC
	EnteredBy string    `json:"entered_by"`

	Document app.Document      `json:"document"` // empty after an erasure
	Digest   string            `json:"digest"`   // of the normalised text
	Files    []File            `json:"files,omitempty"`
	Check    app.Check         `json:"check"`
	Fixed    map[string]string `json:"fixed,omitempty"` // fields put right by the clerk

	Supersedes   string   `json:"supersedes,omitempty"`    // ID of the earlier notice (更正件)
	SupersededBy string   `json:"superseded_by,omitempty"` // ID of the later one
	Void         bool     `json:"void,omitempty"`
	VoidReason   string   `json:"void_reason,omitempty"`
	Erased       *Erasure `json:"erased,omitempty"`

	// Demands are the things asked, in the order of the notice. The fold of a notice leaves them empty; who reads a
	// notice from the ledger gets them.
	Demands []Demand `json:"-"`
}

// Erasure says who removed the words of a notice, when and why.
type Erasure struct {
	By     string    `json:"by"`
	At     time.Time `json:"at"`
	Reason string    `json:"reason"`
}

// Number is how the office names the notice: 2026年第642号.
func (n Notice) Number() string { return fmt.Sprintf("%d年第%d号", n.Year, n.No) }

// Title is the notice's title, or its first words where it has none.
func (n Notice) Title() string {
	if n.Erased != nil {
		return "（内容已删除）"
	}
	if t := n.Check.Fields.Title; t != "" {
		return t
	}
	return firstWords(n.Document.Text(), 30)
}

// firstWords is the first line that holds something, cut to n runes.
func firstWords(text string, n int) string {
	line := []rune{}
	for _, r := range text {
		if r == '\n' || r == '\r' {
			if len(line) > 0 {
				break
			}
			continue
		}
		if len(line) == 0 && (r == ' ' || r == '\t' || r == '\u3000') {
			continue
		}
		if len(line) == n {
			return string(line) + "…"
		}
		line = append(line, r)
	}
	return string(line)
}

// Verdict is the advice or decision that all live demands share, else 部分承担. A demand whose advice was erased and that
// nobody had decided says nothing.
func (n Notice) Verdict() app.Verdict {
	var v app.Verdict
	for _, d := range n.Demands {
		if d.State == StateVoid || d.Verdict() == "" { // nothing is known of one that was erased before it was decided
			continue
		}
		switch dv := d.Verdict(); {
		case v == "":
			v = dv
		case v != dv:
			return app.VerdictMixed
		}
	}
	if v == "" {
		return n.Check.Verdict
	}
	return v
}

// FoldNotice derives a notice, without its demands, from its events in the order in which they were written.
func FoldNotice(history []Entry) (Notice, error) {
	var n Notice
	for _, e := range history {
		if err := n.apply(e); err != nil {
			return Notice{}, fmt.Errorf("event %s/%d %s: %w", e.Event.Origin, e.Event.Seq, e.Event.Type, err)
		}
	}
	return n, nil
}

func (n *Notice) apply(e Entry) error {
	if (n.ID == "") != (e.Event.Type == NoticeRegistered) {
		return app.Errorf(CodeState, "来件的记录次序不对。记录未变。")
	}
	if n.Void && e.Event.Type != NoticeErased {
		return app.Errorf(CodeState, "%s已撤销登记，不能再改。记录未变。", n.Number())
	}
	switch e.Event.Type {
	case NoticeRegistered:
		var p NoticePayload
		if err := decode(e, &p); err != nil {
			return err
		}
		*n = Notice{ID: e.Event.Subject.ID, Year: p.Year, No: p.No, Channel: p.Channel, Received: p.Received,
			Supersedes: p.Supersedes, Entered: p.Entered, EnteredAt: e.Event.Time, EnteredBy: e.Event.Actor}
	case NoticeContent:
		var p ContentPayload
		if err := decode(e, &p); err != nil {
			return err
		}
		n.Document, n.Digest, n.Files, n.Check, n.Fixed = p.Document, p.Digest, p.Files, p.Check, p.Fixed
	case NoticeReceived:
		var p Received
		if err := decode(e, &p); err != nil {
			return err
		}
		n.Received = p
	case NoticeSuperseded:
		var p SupersededPayload
		if err := decode(e, &p); err != nil {
			return err
		}
		n.SupersededBy = p.By
	case NoticeVoided:
		var p ReasonPayload
		if err := decode(e, &p); err != nil {
			return err
		}
		n.Void, n.VoidReason = true, p.Reason
	case NoticeErased:
		var p ErasedPayload
		if err := decode(e, &p); err != nil {
			return err
		}
		n.Erased = &Erasure{By: e.Event.Actor, At: e.Event.Time, Reason: p.Reason}
	default:
		return fmt.Errorf("not an event of a notice")
	}
	return nil
}
