package paper

import (
	"strings"

	"yidanqing/app"
)

// Subject is everything a document is written from: one notice, its check, and what the office decided. The caller
// fills it from the record; this package adds no facts.
type Subject struct {
	Office app.Office
	Clerk  string // 经办人; empty: Office.Clerk
	Phone  string // empty: Office.Phone

	Ledger string     // number in the ledger, as printed: 2026年第642号
	Text   string     // the notice as given; evidence offsets count its runes
	Fields app.Fields // as confirmed or corrected by the clerk
	// Received is the day received; Sure tells that it is known, not only assumed. Documents print a day received, and
	// speak of a short time, only if Sure.
	Received app.Date
	Sure     bool

	// Channel is how the notice came, in words for a village's paper: 工作群消息, 电话; empty: not printed.
	Channel string

	Check     app.Check
	CheckedOn app.Date // day of the comparison
	// Decisions are the office's own, one for each of Check.Demands in the same order. Empty: the advice stands.
	Decisions []Decision
	// Duties are the entries that Check's matches and rivals name, in full.
	Duties []app.Duty
	List   app.Source // the list compared with; zero where none is loaded
	Digest string     // SHA-256 of that list, hexadecimal

	// Wording are the office's own sentences, by which the document is written where it has them.
	Wording app.OwnWording
	// Greetings are the office's own forms of address, by the end of a name: 县融媒体中心 → 贵中心.
	Greetings map[string]string
	To        Addressee
	Title     string // title of P1 if the office chose another one
	// Number and Date are empty in a 送审稿: the document is then a draft.
	Number  string // 柳反馈〔2026〕17号
	Date    app.Date
	Time    string // HH:MM of the issue; only a request for support prints it
	Opinion string // 意见 printed on the document; empty: as Writer.Opinion writes it
	// Copies are the bodies that get a copy of a letter or report (抄送机关), with 、 between them. PrintedBy is 印发机关 of a
	// report; empty: the office itself.
	Copies    string
	PrintedBy string
	Unsealed  bool   // a letter goes out without a seal (不加盖印章)
	Archive   bool   // with a 存档联, which stays with the office
	Talks     []Talk // talks so far, oldest first
	// Course is what happened since, oldest first; only a 典型案例 prints it. Others are further notices that a 典型案例 tells of, or
	// whose demands a 提级反映单 takes up.
	Course []Step
	Others []Subject
	// Support is what a request for support says beyond the record; nil: as Writer.Support derives it.
	Support *Support
	// ReplyDays is within how many workdays an answer is asked; 0: 5.
	ReplyDays int
	// Later is the day to which a too short deadline should move; zero: none is named.
	Later app.Date

	Rules    string // version of the rule pack: 2026-09 版
	Software string // name and version of the program: 一单清 1.0
}

// Decision is what the office decided of one demand (处理).
type Decision struct {
	Verdict app.Verdict
	Reason  string // the sentence given when it differs from the advice; empty: none
}

// Addressee is to whom a document goes (送达单位, 呈送单位).
type Addressee struct {
	Name  string // full name, as printed
	Short string // short name if known: 县住建局
	Class Class
}

// address is how a document addresses a body: the office's own form of address for it, else the usual one.
func (w *Wording) address(s Subject, name string) string {
	best := ""
	for end := range s.Greetings {
		if strings.HasSuffix(name, end) && len(end) > len(best) {
			best = end
		}
	}
	if best != "" {
		return s.Greetings[best]
	}
	return w.you(name)
}

// Talk is one talk about a notice before a document is issued (沟通).
type Talk struct {
	Date app.Date
	Time string // HH:MM, only where the clerk confirmed it
	Way  string // 电话, 短信, 当面
	With string // name of the person, may be empty
	// Result is what came of it: 已撤回, 已调整, 未同意, 未能明确, or own words.
	Result string
}

// Draft tells whether the document is a 送审稿: it has no number yet.
func (s Subject) Draft() bool { return s.Number == "" }

// verdict is the decision on demand i, or the advice where none is recorded.
func (s Subject) verdict(i int) app.Verdict {
	if i < len(s.Decisions) && s.Decisions[i].Verdict != "" {
		return s.Decisions[i].Verdict
	}
	return s.Check.Demands[i].Verdict
}

// Verdicts are the decisions on all demands, in their order; the advice stands in where none is recorded.
func (s Subject) Verdicts() []app.Verdict {
	out := make([]app.Verdict, len(s.Check.Demands))
	for i := range out {
		out[i] = s.verdict(i)
	}
	return out
}

func (s Subject) clerk() string {
	if s.Clerk != "" {
		return s.Clerk
	}
	return s.Office.Clerk
}

func (s Subject) phone() string {
	if s.Phone != "" {
		return s.Phone
	}
	return s.Office.Phone
}
