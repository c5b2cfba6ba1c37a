package app

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Source is where a list, register or rule pack comes from (出处).
type Source struct {
	Title  string `json:"title"`
	DocNo  string `json:"doc_no,omitempty"`
	Issuer string `json:"issuer,omitempty"`
	Date   Date   `json:"date,omitzero"` // 公布日期
	From   Date   `json:"from,omitzero"` // in force from; zero: always
	To     Date   `json:"to,omitzero"`   // in force to, inclusive; zero: still
	// Incomplete is set where the source says that it does not hold everything: it then decides nothing.
	Incomplete bool `json:"incomplete,omitempty"`
	// Sample is set for the list that ships with the program: papers then carry 示例，不作正式文书.
	Sample bool `json:"sample,omitempty"`
}

// InForce tells whether the source holds on day d.
func (s Source) InForce(d Date) bool {
	if d.IsZero() {
		return true
	}
	return (s.From.IsZero() || !d.Before(s.From)) && (s.To.IsZero() || !s.To.Before(d))
}

// Start is the first day of a source: the day it says, else that of its publication; zero where it gives neither.
func (s Source) Start() Date {
	if s.From.IsZero() {
		return s.Date
	}
	return s.From
}

// Duty is one entry of a duty list (清单事项).
type Duty struct {
	Part        Part     `json:"part"`
	ItemNo      string   `json:"item_no"` // as printed
	Category    string   `json:"category,omitempty"`
	Name        string   `json:"name"`
	Departments []string `json:"departments,omitempty"` // 对应上级部门 or 承接部门, the leading one first
	UpperDuty   string   `json:"upper_duty,omitempty"`  // 上级部门职责, or 工作方式 of a taken-back entry
	TownDuty    string   `json:"town_duty,omitempty"`   // 乡镇(街道)配合职责
	Basis       string   `json:"basis,omitempty"`       // 依据
	From        Date     `json:"from,omitzero"`         // in force from, where the entry says so
	Transition  bool     `json:"transition,omitempty"`  // 过渡期: at most escalate
}

// DutyList is a published 履行职责事项清单 in one version.
type DutyList struct {
	Source Source `json:"source"`
	Duties []Duty `json:"duties"`
}

// Digest is the SHA-256 of the list's content, hexadecimal.
func (l *DutyList) Digest() string {
	b, err := json.Marshal(l.Duties)
	if err != nil { // the type holds only strings, dates and booleans
		panic(fmt.Sprintf("duty list: %v", err))
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Version names the list, as a check says what it used.
func (l *DutyList) Version() Version {
	return Version{What: "list", Title: l.Source.Title, DocNo: l.Source.DocNo, From: l.Source.From, Digest: l.Digest()}
}

// RegisterKind names one of the approved lists beside the duty list (名录).
type RegisterKind string

const (
	RegisterInspection RegisterKind = "inspection" // 督查检查考核年度计划
	RegisterForm       RegisterKind = "form"       // 数据采集目录
	RegisterApp        RegisterKind = "app"        // 政务App与工作群名录
	RegisterCampaign   RegisterKind = "campaign"   // 创建示范保留项目
	RegisterMeeting    RegisterKind = "meeting"    // 年度会议计划
)

// Title is the register's name as an office says it.
func (k RegisterKind) Title() string {
	switch k {
	case RegisterInspection:
		return "督查检查考核年度计划"
	case RegisterForm:
		return "数据采集目录"
	case RegisterApp:
		return "政务App与工作群名录"
	case RegisterCampaign:
		return "创建示范保留项目"
	case RegisterMeeting:
		return "年度会议计划"
	}
	return ""
}

// RegisterEntry is one row of a register; columns that a register does not have stay empty.
type RegisterEntry struct {
	Name       string   `json:"name"`
	Department string   `json:"department,omitempty"`
	Period     string   `json:"period,omitempty"` // inspection: 2026-05..2026-06; meeting: month
	Scope      string   `json:"scope,omitempty"`
	Fields     []string `json:"fields,omitempty"`    // form: data items
	Frequency  string   `json:"frequency,omitempty"` // form: 年, 半年, 季, 月, 次
	Origin     string   `json:"origin,omitempty"`    // form: 采集 or 共享
	Use        string   `json:"use,omitempty"`       // app: 必用, 自愿, 停用
	Level      string   `json:"level,omitempty"`     // campaign, meeting
}

// Register is one approved list of a year (名录).
type Register struct {
	Kind    RegisterKind    `json:"kind"`
	Source  Source          `json:"source"`
	Entries []RegisterEntry `json:"entries"`
}

// Decides tells whether the register may carry a finding on day d: complete and in force.
func (r *Register) Decides(d Date) bool {
	return r != nil && !r.Source.Incomplete && r.Source.InForce(d)
}

// OfficeType is what kind of office uses the program.
type OfficeType string

const (
	Township    OfficeType = "乡镇"
	Subdistrict OfficeType = "街道"
	Village     OfficeType = "村"
	Community   OfficeType = "社区"
)

// Self is how the office calls itself on papers: 我镇, 我乡, 我街道, 我村, 我社区.
func (o Office) Self() string {
	switch o.Type {
	case Subdistrict:
		return "我街道"
	case Village:
		return "我村"
	case Community:
		return "我社区"
	}
	if n := []rune(o.Short); len(n) > 0 && n[len(n)-1] == '乡' {
		return "我乡"
	}
	return "我镇"
}

// Grassroots tells whether the office is a village or community, which never refuses its own town in so many words.
func (o Office) Grassroots() bool { return o.Type == Village || o.Type == Community }

// Office is who uses the program (单位).
type Office struct {
	Type   OfficeType `json:"type"`
	Name   string     `json:"name"`             // full name: 清河县柳河镇人民政府
	Short  string     `json:"short"`            // short name: 柳河镇
	County string     `json:"county,omitempty"` // 清河县
	Prefix string     `json:"prefix"`           // 机关代字 of paper numbers: 柳
	Clerk  string     `json:"clerk,omitempty"`  // 经办人
	Phone  string     `json:"phone,omitempty"`
}
