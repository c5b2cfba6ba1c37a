package ledger

import "yidanqing/app"

// Why a chain begins.
const (
	ReasonNew     = "new"
	ReasonRestore = "restore" // a backup took the place of the data
	ReasonMove    = "move"    // the data came from another PC
)

// OriginPayload opens a chain. A restore and a move name the chain that they continue and where that stood.
type OriginPayload struct {
	Reason string `json:"reason"` // ReasonNew, ReasonRestore, ReasonMove
	Host   string `json:"host,omitempty"`
	Parent string `json:"parent,omitempty"` // origin of the parent
	Seq    int64  `json:"seq,omitempty"`    // of the parent's last event
	Head   string `json:"head,omitempty"`   // hash of the parent's last event
	// Used are the highest numbers that the data replaced by a restore had given. They are on papers that have left the
	// house, so they are not given again.
	Used []UsedNumber `json:"used,omitempty"`
}

// NoticeNumber is the Kind of a UsedNumber for ledger numbers.
const NoticeNumber PaperKind = "notice"

// UsedNumber is the highest number given of a series.
type UsedNumber struct {
	Prefix string    `json:"prefix"`
	Kind   PaperKind `json:"kind"`
	Year   int       `json:"year"`
	Serial int       `json:"serial"`
}

// Channel is how a notice came in (来件方式).
type Channel string

const (
	ChannelPaste Channel = "paste" // 粘贴
	ChannelFile  Channel = "file"  // 文件
	ChannelPhone Channel = "phone" // 电话、口头
)

// DaySource is how the day received is known.
type DaySource string

const (
	DayOpen    DaySource = ""         // not known: asked in place
	DayMessage DaySource = "message"  // the message's own time
	DayDoc     DaySource = "doc_date" // 成文日期 is today
	DayClerk   DaySource = "clerk"    // the clerk said so
)

// Received is when a notice came in (收到), kept apart from when it was entered. Time is HH:MM and stands only if the
// message gives it or the clerk typed it. With Source DayOpen the Date is only what the check counted from: papers
// then print no day and short-deadline findings are silent.
type Received struct {
	Date   app.Date  `json:"date,omitzero"`
	Time   string    `json:"time,omitempty"`
	Source DaySource `json:"source,omitempty"`
}

// Known tells whether the day is known.
func (r Received) Known() bool { return r.Source != DayOpen && !r.Date.IsZero() }

// NoticePayload is what of a notice outlives an erasure.
type NoticePayload struct {
	Year       int      `json:"year"`    // of the ledger number
	No         int      `json:"no"`      // 2026年第642号
	Entered    app.Date `json:"entered"` // the day it was entered, by the office's own clock
	Channel    Channel  `json:"channel"`
	Received   Received `json:"received"`
	Supersedes string   `json:"supersedes,omitempty"` // ID of the notice that this one puts right (更正件)
}

// File is a file that came with a notice or was made for it. The bytes lie in the blob folder under Digest.
type File struct {
	Name   string `json:"name"`
	Digest string `json:"digest"` // SHA-256, hexadecimal
	Size   int64  `json:"size"`
}

// ContentPayload is what a notice says and how it was checked. A later one replaces the earlier (要素更正, 重新比对).
type ContentPayload struct {
	Document app.Document      `json:"document"`
	Digest   string            `json:"digest"` // of the normalised text: finds what came twice
	Files    []File            `json:"files,omitempty"`
	Check    app.Check         `json:"check"`
	Fixed    map[string]string `json:"fixed,omitempty"` // fields put right by the clerk, by json name
}

// SupersededPayload names the notice that replaces this one (更正件); empty: that one was voided and this one holds again.
type SupersededPayload struct {
	By string `json:"by"`
}

// ReasonPayload carries one sentence.
type ReasonPayload struct {
	Reason string `json:"reason,omitempty"`
}

// ErasedPayload names the events whose payloads were removed, the blobs that went with them, and why.
type ErasedPayload struct {
	Reason string   `json:"reason"`
	Events []Ref    `json:"events"`
	Blobs  []string `json:"blobs,omitempty"`
}

// DemandPayload is what of a demand outlives an erasure.
type DemandPayload struct {
	Notice string   `json:"notice"` // ID
	No     int      `json:"no"`     // 事n, from 1
	Kind   app.Kind `json:"kind"`
	// Info is set where the check says that nothing is asked: the demand is then 知悉 from the start.
	Info bool `json:"info,omitempty"`
}

// Decision is what the office decided of a demand (处理). It is a proposal until a signature is registered.
type Decision struct {
	Verdict  app.Verdict `json:"verdict"`
	Advised  app.Verdict `json:"advised"`          // what the program had advised
	Reason   string      `json:"reason,omitempty"` // demanded where the decision is stricter than the advice
	By       string      `json:"by"`               // 经办人, who proposed it
	Assignee string      `json:"assignee,omitempty"`
	// Entry is the entry of the list that the clerk named; nil: that of the advice stands.
	Entry *app.DutyRef `json:"entry,omitempty"`
	// List names the version of the duty list in force on the day decided; where it differs from the one checked
	// against, both are shown.
	List *app.Version `json:"list,omitempty"`
}

// Talk is one contact before or instead of a paper (先沟通).
type Talk struct {
	Way    string     `json:"way"`             // sms, phone, meeting
	With   string     `json:"with,omitempty"`  // who, where known
	Result TalkResult `json:"result"`          //
	Date   app.Date   `json:"date,omitzero"`   // when it took place, where the clerk wrote it down; else when it was entered
	Time   string     `json:"time,omitempty"`  // HH:MM
	Remind app.Date   `json:"remind,omitzero"` // for 稍后再说
	// Words is the message or what was agreed. It stands in an event of its own, because it may be erased.
	Words string `json:"-"`
}

// TalkWordsPayload is what was said in the talk that the event before it registers.
type TalkWordsPayload struct {
	Words string `json:"words"`
}

// TransferPayload says to whom a demand was handed on (转办).
type TransferPayload struct {
	To     string `json:"to"`
	Reason string `json:"reason,omitempty"`
}

// ReschedulePayload puts the deadline of a demand right that is being dealt with. Neither carries words of the notice.
type ReschedulePayload struct {
	From app.Deadline `json:"from,omitzero"` // as it stood
	To   app.Deadline `json:"to"`
}

// PaperKind is the kind of a paper (文书种类); the words are those of paper.Kind.
type PaperKind string

const (
	PaperFeedback   PaperKind = "feedback"   // P1 事项拒接反馈单
	PaperLetter     PaperKind = "letter"     // P2 反馈函
	PaperEscalation PaperKind = "escalation" // P3 提级反映单
	PaperSupport    PaperKind = "support"    // P5 支援请求单
	PaperConsult    PaperKind = "consult"    // 会商函
	PaperAdjust     PaperKind = "adjust"     // 清单动态调整建议
	PaperComment    PaperKind = "comment"    // 征求意见反馈
	PaperSuggest    PaperKind = "suggest"    // 建议函
	PaperAssess     PaperKind = "assess"     // 职责准入事前评估表
	PaperCase       PaperKind = "case"       // 典型案例
	PaperVillage    PaperKind = "village"    // P8 村级事项反映单
	PaperAnswer     PaperKind = "answer"     // short answer to a bank, company or school
)

// PaperRefPayload names the paper that an event of a demand is about.
type PaperRefPayload struct {
	Paper  string    `json:"paper"` // ID
	Kind   PaperKind `json:"kind"`
	Number string    `json:"number"` // as printed
	Date   app.Date  `json:"date,omitzero"`
	// Corrects is the ID of the paper that this one replaces (更正).
	Corrects string `json:"corrects,omitempty"`
	Reason   string `json:"reason,omitempty"`
}

// ApprovalPayload registers a signature that somebody gave on paper (登记审定).
type ApprovalPayload struct {
	Paper string   `json:"paper"`
	By    string   `json:"by"` // who signed
	Post  string   `json:"post,omitempty"`
	Date  app.Date `json:"date"`
}

// DeliveryPayload registers that a paper has left the house (登记送达). The reply clock starts here.
type DeliveryPayload struct {
	Paper   string   `json:"paper"`
	Date    app.Date `json:"date"`
	To      string   `json:"to,omitempty"` // who took it
	Days    int      `json:"days"`         // workdays given for the reply
	Due     app.Date `json:"due,omitzero"` // the last day for it, by the calendar of that time
	Channel string   `json:"channel,omitempty"`
}

// Reply is what came back of a paper, for one demand (答复).
type Reply struct {
	Paper   string   `json:"paper"`
	Outcome Outcome  `json:"outcome"`
	Date    app.Date `json:"date"`
	Words   string   `json:"words,omitempty"`
	// Corrects is set where an earlier entry of the same reply was wrong (更正).
	Corrects bool `json:"corrects,omitempty"`
}

// UndonePayload names the event that is taken back.
type UndonePayload struct {
	Event Ref       `json:"event"`
	Type  EventType `json:"type"`
}

// PaperPayload is what of a paper outlives an erasure: its number above all, which is never given again.
type PaperPayload struct {
	Kind      PaperKind `json:"kind"`
	Prefix    string    `json:"prefix"` // 柳反馈
	Year      int       `json:"year"`   // of the 成文日期
	Serial    int       `json:"serial"` // 0 where the number was typed from the office's own 发文簿
	Number    string    `json:"number"` // 柳反馈〔2026〕17号
	Date      app.Date  `json:"date"`   // 成文日期
	Addressee string    `json:"addressee"`
	Notices   []string  `json:"notices"`            // IDs
	Answers   []string  `json:"answers"`            // IDs of the demands that it answers
	Mentions  []string  `json:"mentions,omitempty"` // IDs of the demands that it only names (继续承担)
	ReplyDays int       `json:"reply_days"`         // workdays
	Corrects  string    `json:"corrects,omitempty"` // ID of the paper that it replaces (更正)
	By        string    `json:"by"`                 // 经办人
}

// PaperContentPayload is what was printed.
type PaperContentPayload struct {
	Opinion string `json:"opinion,omitempty"` // 意见, as printed
	PDF     File   `json:"pdf"`
	Pages   int    `json:"pages"`
	// Twin is the editable copy (Word) made with the PDF; it is no evidence.
	Twin *File `json:"twin,omitempty"`
	// Digest is the SHA-256 printed on the page, of the attachment in the PDF.
	Digest string `json:"digest,omitempty"`
	// Edition is the version of the wording that it was printed with, as printed (版式).
	Edition string `json:"edition,omitempty"`
}

// VoidPayload voids a paper (作废). Its number is not given again.
type VoidPayload struct {
	Reason string `json:"reason"`
	// By is the ID of the paper that replaces it, where there is one (更正).
	By string `json:"by,omitempty"`
}
