package oldledger

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/table"
)

var (
	compactDay = regexp.MustCompile(`^((?:19|20)\d{2})(\d{2})(\d{2})$`)
	shortYear  = regexp.MustCompile(`^'?(\d{2})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*日?$`)
	dayOnly    = regexp.MustCompile(`^(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*[日号]?$`)
	monthOnly  = regexp.MustCompile(`^((?:19|20)\d{2})\s*[年./\-]\s*(\d{1,2})\s*月?$|^[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,3}月$`)
	serialDay  = regexp.MustCompile(`^\d{5}(\.\d+)?$`)
	yearWord   = regexp.MustCompile(`((?:19|20)\d{2})\s*年|^\D*((?:19|20)\d{2})\D*$`)
)

// dayOf reads the day of a row. year is what sheet and title say, 0 where they say nothing. reason says in words for the
// clerk why there is no day.
func dayOf(cell string, year int) (d app.Date, reason string) {
	s := strings.TrimSpace(table.Arabic(table.Half(table.Line(cell))))
	number := func(t string) int { n, _ := strconv.Atoi(t); return n }
	day := func(y, m, n string) app.Date {
		return app.Date{Year: number(y), Month: time.Month(number(m)), Day: number(n)}
	}
	if s == "" {
		return d, "没有日期"
	}
	if d = table.Date(s); d.Valid() {
		return d, ""
	}
	if m := compactDay.FindStringSubmatch(s); m != nil {
		d = day(m[1], m[2], m[3])
	} else if m := shortYear.FindStringSubmatch(s); m != nil {
		d = day("20"+m[1], m[2], m[3])
	} else if m := dayOnly.FindStringSubmatch(s); m != nil {
		if year == 0 {
			return app.Date{}, "日期“" + s + "”没有年份，表名和标题里也没有"
		}
		d = day(strconv.Itoa(year), m[1], m[2])
	} else if monthOnly.MatchString(s) {
		return app.Date{}, "日期“" + s + "”只有年月"
	} else if serialDay.MatchString(s) { // a spreadsheet's own count of days, from 1899-12-30
		whole, _, _ := strings.Cut(s, ".")
		d = app.Date{Year: 1899, Month: 12, Day: 30}.AddDays(number(whole))
	}
	if !d.Valid() || d.Year < 1990 || d.Year > 2099 {
		return app.Date{}, "“" + short(s, 16) + "”不是日期"
	}
	return d, ""
}

// yearIn is the year that a sheet's name or a title names: 2025 of 2025年收文登记; 0 where none or several stand there.
func yearIn(words ...string) int {
	year := 0
	for _, w := range words {
		m := yearWord.FindStringSubmatch(table.Half(w))
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[1] + m[2])
		if year != 0 && n != year {
			return 0
		}
		year = n
	}
	return year
}

// word maps words of the file to a meaning; the first that stands in the cell decides.
type word[T any] struct {
	means T
	words []string
}

// kindWords are the words of a column 类型. A kind of paper (通知, 函) says nothing of what is asked and is not among them.
var kindWords = []word[app.Kind]{
	{app.KindPledge, []string{"责任状", "承诺书", "责任书"}},
	{app.KindCertificate, []string{"证明"}},
	{app.KindApp, []string{"app", "小程序", "工作群", "公众号", "政务应用"}},
	{app.KindSecondment, []string{"借调", "抽调", "借用", "跟班"}},
	{app.KindCampaign, []string{"创建", "示范", "达标", "评比"}},
	{app.KindInspection, []string{"检查", "督查", "考核", "督导", "巡察", "巡查", "迎检", "暗访", "评估"}},
	{app.KindMeeting, []string{"会议", "开会", "参会", "培训", "视频会"}},
	{app.KindForm, []string{"报表", "报送", "填报", "统计", "材料", "数据", "台账", "总结", "信息采集"}},
	{app.KindInfo, []string{"知悉", "阅知", "传阅", "阅件", "通报", "公告", "备案", "无需办理"}},
	{app.KindTask, []string{"任务", "工作", "部署", "安排", "整治", "行动", "办件"}},
}

// verdictWords are the words of a column 处理. 反馈 and 上报 alone say only that something was sent, and are not among them.
var verdictWords = []word[app.Verdict]{
	{app.VerdictRefuse, []string{"拒接", "拒收", "婉拒", "退回", "退件", "不承担", "不予承担", "不接", "不办", "不予办理"}},
	{app.VerdictEscalate, []string{"提级", "向上反映", "上级明确", "请示上级", "报请明确"}},
	{app.VerdictCooperate, []string{"配合", "协助", "协办"}},
	{app.VerdictInfo, []string{"知悉", "阅知", "传阅", "存档", "归档", "备查", "无需办理", "已阅"}},
	{app.VerdictDo, []string{"承办", "主办", "已办", "办结", "办毕", "办理", "完成", "落实", "参会", "参加", "已报", "报送"}},
}

// undone tells words of something that did not happen; they say nothing of what was decided.
var undone = []string{"未办", "未完成", "未落实", "未处理", "待办", "不配合", "未配合"}

func kindOf(cell string) app.Kind { return meaning(cell, kindWords) }

func verdictOf(cell string) app.Verdict {
	s := table.Fold(cell)
	for _, w := range undone {
		if strings.Contains(s, w) {
			return ""
		}
	}
	return meaning(cell, verdictWords)
}

func meaning[T ~string](cell string, list []word[T]) T {
	s := table.Fold(cell)
	for _, m := range list {
		for _, w := range m.words {
			if strings.Contains(s, w) {
				return m.means
			}
		}
	}
	return ""
}

func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
