package paper

import (
	"slices"
	"strings"
)

// bearing is what a sentence may say of who bears a matter. What was decided stands in the record, and its wording may not
// turn it round.
type bearing int

const (
	bearsAny   bearing = iota // of matters handed back, or of none
	bearsOwn                  // of matters that the office goes on with: it may not decline
	bearsOpen                 // asks a superior body or tells facts: it may not decline either
	bearsSpeak                // the message of 先沟通: short
)

// sentenceEntry names a sentence that an office may put into its own words.
type sentenceEntry struct {
	name, label string
	bears       bearing
	kind        Kind // of paper that shows it, where that is not the one of its group
}

// sentenceGroup is the sentences of one paper.
type sentenceGroup struct {
	title string
	kind  Kind // by which they are shown; KindNone: the message of 先沟通
	list  []sentenceEntry
}

// groups are the sentences that an office may change, paper by paper. What is not listed stays as it came: what was decided
// (不承担, 继续承担, 另行反映), marks, notes of proof and copies.
func (w *Wording) groups() []sentenceGroup {
	return []sentenceGroup{
		{"反馈单", KindFeedback, []sentenceEntry{
			{name: "text/keep_on", label: "继续承担的事项：配合", bears: bearsOwn}, {name: "text/keep_basic", label: "继续承担的事项：承办", bears: bearsOwn},
			{name: "text/opinion_keep", label: "意见：继续办的，有时限", bears: bearsOwn}, {name: "text/opinion_keep_open", label: "意见：继续办的，没有时限", bears: bearsOwn},
			{name: "text/opinion_escalate", label: "意见：另行反映的", bears: bearsOpen}, {name: "text/opinion_meanwhile", label: "意见：全部不承担时先做什么", bears: bearsOwn},
			{name: "text/reply", label: "意见：请对方答复", bears: bearsOpen},
		}},
		{"反馈函", KindLetter, []sentenceEntry{
			{name: "text/letter_opening", label: "开头", bears: bearsOpen}, {name: "text/letter_list", label: "开头：对照清单", bears: bearsOpen},
			{name: "text/letter_item", label: "不承担的事项：整句", bears: bearsAny}, {name: "text/letter_taken", label: "理由：已由上级收回", bears: bearsAny},
			{name: "text/letter_off", label: "理由：未列入清单", bears: bearsAny}, {name: "text/letter_help", label: "理由：只是配合", bears: bearsAny},
			{name: "text/letter_against", label: "理由：与规定不一致", bears: bearsAny}, {name: "text/letter_keep", label: "继续承担的事项", bears: bearsOwn},
			{name: "text/letter_change", label: "建议调整的要求", bears: bearsOwn}, {name: "text/letter_reply", label: "请对方函复", bears: bearsOpen}, {name: "text/letter_note", label: "附注：联系人", bears: bearsOpen},
		}},
		{"提级反映单", KindEscalation, []sentenceEntry{
			{name: "text/doubt", label: "问题：两个清单事项不一", bears: bearsOpen}, {name: "text/doubt_request", label: "请求：两个清单事项不一", bears: bearsOpen},
			{name: "text/plain_question", label: "问题：没有别的理由时", bears: bearsOpen}, {name: "text/plain_request", label: "请求：没有别的理由时", bears: bearsOpen},
			{name: "text/meanwhile", label: "明确前：先做什么", bears: bearsOwn}, {name: "text/meanwhile_reading", label: "明确前：先按一种理解办", bears: bearsOwn},
			{name: "text/meanwhile_leading", label: "明确前：先按来文办", bears: bearsOwn}, {name: "text/open_end_request", label: "请求：明确时限", bears: bearsOpen},
			{name: "text/no_deadline", label: "其他情况：没有时限", bears: bearsOpen}, {name: "text/means", label: "其他情况：建议调整的做法", bears: bearsOwn}, {name: "text/talk", label: "其他情况：已经沟通过", bears: bearsOpen},
		}},
		{"支援请求单", KindSupport, []sentenceEntry{
			{name: "text/support_event", label: "事由", bears: bearsOpen}, {name: "text/support_received", label: "已做：收到来件", bears: bearsOpen},
			{name: "text/support_taken", label: "清单依据：已由上级收回", bears: bearsOpen}, {name: "text/support_help", label: "清单依据：只是配合", bears: bearsOpen}, {name: "text/support_basic", label: "清单依据：本单位承担", bears: bearsOwn},
			{name: "text/support_ask_taken", label: "请求：已由上级收回的", bears: bearsOpen}, {name: "text/support_ask_help", label: "请求：只是配合的", bears: bearsOpen}, {name: "text/support_ask", label: "请求：其他", bears: bearsOpen},
		}},
		{"会商函、建议函", KindConsult, []sentenceEntry{
			{name: "text/consult_opening", label: "开头", bears: bearsOpen}, {name: "text/consult_off", label: "事项：未列入清单", bears: bearsOpen}, {name: "text/consult_doubt", label: "事项：两个清单事项不一", bears: bearsOpen},
			{name: "text/consult_admission", label: "建议：走职责准入", bears: bearsOpen}, {name: "text/consult_clarify", label: "建议：明确承担单位", bears: bearsOpen},
			{name: "text/consult_meeting", label: "会商安排", bears: bearsOpen}, {name: "text/consult_meanwhile", label: "会商期间先做什么", bears: bearsOwn},
		}},
		{"征求意见反馈", KindComment, []sentenceEntry{{name: "text/comment_opening", label: "开头", bears: bearsOpen}, {name: "text/comment_none", label: "没有意见时", bears: bearsOpen}}},
		{"清单动态调整建议", KindAdjust, []sentenceEntry{
			{name: "text/adjust_request", label: "请求事项", bears: bearsOpen}, {name: "text/adjust_off", label: "未列入清单：建议", bears: bearsAny}, {name: "text/adjust_off_why", label: "未列入清单：理由", bears: bearsAny},
			{name: "text/adjust_doubt", label: "两个事项不一：建议", bears: bearsAny}, {name: "text/adjust_doubt_why", label: "两个事项不一：理由", bears: bearsAny},
			{name: "text/adjust_taken", label: "已由上级收回：建议", bears: bearsAny}, {name: "text/adjust_help", label: "只是配合：建议", bears: bearsAny},
		}},
		{"先沟通短信", KindNone, append([]sentenceEntry{
			{name: "text/talk_opening", label: "开头", bears: bearsSpeak}, {name: "text/talk_demand", label: "来文要求", bears: bearsSpeak}, {name: "text/talk_fact", label: "情况", bears: bearsSpeak}, {name: "text/talk_ask", label: "请求和结尾", bears: bearsSpeak},
			{name: "text/talk_doubt", label: "两个清单事项不一：情况", bears: bearsSpeak}, {name: "text/talk_doubt_ask", label: "两个清单事项不一：请求", bears: bearsSpeak},
		}, w.codeGroup("talks", inOrder(w.Talks), codePart{"fact", "情况", bearsSpeak, KindNone}, codePart{"ask", "请求", bearsSpeak, KindNone})...)},
		{"各类问题", KindEscalation, w.codeGroup("codes", inOrder(w.Codes), codePart{"keep", "本单位继续做什么", bearsOwn, KindFeedback},
			codePart{"ask", "不承担时的建议", bearsAny, KindFeedback}, codePart{"change", "继续承担时的建议", bearsOwn, KindFeedback},
			codePart{"question", "提级反映的问题", bearsOpen, KindNone}, codePart{"request", "提级反映的请求", bearsOpen, KindNone})},
		{"村级反映单", KindVillage, w.codeGroup("village", inOrder(w.Village), codePart{"keep", "我村能做的", bearsOwn, KindNone}, codePart{"ask", "建议", bearsAny, KindNone},
			codePart{"request", "请求", bearsOpen, KindNone})},
		{"监测月报", KindMonth, w.codeGroup("month", inOrder(w.Month), codePart{"advice", "建议", bearsOpen, KindNone})},
	}
}

// codePart is a sentence that each finding code has.
type codePart struct {
	name, label string
	bears       bearing
	kind        Kind
}

// codeGroup lists the sentences of finding codes. What is said of a rule that the office may change stands with the rule
// (规则与名录), so that it is changed in one place.
func (w *Wording) codeGroup(set string, codes []string, parts ...codePart) []sentenceEntry {
	var out []sentenceEntry
	for _, code := range codes {
		for _, p := range parts {
			name := set + "/" + code + "/" + p.name
			if set == "codes" && (p.name == "ask" || p.name == "change") && !structural[code] && code != "NOT_ON_LIST" {
				continue
			}
			if w.coded(name) != "" {
				out = append(out, sentenceEntry{name, w.codeTitle(code) + "：" + p.label, p.bears, p.kind})
			}
		}
	}
	return out
}

// inOrder are the codes of a set as they are shown: what the list says first, the office's own rules last.
func inOrder[V any](set map[string]V) []string {
	first := []string{"TAKEN_BACK", "LEAD_SHIFTED", "OVER_SCOPE", "NOT_ON_LIST"}
	rank := func(code string) int {
		if i := slices.Index(first, code); i >= 0 {
			return i
		}
		if code == "*" {
			return len(first) + 1
		}
		return len(first)
	}
	out := sortedKeys(set)
	slices.SortStableFunc(out, func(a, b string) int { return rank(a) - rank(b) })
	return out
}

// codeTitle is a finding code in words.
func (w *Wording) codeTitle(code string) string {
	if code == "*" {
		return "本单位自加的规则"
	}
	return w.Month[code].Title
}

// coded is a sentence by its name, in the program's notation; empty where there is none.
func (w *Wording) coded(name string) string {
	if p := w.sentenceAt(name); p != nil {
		return *p
	}
	return ""
}

// put replaces a sentence. The maps of w are its own.
func (w *Wording) put(name, coded string) {
	set, rest, _ := strings.Cut(name, "/")
	code, part, _ := strings.Cut(rest, "/")
	switch set {
	case "text":
		w.Text[rest] = coded
	case "codes", "village":
		list := w.Codes
		if set == "village" {
			list = w.Village
		}
		s := list[code]
		*s.part(part) = coded
		list[code] = s
	case "talks":
		s := w.Talks[code]
		*s.part(part) = coded
		w.Talks[code] = s
	case "month":
		s := w.Month[code]
		s.Advice = coded
		w.Month[code] = s
	}
}

// sentenceAt finds a sentence for reading.
func (w *Wording) sentenceAt(name string) *string {
	set, rest, _ := strings.Cut(name, "/")
	code, part, _ := strings.Cut(rest, "/")
	switch set {
	case "text":
		if s, ok := w.Text[rest]; ok {
			return &s
		}
	case "codes":
		if s, ok := w.Codes[code]; ok {
			return s.part(part)
		}
	case "village":
		if s, ok := w.Village[code]; ok {
			return s.part(part)
		}
	case "talks":
		if s, ok := w.Talks[code]; ok {
			return s.part(part)
		}
	case "month":
		if s, ok := w.Month[code]; ok && part == "advice" {
			return &s.Advice
		}
	}
	return nil
}

// part is a sentence of a code by its name in the data.
func (s *Sentence) part(name string) *string {
	switch name {
	case "ask":
		return &s.Ask
	case "change":
		return &s.Change
	case "keep":
		return &s.Keep
	case "question":
		return &s.Question
	case "request":
		return &s.Request
	}
	return nil
}

func (t *TalkSentence) part(name string) *string {
	switch name {
	case "fact":
		return &t.Fact
	case "ask":
		return &t.Ask
	}
	return nil
}

// entry is a sentence that may be changed, and the group that it stands in.
func (w *Wording) entry(name string) (sentenceGroup, sentenceEntry, bool) {
	for _, g := range w.groups() {
		if i := slices.IndexFunc(g.list, func(e sentenceEntry) bool { return e.name == name }); i >= 0 {
			return g, g.list[i], true
		}
	}
	return sentenceGroup{}, sentenceEntry{}, false
}

// fixedTexts are the single sentences that no office changes: what was decided, what says what a sheet is, and what must
// stand on every paper of its kind (依据, 校验, 副本说明, 示例和送审标志).
var fixedTexts = []string{
	"list", "list_from", "sample", "draft", "items_note", "not_borne", "borne", "escalated", "raised", "raised_village", "handled_by",
	"omitted", "shortened", "proof_lines", "proof_tells", "copies", "appended", "archive_stays", "archive_foot", "attachment_only", "attachment_whole", "twin", "twin_draft", "twin_month",
	"as_before", "comment_report", "assess_off", "assess_near", "assess_questions", "assess_boxes", "assess_outcomes", "assess_unsaid", "assess_said",
	"assess_until", "assess_powers", "assess_none", "assess_advice", "case_name", "case_story", "case_handled", "case_advice", "case_foot",
	"letter_enclosure", "support_emergency", "support_urgent", "support_usual", "support_foot",
}
