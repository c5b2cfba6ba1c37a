package notice

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Words that tell how long a meeting lasts, who is to come, and how far down it reaches.
var (
	reSpan    = pattern.MustCompile(`(?:会期|时长|为期|时间)(?:大?约|不超过|控制在|为|:)?([半一二两三四五六七\d]{1,2}天半?|[半一二两三四\d]{1,3}个?半?(?:小时|分钟))|(?:[,。;(]|大?约)([半一二两三四\d]{1,3}个?半?小时)(?:左右|结束|完)`)
	reAttend  = pattern.MustCompile(`(?:参会|参加|与会|出席|参训)(?:人员|范围|对象)(?:为|是|:)([^。;\n!]{2,60})`)
	reAsked   = pattern.MustCompile(`请([^,。;:\n]{3,30}?)(?:准时|按时|届时|务必)?(?:参加|参会|出席|到会)`)
	reVillage = pattern.MustCompile(`开到村|到村(?:一级|\(社区\))|各村|村两委|村(?:\(社区\))?(?:党?支部书记|支书|主任|会计|干部|书记)|村(?:、组)?两?级会议|镇、?村两级|乡镇、?村`)
	reGroup   = pattern.MustCompile(`村民小组|开到组|村民组长|网格员`)
)

// ReadGathering reads what a notice says of its meeting. issuer is the body that calls it, as read or put right; where its
// level does not show in its name, none is told.
func ReadGathering(l *Letter, issuer string) app.Gathering {
	var g app.Gathering
	village, group := false, false
	for _, p := range l.Paragraphs {
		if p.Zone != ZoneBody && p.Zone != ZoneTable && p.Zone != ZoneLabel {
			continue
		}
		if m := l.src.find(reSpan, p.Range); m != nil && g.Span == "" {
			g.Span = l.words(firstOf(m[1:]))
		}
		if m := l.src.find(reAttend, p.Range); m != nil && g.Attend == "" {
			g.Attend = l.words(m[1])
		}
		village = village || l.reaches(reVillage, p.Range)
		group = group || l.reaches(reGroup, p.Range)
	}
	for _, p := range l.Paragraphs {
		if m := l.src.find(reAsked, p.Range); m != nil && g.Attend == "" && p.Zone == ZoneBody {
			g.Attend = l.words(m[1])
		}
	}
	if level := levelOf(issuer); level != "" {
		g.Levels = []string{level, "乡镇"}
		if village || group {
			g.Levels = append(g.Levels, "村")
		}
		if group {
			g.Levels = append(g.Levels, "组")
		}
	}
	return g
}

// firstOf is the first group that has matched.
func firstOf(groups []text.Range) text.Range {
	for _, g := range groups {
		if g.Len() > 0 {
			return g
		}
	}
	return text.Range{}
}

// reaches tells whether words stand in a paragraph without being denied: 不开到村.
func (l *Letter) reaches(re *pattern.Regexp, r text.Range) bool {
	for _, m := range l.src.findAll(re, r) {
		before := l.src.str(text.Range{Start: max(r.Start, m[0].Start-4), End: m[0].Start})
		if !strings.Contains(before, "不") {
			return true
		}
	}
	return false
}

// levelOf is the level of government at which a body stands, as far as its name shows it: 县住建局, 清河县委办公室.
func levelOf(body string) string {
	at, level := -1, ""
	body = notLevels.Replace(body)
	for _, l := range []string{"省", "市", "县", "区"} {
		if i := strings.LastIndex(body, l); i > at {
			at, level = i, l
		}
	}
	return level
}

// notLevels are words of a body's name that only look like a level.
var notLevels = strings.NewReplacer("市场", "", "市政", "", "城市", "", "市民", "", "社区", "", "园区", "", "景区", "", "区域", "", "灌区", "", "库区", "")
