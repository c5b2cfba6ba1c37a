package lexicon

import "strings"

// FindActions gives the action words of s that tell an act. A word that names somebody (监测员, 执法大队) or the occasion
// of another act (拆除中遇有…, 处罚时) tells none.
func (l *Lexicon) FindActions(s []rune) []Hit {
	var out []Hit
	hits := find(l.actions, s)
	l.spoken.scan(s, func(start, end, class int) { hits = append(hits, Hit{start, end, class, gapStrength}) })
	for _, h := range hits {
		if after := s[h.End:]; !doer(after) && !occasion(after) && !kindling(s[h.Start:h.End], after) && !examination(s[:h.Start], s[h.Start:h.End]) && !whether(s[:h.Start], s[h.Start]) && !sealsPaper(s, h) && !outage(s[:h.Start], s[h.Start:h.End]) {
			out = append(out, h)
		}
	}
	return out
}

// occasion tells whether the words after an act make it the occasion of another: “拆除中遇有…”, “处罚时”.
func occasion(after []rune) bool {
	if len(after) < 2 {
		return false
	}
	switch after[0] {
	case '时':
		return after[1] != '限'
	case '中':
		return strings.ContainsRune("遇如若,有出", after[1])
	case '期':
		return after[1] == '间'
	case '过':
		return after[1] == '程'
	}
	return false
}

// outage tells whether the water or the current is gone, not cut off by somebody: 问村里哪几户断水.
func outage(before, act []rune) bool {
	switch string(act) {
	case "断水", "断电", "停水", "停电":
		n := len(before)
		return n > 0 && strings.ContainsRune("户家村屯组突发已全仍还连漏", before[n-1]) && !strings.ContainsAny(string(before[max(0, n-8):]), "把给对将")
	}
	return false
}

// sealsPaper tells whether what is sealed is the office's own paper on its way up, which certifies nothing to anybody: 加盖公章的
// 纸质表各一份.
func sealsPaper(s []rune, h Hit) bool {
	if !strings.Contains(string(s[h.Start:h.End]), "章") {
		return false
	}
	near := string(s[max(0, h.Start-10):min(len(s), h.End+10)])
	for _, w := range []string{"证明", "条子", "介绍信", "承诺", "责任"} {
		if strings.Contains(near, w) {
			return false
		}
	}
	for _, w := range []string{"纸质", "电子表", "电子版", "统计表", "汇总表", "报表", "名单", "报告", "扫描", "一式", "一份", "申报材料", "申报表"} {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}

// whether tells whether the first character of an act stands in a question: 办没办证, 登不登记.
func whether(before []rune, first rune) bool {
	n := len(before)
	return n > 1 && before[n-2] == first && (before[n-1] == '没' || before[n-1] == '不')
}

// examination tells whether what is checked is somebody's health: 妇女免费检查.
func examination(before, act []rune) bool {
	if string(act) != "检查" && string(act) != "检测" {
		return false
	}
	for _, w := range []string{"免费", "健康", "身体", "妇科", "妇女", "妇女病", "两癌", "体格", "产前", "孕前", "优生", "眼底", "口腔"} {
		if strings.HasSuffix(string(before[max(0, len(before)-4):]), w) {
			return true
		}
	}
	return false
}

// kindling tells whether what is collected is what lights fires: who keeps a path into the woods takes it into keeping.
func kindling(act, after []rune) bool {
	if string(act) != "收缴" {
		return false
	}
	for _, w := range []string{"火种", "火源", "火具", "火柴", "打火机", "引火"} {
		if strings.HasPrefix(string(after), w) {
			return true
		}
	}
	return false
}

// doer tells whether the words after an act make it the name of somebody.
func doer(after []rune) bool {
	if len(after) == 0 {
		return false
	}
	return strings.ContainsRune("员队局", after[0]) ||
		len(after) > 1 && (after[1] == '队' && strings.ContainsRune("大支中总", after[0]) || after[1] == '员' && after[0] == '人')
}
