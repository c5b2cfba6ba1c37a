package paper

import (
	"slices"

	"yidanqing/app"
)

// Kind is a kind of document (文书种类).
type Kind string

const (
	KindNone       Kind = ""           // no document is called for
	KindFeedback   Kind = "feedback"   // P1 事项拒接反馈单
	KindLetter     Kind = "letter"     // P2 反馈函
	KindEscalation Kind = "escalation" // P3 事项提级反映单
	KindEvidence   Kind = "evidence"   // P4 比对证据页, always appended to another document
	KindVillage    Kind = "village"    // P8 村级事项反映单
	KindAnswer     Kind = "answer"     // 事项答复单, to a bank, company or school
	KindLedger     Kind = "ledger"     // P7 来件处理台账, printed for the office itself
	KindMonth      Kind = "month"      // P6 为基层减负监测月报
	KindSupport    Kind = "support"    // P5 “吹哨报到”支援请求单
	KindConsult    Kind = "consult"    // 会商函: 职责准入, or who is to bear a doubtful matter
	KindAdjust     Kind = "adjust"     // 清单动态调整建议
	KindComment    Kind = "comment"    // 征求意见反馈
	KindAssess     Kind = "assess"     // 职责准入事前评估表
	KindCase       Kind = "case"       // 典型案例, of one notice or several, without names
	KindSuggest    Kind = "suggest"    // 建议函: other means for a matter that the office bears
	// KindDepartments is 部门往来情况, what each department sent and how it answered; KindReview is 基层评机关半年评价表, the same
	// facts with empty cells for the office's own marks.
	KindDepartments Kind = "departments"
	KindReview      Kind = "review"
	KindArchive     Kind = "archive" // 存档联, what of a document stays with the office; always appended to another document
	KindRules       Kind = "rules"   // 比对规则表, printed for the office itself
	KindTasks       Kind = "tasks"   // 待反馈事项, the page on paper
)

// Kinds are the documents that may be issued on a notice.
func Kinds() []Kind {
	return []Kind{KindFeedback, KindLetter, KindEscalation, KindVillage, KindAnswer, KindSupport, KindConsult, KindSuggest, KindAssess,
		KindAdjust, KindComment, KindCase}
}

// Title is the usual title of the kind.
func (k Kind) Title() string {
	switch k {
	case KindFeedback:
		return "事项拒接反馈单"
	case KindLetter:
		return "反馈函"
	case KindEscalation:
		return "事项提级反映单"
	case KindEvidence:
		return "比对证据页"
	case KindArchive:
		return "存档联"
	case KindVillage:
		return "村级事项反映单"
	case KindAnswer:
		return "事项答复单"
	case KindLedger:
		return "来件处理台账"
	case KindMonth:
		return "为基层减负监测月报"
	case KindSupport:
		return "“吹哨报到”支援请求单"
	case KindConsult:
		return "会商函"
	case KindAdjust:
		return "清单动态调整建议"
	case KindComment:
		return "征求意见反馈"
	case KindSuggest:
		return "建议函"
	case KindDepartments:
		return "部门往来情况"
	case KindReview:
		return "基层评机关半年评价表"
	case KindRules:
		return "比对规则表"
	case KindTasks:
		return "待反馈事项"
	case KindAssess:
		return "职责准入事前评估表"
	case KindCase:
		return "典型案例"
	}
	return ""
}

// Short is the kind as buttons and menus name it.
func (k Kind) Short() string {
	switch k {
	case KindFeedback:
		return "反馈单"
	case KindEscalation:
		return "提级反映单"
	case KindVillage:
		return "反映单"
	case KindAnswer:
		return "答复单"
	case KindSupport:
		return "支援请求单"
	case KindAdjust:
		return "调整建议"
	case KindAssess:
		return "事前评估表"
	}
	return k.Title()
}

// Command is what the menus name making such a document (更多).
func (k Kind) Command() string {
	switch k {
	case KindSupport:
		return "请求支援"
	case KindComment:
		return "反馈意见"
	}
	return "生成" + k.Short()
}

// Letter tells whether the kind is a letter (函): its number comes from the office's own 发文簿.
func (k Kind) Letter() bool {
	switch k {
	case KindLetter, KindConsult, KindComment, KindSuggest:
		return true
	}
	return false
}

// Answers tells whether such a document answers demands, so that they wait for its reply. The others only go with a
// notice and leave the state of its demands as it is.
func (k Kind) Answers() bool {
	switch k {
	case KindFeedback, KindLetter, KindEscalation, KindVillage, KindAnswer, KindConsult:
		return true
	}
	return false
}

// Evidenced tells whether the evidence page may go with such a document: it names everybody, a case names nobody.
func (k Kind) Evidenced() bool { return k != KindCase }

// Class is what kind of body an addressee is (单位类别). The genre of a document follows from it.
type Class string

const (
	ClassUnknown    Class = ""           // nobody is named yet: no document can be issued
	ClassLeading    Class = "leading"    // 县委、县政府及两办
	ClassRelief     Class = "relief"     // 减负专班、编办
	ClassParty      Class = "party"      // 县委部门: 组织部、宣传部、政法委 …
	ClassDepartment Class = "department" // 政府部门
	ClassTaskForce  Class = "taskforce"  // 议事协调机构、专班、指挥部
	ClassVertical   Class = "vertical"   // 垂直管理部门: 税务、气象、消防救援 …
	ClassOutside    Class = "outside"    // 银行、企业、学校、协会
	ClassTown       Class = "town"       // 乡镇、街道, as the addressee of a village
	ClassCourt      Class = "court"      // 法院、检察院
)

// Upward tells whether a document to such a body goes to a superior: it is then a report and never a 反馈单.
func (c Class) Upward() bool { return c == ClassLeading || c == ClassRelief }

// KindFor is the one place that decides which document answers a notice: class is that of the body which sent the
// notice, verdicts are the decisions on its demands. KindNone means that no document is called for. KindEscalation to
// a class that is not Upward means: the document goes to one of the office's superior bodies (减负专班, 编办), not to
// the sender.
//
// P1 never goes upwards; a party department gets a letter; outside bodies get a short answer; a village writes to its
// town.
func KindFor(class Class, verdicts []app.Verdict) Kind {
	refuse, escalate := false, false
	for _, v := range verdicts {
		refuse = refuse || v == app.VerdictRefuse || v == app.VerdictMixed
		escalate = escalate || v == app.VerdictEscalate
	}
	switch {
	case !refuse && !escalate, class == ClassUnknown:
		return KindNone
	case class == ClassTown:
		return KindVillage
	case class.Upward(), !refuse:
		return KindEscalation
	case class == ClassOutside:
		return KindAnswer
	case class == ClassParty, class == ClassCourt:
		return KindLetter
	}
	return KindFeedback
}

// KindOf is KindFor as an office of a certain type sees it: a village or community writes to its town instead of
// declining, whoever sent the notice, and gives banks, companies and schools a short answer.
func KindOf(o app.Office, class Class, verdicts []app.Verdict) Kind {
	k := KindFor(class, verdicts)
	if !o.Grassroots() || k == KindNone || k == KindAnswer {
		return k
	}
	return KindVillage
}

// Offered are the kinds of document that may be made of a notice: the one that its decisions call for first, then what
// else fits (更多). class is that of the sender, title that of the notice; matters are its demands. Those that a document
// answers already, or that are done with, only a case can tell.
func Offered(o app.Office, class Class, title string, all []Matter) []Kind {
	matters := slices.DeleteFunc(slices.Clone(all), func(m Matter) bool { return m.Settled })
	verdicts := make([]app.Verdict, len(matters))
	for i, m := range matters {
		verdicts[i] = m.Verdict
	}
	var out []Kind
	if k := KindOf(o, class, verdicts); k != KindNone {
		out = append(out, k)
	}
	if o.Grassroots() {
		return append(out, KindSupport)
	}
	peer := class == ClassDepartment || class == ClassTaskForce || class == ClassVertical || class == ClassParty
	if slices.Contains(out, KindFeedback) { // a bureau may get the letter instead of the form
		out = append(out, KindLetter)
	}
	if peer && slices.ContainsFunc(matters, Matter.Consultable) {
		out = append(out, KindConsult)
	}
	if peer && slices.ContainsFunc(matters, Matter.suggestible) {
		out = append(out, KindSuggest)
	}
	if slices.ContainsFunc(matters, Matter.admissible) {
		out = append(out, KindAssess)
	}
	if slices.ContainsFunc(matters, Matter.adjustable) {
		out = append(out, KindAdjust)
	}
	if class != ClassUnknown && AsksOpinion(title) {
		out = append(out, KindComment)
	}
	if class != ClassUnknown && slices.ContainsFunc(all, Matter.telling) {
		out = append(out, KindCase)
	}
	return append(out, KindSupport)
}
