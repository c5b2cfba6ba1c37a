package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"
)

// SubjectKind is what an event is about.
type SubjectKind string

const (
	SubjectOrigin   SubjectKind = "origin"   // an installation (来源机)
	SubjectOffice   SubjectKind = "office"   // settings that papers and decisions depend on (单位)
	SubjectNotice   SubjectKind = "notice"   // 来件
	SubjectDemand   SubjectKind = "demand"   // 事项
	SubjectPaper    SubjectKind = "paper"    // 文书
	SubjectList     SubjectKind = "list"     // a version of the duty list (清单)
	SubjectRegister SubjectKind = "register" // 名录
	SubjectRule     SubjectKind = "rule"     // what the office changed of a rule; the ID is its code (规则)
	SubjectPack     SubjectKind = "pack"     // an imported negative list (负面清单)
	SubjectWord     SubjectKind = "word"     // a word of the office's own (本单位用语)
	// SubjectPrecedent is whether a precedent is in use; the ID is that of its demand (先例).
	SubjectPrecedent SubjectKind = "precedent"
	SubjectWording   SubjectKind = "wording" // what the office says in place of a sentence; the ID is its name (措辞)
	// SubjectOldLedger is one import of what the office kept before this program (旧台账).
	SubjectOldLedger SubjectKind = "old_ledger"
)

// Subject names one record. IDs are unique over all installations.
type Subject struct {
	Kind SubjectKind `json:"kind"`
	ID   string      `json:"id"`
}

// EventType is the closed list of facts that a ledger can hold.
type EventType string

const (
	OriginStarted EventType = "origin.started" // first event of every chain: OriginPayload

	OfficeSet EventType = "office.set" // Settings

	NoticeRegistered EventType = "notice.registered" // number and days: NoticePayload
	NoticeContent    EventType = "notice.content"    // text, files, fields, check: ContentPayload (erasable)
	NoticeReceived   EventType = "notice.received"   // the day received became known or was put right: Received
	NoticeSuperseded EventType = "notice.superseded" // a later notice replaces this one: SupersededPayload
	NoticeVoided     EventType = "notice.voided"     // 撤销登记: ReasonPayload
	NoticeErased     EventType = "notice.erased"     // ErasedPayload

	DemandReceived    EventType = "demand.received"     // DemandPayload
	DemandContent     EventType = "demand.content"      // the advice: app.Demand (erasable)
	DemandDecided     EventType = "demand.decided"      // Decision
	DemandTalked      EventType = "demand.talked"       // Talk without its words
	DemandTalkWords   EventType = "demand.talk_words"   // the words of the talk before it: TalkWordsPayload (erasable)
	DemandTransferred EventType = "demand.transferred"  // 转办: TransferPayload
	DemandRescheduled EventType = "demand.rescheduled"  // 更正时限, after it was decided: ReschedulePayload
	DemandIssued      EventType = "demand.issued"       // 出文: PaperRefPayload
	DemandPaperVoided EventType = "demand.paper_voided" // the paper that answered it is void: PaperRefPayload
	DemandApproved    EventType = "demand.approved"     // 登记审定: ApprovalPayload
	DemandDelivered   EventType = "demand.delivered"    // 登记送达: DeliveryPayload
	DemandReplied     EventType = "demand.replied"      // 登记答复: Reply
	DemandDone        EventType = "demand.done"         // 办结: ReasonPayload
	DemandReopened    EventType = "demand.reopened"     // ReasonPayload
	DemandVoided      EventType = "demand.voided"       // ReasonPayload
	DemandUndone      EventType = "demand.undone"       // takes the last event back: UndonePayload

	PaperIssued    EventType = "paper.issued"    // number, date, addressee, demands: PaperPayload
	PaperContent   EventType = "paper.content"   // what was printed: PaperContentPayload (erasable)
	PaperApproved  EventType = "paper.approved"  // ApprovalPayload
	PaperPhoto     EventType = "paper.photo"     // of the signed page, after the approval: File (erasable)
	PaperDelivered EventType = "paper.delivered" // DeliveryPayload
	PaperVoided    EventType = "paper.voided"    // VoidPayload
	PaperUndone    EventType = "paper.undone"    // UndonePayload

	ListImported     EventType = "list.imported"     // app.DutyList
	ListWithdrawn    EventType = "list.withdrawn"    // imported by mistake, no longer used: ReasonPayload
	RegisterImported EventType = "register.imported" // app.Register
	// imported by mistake, no longer used: ReasonPayload
	RegisterWithdrawn EventType = "register.withdrawn"

	RuleSet   EventType = "rule.set"   // app.RuleChange, in whole
	RuleReset EventType = "rule.reset" // as it came: ReasonPayload

	PackImported EventType = "pack.imported" // app.RulePack
	PackRemoved  EventType = "pack.removed"  // ReasonPayload

	WordAdded   EventType = "word.added"   // app.OwnWord
	WordRemoved EventType = "word.removed" // ReasonPayload

	PrecedentRemoved  EventType = "precedent.removed"  // 停用: PrecedentPayload
	PrecedentRestored EventType = "precedent.restored" // in use again: PrecedentPayload
	WordingSet        EventType = "wording.set"        // app.OwnSentence
	WordingReset      EventType = "wording.reset"      // as it came: ReasonPayload

	OldLedgerImported  EventType = "old_ledger.imported"  // app.OldLedger
	OldLedgerWithdrawn EventType = "old_ledger.withdrawn" // the whole import is taken back: ReasonPayload
)

// Erasable tells whether the payload of such an event may be removed by an erasure. Only texts, fields and files are:
// numbers, days and decisions stay.
func (t EventType) Erasable() bool {
	switch t {
	case NoticeContent, DemandContent, DemandTalkWords, PaperContent, PaperPhoto:
		return true
	}
	return false
}

// PayloadVersion is the version that this build writes of every payload. A reader must understand all lower ones.
const PayloadVersion = 1

// Event is one append-only fact (事件). Its payload lies beside it and is bound by Digest.
type Event struct {
	Origin  string    // the installation that wrote it
	Seq     int64     // 1, 2, 3 … within the origin
	Prev    string    // hash of this origin's previous event, empty for the first
	Subject Subject   //
	Type    EventType //
	Version int       // of the payload's shape
	Time    time.Time // UTC, to the millisecond; all events of one operation have the same
	Actor   string    // who sat at the machine: the clerk's name at that time
	Digest  string    // SHA-256 of salt and payload, hexadecimal
}

// Ref names an event.
type Ref struct {
	Origin string `json:"origin"`
	Seq    int64  `json:"seq"`
}

// Ref is the event's name.
func (e Event) Ref() Ref { return Ref{e.Origin, e.Seq} }

// TimeFormat is how times stand in events and tables: RFC 3339 in UTC with milliseconds, so that text order is time order.
const TimeFormat = "2006-01-02T15:04:05.000Z"

// Canonical is the event as RFC 8785 canonical JSON: the bytes that are hashed. The members are few and known, so they
// are written out in their order; a test compares with the general encoder.
func (e Event) Canonical() ([]byte, error) {
	if e.Seq < 0 || e.Seq > 1<<53 {
		return nil, fmt.Errorf("number %d is not exact in JSON", e.Seq)
	}
	var out bytes.Buffer
	member := func(before, value string) {
		out.WriteString(before)
		writeString(&out, value)
	}
	for _, s := range []string{e.Actor, e.Digest, e.Origin, e.Prev, e.Subject.ID, string(e.Subject.Kind), string(e.Type)} {
		if !utf8.ValidString(s) {
			return nil, fmt.Errorf("%q is not UTF-8", s)
		}
	}
	member(`{"actor":`, e.Actor)
	member(`,"digest":`, e.Digest)
	member(`,"origin":`, e.Origin)
	member(`,"prev":`, e.Prev)
	out.WriteString(`,"seq":` + strconv.FormatInt(e.Seq, 10))
	member(`,"subject":{"id":`, e.Subject.ID)
	member(`,"kind":`, string(e.Subject.Kind))
	member(`},"time":`, e.Time.UTC().Format(TimeFormat))
	member(`,"type":`, string(e.Type))
	out.WriteString(`,"version":` + strconv.Itoa(e.Version) + "}")
	return out.Bytes(), nil
}

// Hash is the SHA-256 of the canonical form, hexadecimal. The next event of the origin carries it as Prev.
func (e Event) Hash() (string, error) {
	b, err := e.Canonical()
	if err != nil {
		return "", fmt.Errorf("event %s/%d: %w", e.Origin, e.Seq, err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}

// SaltSize is the number of random bytes that hide a payload's content from anyone who only holds its digest.
const SaltSize = 16

// PayloadDigest binds a payload to its event. The salt keeps short payloads from being guessed after an erasure.
func PayloadDigest(salt, payload []byte) string {
	h := sha256.New()
	h.Write(salt)
	h.Write(payload)
	return hex.EncodeToString(h.Sum(nil))
}

// Entry is an event with its payload. Payload is nil after an erasure.
type Entry struct {
	Event   Event
	Payload []byte
}
