package ledger

import (
	"strings"

	"yidanqing/app"
)

// Way is how the office answers a kind of finding (反馈方式).
type Way string

const (
	WayTalk   Way = "talk"   // 先沟通
	WayPaper  Way = "paper"  // 直接反馈
	WayRemind Way = "remind" // 只提醒
)

// Title is the way in the words of the office.
func (w Way) Title() string {
	switch w {
	case WayTalk:
		return "先沟通"
	case WayPaper:
		return "直接反馈"
	}
	return "只提醒"
}

// OwnWays is under which code the way of all imported rules (负面清单) is set.
const OwnWays = "OWN"

// ownPrefix begins the codes of imported rules.
const ownPrefix = "OWN_"

// WayGroup is a kind of finding whose way is set together (问题种类).
type WayGroup struct {
	Title string
	Codes []string
}

// WayGroups are the kinds of findings that may lead to a paper, in the order of the settings. The rest only reminds.
func WayGroups() []WayGroup {
	return []WayGroup{
		{"已由上级部门收回", []string{"TAKEN_BACK"}},
		{"责任状、承诺书", []string{"PLEDGE"}},
		{"强制下载、打卡、转发", []string{"FORCED_APP"}},
		{"不应由基层出具的证明", []string{"CERTIFICATE"}},
		{"摊派指标、费用", []string{"APPORTIONED"}},
		{"重复报表", []string{"DUPLICATE_FORM"}},
		{"主责下移、超出配合范围", []string{"LEAD_SHIFTED", "OVER_SCOPE"}},
		{"不在清单", []string{"NOT_ON_LIST"}},
		{"计划外检查、创建、借调", []string{"INSPECTION_UNPLANNED", "CAMPAIGN_UNAPPROVED", "SECONDMENT"}},
		{"会议超出规定", []string{"MEETING_RULES"}},
		{"要求不明确、凑数补造", []string{"VAGUE", "FABRICATION"}},
		{"频繁排名、一票否决", []string{"RANKING", "VETO"}},
		{"留痕、时限、层层加码", []string{"EXCESS_TRACES", "DEADLINE_SHORT", "STRICTER_THAN_SOURCE"}},
		{"本单位导入的负面清单", []string{OwnWays}},
	}
}

// wayCode is the code under which the way of a finding is set.
func wayCode(code string) string {
	if strings.HasPrefix(code, ownPrefix) {
		return OwnWays
	}
	return code
}

// Way is how the office answers a finding of this code: as set, else as it came.
func (s Settings) Way(code string) Way {
	code = wayCode(code)
	if w := s.Ways[code]; w != "" {
		return w
	}
	return usualWay(code)
}

func usualWay(code string) Way {
	switch code {
	case "TAKEN_BACK", "PLEDGE", "FORCED_APP", "CERTIFICATE", "APPORTIONED":
		return WayPaper
	case "DUPLICATE_FORM", "LEAD_SHIFTED", "OVER_SCOPE", "NOT_ON_LIST", "INSPECTION_UNPLANNED", "CAMPAIGN_UNAPPROVED", "SECONDMENT",
		"MEETING_RULES", "VAGUE", "FABRICATION":
		return WayTalk
	}
	return WayRemind
}

// SetWay sets the way of a kind of finding. One that is as it came is not kept.
func (s *Settings) SetWay(g WayGroup, w Way) {
	next := make(map[string]Way, len(s.Ways)+len(g.Codes))
	for code, old := range s.Ways {
		next[code] = old
	}
	for _, code := range g.Codes {
		if delete(next, code); w != usualWay(code) {
			next[code] = w
		}
	}
	s.Ways = next
}

// Small tells whether a demand is a small matter that may wait for the 提级反映单 of the month (小事项): it is not the office's
// to bear as asked, none of its findings is one that the office answers at once (直接反馈), no paper answers it, and it is not
// done with. A meeting that is attended is one too: attending it decides nothing of what was asked too much.
func (s Settings) Small(d Demand) bool {
	raises := func(v app.Verdict) bool { return v == app.VerdictEscalate || v == app.VerdictRefuse }
	if d.Paper != nil || !raises(d.Advice.Verdict) || s.WayFor(d.Advice) == WayPaper {
		return false
	}
	switch d.State {
	case StatePending, StateTalking:
		return raises(d.Verdict())
	case StateDoing:
		return d.Kind == app.KindMeeting
	}
	return false
}

// WayFor is how the office answers a demand: the firmest way of its findings counts. Where no finding tells, or the check
// itself was unsure, a paper is what is left.
func (s Settings) WayFor(d app.Demand) Way {
	if d.Doubt != nil || len(d.Findings) == 0 {
		return WayPaper
	}
	out, firm := WayRemind, map[Way]int{WayRemind: 0, WayTalk: 1, WayPaper: 2}
	for _, f := range d.Findings {
		if w := s.Way(f.Code); firm[w] > firm[out] {
			out = w
		}
	}
	return out
}
