package ledger

import "yidanqing/app"

// Settings are what papers and decisions of the office depend on; they are part of the ledger. What belongs to the
// machine (text size, printer, folders) is not: see the upkeep package.
type Settings struct {
	Office app.Office   `json:"office"`
	People []app.Person `json:"people,omitempty"`
	// FeedbackTitle is the title of P1: 事项拒接反馈单, 不属本级职责事项反馈单, 事项核对反馈单 or the office's own.
	FeedbackTitle string `json:"feedback_title,omitempty"`
	// Prefixes are the 机关代字 by kind of paper: 柳反馈, 柳提级.
	Prefixes map[PaperKind]string `json:"prefixes,omitempty"`
	// ReplyDays are the workdays given for an answer, by kind of paper.
	ReplyDays map[PaperKind]int `json:"reply_days,omitempty"`
	// Superior is to whom escalations go (呈送): 县减负办（工作机制办公室）.
	Superior      string `json:"superior,omitempty"`
	SuperiorPhone string `json:"superior_phone,omitempty"`
	// Copies are the bodies that get a copy of every letter and report (抄送), with 、 between them; empty: none. PrintedBy prints
	// reports (印发机关); empty: the office itself.
	Copies    string `json:"copies,omitempty"`
	PrintedBy string `json:"printed_by,omitempty"`
	// Greetings are exceptions to the forms of address: 县融媒体中心 → 贵中心.
	Greetings map[string]string `json:"greetings,omitempty"`
	// Ways says how the office answers, by finding code: WayTalk, WayPaper, WayRemind.
	Ways map[string]Way `json:"ways,omitempty"`
	// FileName is the pattern by which copies of papers are named in folders (文件名规则); empty: paper.UsualFileName.
	FileName string `json:"file_name,omitempty"`
	// OverloadLimit is how many demands may be due within five workdays before the office is told (提醒线); 0: the usual.
	OverloadLimit int `json:"overload_limit,omitempty"`
	// ReviewDepartments shows 部门往来 and prints the 半年评价表 (基层评机关). Off until the county asks for it.
	ReviewDepartments bool `json:"review_departments,omitempty"`
	// EachRaised tells that small matters are not collected by the month (合并提级): each is raised by itself.
	EachRaised bool `json:"each_raised,omitempty"`
}

// UsualLimit is the 提醒线 where the office has set none: one demand a workday.
const UsualLimit = 5

// Limit is how many demands may be due within five workdays before the office is told.
func (s Settings) Limit() int {
	if s.OverloadLimit > 0 {
		return s.OverloadLimit
	}
	return UsualLimit
}

// Prefix is the 机关代字 of a kind of paper: the one set, else the office's own and the kind's word (柳 + 反馈). Where the
// office's own is not set either, the first character of its short name stands in; empty if there is no name at all.
func (s Settings) Prefix(k PaperKind) string {
	if p := s.Prefixes[k]; p != "" {
		return p
	}
	own := s.Office.Prefix
	if own == "" {
		for _, r := range s.Office.Short {
			own = string(r)
			break
		}
	}
	if own == "" {
		return ""
	}
	switch k {
	case PaperEscalation:
		return own + "提级"
	case PaperLetter, PaperConsult, PaperComment, PaperSuggest:
		return own + "政函"
	case PaperAdjust:
		return own + "调整"
	case PaperAssess:
		return own + "评估"
	case PaperCase:
		return own + "案例"
	case PaperSupport:
		return own + "哨"
	case PaperVillage:
		return own + "反映"
	case PaperAnswer:
		return own + "答复"
	}
	return own + "反馈"
}

// Days are the workdays given for an answer to a kind of paper: the number set, else 5, 10 for 提级反映单, and
// 0 where no answer is awaited.
func (s Settings) Days(k PaperKind) int {
	if n := s.ReplyDays[k]; n > 0 {
		return n
	}
	switch k {
	case PaperEscalation:
		return 10
	case PaperSupport, PaperAdjust, PaperComment, PaperSuggest, PaperAssess, PaperCase: // no demand waits for an answer to them
		return 0
	}
	return 5
}

// Title1 is the title of P1.
func (s Settings) Title1() string {
	if s.FeedbackTitle != "" {
		return s.FeedbackTitle
	}
	return "事项拒接反馈单"
}

// Approvers are the people who may sign on day d, as 登记审定 offers them.
func (s Settings) Approvers(d app.Date) []app.Person {
	var out []app.Person
	for _, p := range s.People {
		if p.Approver && p.InOffice(d) {
			out = append(out, p)
		}
	}
	return out
}

// OfficeID is the ID of the one record that holds the settings.
const OfficeID = "office"

// FoldSettings derives the settings from the events of the office: the last one holds.
func FoldSettings(history []Entry) (Settings, error) {
	var s Settings
	for _, e := range history {
		if e.Event.Type != OfficeSet {
			continue
		}
		s = Settings{}
		if err := decode(e, &s); err != nil {
			return Settings{}, err
		}
	}
	return s, nil
}
