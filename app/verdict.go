package app

// Kind is what a demand asks the office to do (事项类型). The kind follows the act, not the title of the notice.
type Kind string

// The kinds of a demand, as in the labels of the evaluation.
const (
	KindTask        Kind = "task"        // 任务
	KindMeeting     Kind = "meeting"     // 会议
	KindInspection  Kind = "inspection"  // 督查检查考核
	KindForm        Kind = "form"        // 报表
	KindApp         Kind = "app"         // 政务App、小程序、工作群
	KindSecondment  Kind = "secondment"  // 借调
	KindCampaign    Kind = "campaign"    // 创建示范
	KindCertificate Kind = "certificate" // 证明
	KindPledge      Kind = "pledge"      // 责任状
	KindInfo        Kind = "info"        // 知悉
)

// Title is the kind as an office says it.
func (k Kind) Title() string {
	switch k {
	case KindTask:
		return "任务"
	case KindMeeting:
		return "会议"
	case KindInspection:
		return "检查"
	case KindForm:
		return "报表"
	case KindApp:
		return "App"
	case KindSecondment:
		return "借调"
	case KindCampaign:
		return "创建"
	case KindCertificate:
		return "证明"
	case KindPledge:
		return "责任状"
	case KindInfo:
		return "知悉"
	}
	return "事项"
}

// Part is one of the three parts of a duty list, or the statement that no part holds the demand.
type Part string

const (
	Basic     Part = "basic"     // 基本履职
	Cooperate Part = "cooperate" // 配合履职
	TakenBack Part = "takeback"  // 上级部门收回
	PartNone  Part = "none"      // 不在清单
	PartOpen  Part = ""          // 不按清单判断（会议、检查等）
)

// Title is the name of the part as printed in the list.
func (p Part) Title() string {
	switch p {
	case Basic:
		return "基本履职"
	case Cooperate:
		return "配合履职"
	case TakenBack:
		return "上级部门收回"
	case PartNone:
		return "不在清单"
	}
	return ""
}

// Verdict is what a part of the list usually leads to.
func (p Part) Verdict() Verdict {
	switch p {
	case Basic:
		return VerdictDo
	case Cooperate:
		return VerdictCooperate
	case TakenBack:
		return VerdictRefuse
	}
	return VerdictEscalate
}

// Verdict is the program's advice on a demand (意见). It binds nobody: a person decides.
type Verdict string

const (
	VerdictDo        Verdict = "do"        // 承办
	VerdictCooperate Verdict = "cooperate" // 配合
	VerdictRefuse    Verdict = "refuse"    // 拒接反馈
	VerdictEscalate  Verdict = "escalate"  // 提级反映
	VerdictMixed     Verdict = "mixed"     // 部分承担
	VerdictInfo      Verdict = "info"      // 知悉
	VerdictUnjudged  Verdict = "unjudged"  // 未导入清单
)

// Title is the verdict in the words of the office.
func (v Verdict) Title() string {
	switch v {
	case VerdictDo:
		return "承办"
	case VerdictCooperate:
		return "配合"
	case VerdictRefuse:
		return "拒接反馈"
	case VerdictEscalate:
		return "提级反映"
	case VerdictMixed:
		return "部分承担"
	case VerdictInfo:
		return "知悉"
	case VerdictUnjudged:
		return "未导入清单"
	}
	return ""
}

// Strictness orders verdicts by how much they ask of the other side: 0 the office bears it, 1 it asks, 2 it hands it back.
func (v Verdict) Strictness() int {
	switch v {
	case VerdictRefuse:
		return 2
	case VerdictEscalate, VerdictMixed:
		return 1
	}
	return 0
}

// Severity is how strongly a rule speaks (严重程度).
type Severity string

const (
	SeverityBlock Severity = "block" // 不得
	SeverityWarn  Severity = "warn"  // 提醒
	SeverityNote  Severity = "note"  // 注意
)

// Title is the severity in the words of the window.
func (s Severity) Title() string {
	switch s {
	case SeverityBlock:
		return "不得"
	case SeverityWarn:
		return "提醒"
	case SeverityNote:
		return "注意"
	}
	return ""
}

// Role is what a finding does to the verdict and where it is printed (作用). The role decides, never the severity.
type Role string

const (
	RoleStructure Role = "structure" // the list itself speaks: taken back, not on the list, lead shifted, beyond the help
	RoleSubject   Role = "subject"   // the thing demanded is itself forbidden: leads to refuse
	RoleApproval  Role = "approval"  // an approval is missing: leads to escalate
	RoleMeans     Role = "means"     // a forbidden means inside a lawful duty: changes no verdict
	RoleNote      Role = "note"      // worth telling the clerk, never printed
)

// Place is where a finding of this role stands on a paper: 不符之处, 建议调整, or nowhere.
func (r Role) Place() string {
	switch r {
	case RoleStructure, RoleSubject, RoleApproval:
		return "不符之处"
	case RoleMeans:
		return "建议调整"
	}
	return "不印在单上"
}
