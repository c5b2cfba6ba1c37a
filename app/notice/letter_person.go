package notice

import (
	"strings"

	"yidanqing/app/text"
)

// relayAt is where 转 stands between two bodies, as in 县政府办转县行政审批局; 0 where it does not.
func relayAt(r []rune) int {
	for i := 2; i+3 < len(r); i++ {
		if r[i] == '转' && orgLike(r[:i]) && orgLike(r[i+1:]) {
			return i
		}
	}
	return 0
}

// personEnd is where in the name of a body a person begins, as 张队 does in 县城管局张队; 0 where none does.
func personEnd(r []rune) int {
	if n := len(r); n > 4 && strings.ContainsRune("局队所站总工科股部处院校", r[n-1]) && strings.ContainsRune(surnames, r[n-2]) && orgLike(r[:n-2]) {
		return n - 2
	}
	return 0
}

// knownShort tells short names of bodies that do not end like one.
func knownShort(r []rune) bool { return len(r) <= 6 && reShort.MatchString(string(r)) }

// personBefore takes the name before a phone number in brackets: (顾长河 8282016).
func (p *parser) personBefore(s *Sender, r text.Range) {
	norm := p.l.Text.Norm
	for i := r.Start; i < r.End; i++ {
		if norm[i] == '(' && r.End-i-1 >= 2 && r.End-i-1 <= 4 && isName(norm[i+1:r.End]) {
			s.Person = text.Range{Start: i + 1, End: r.End}
			return
		}
	}
}

// personWords tells whether r is a person as chats call one: 小杨, 张队, 周主任, 贺文昌.
func personWords(r []rune) bool {
	if len(r) < 2 || len(r) > 6 {
		return false
	}
	if isName(r) {
		return true
	}
	s := string(r)
	for _, w := range []string{"局长", "主任", "科长", "股长", "队长", "所长", "站长", "书记", "部长", "校长", "老师", "经理", "医生", "院长", "行长", "主席", "会长", "干事", "同志", "组长", "馆长", "支书", "教导员", "警官", "法官",
		"局", "队", "所", "站", "总", "工", "科", "股", "部", "处", "院", "校", "姐", "哥"} {
		if n := strings.TrimSuffix(s, w); n != s {
			k := []rune(strings.TrimSuffix(n, "副"))
			return len(k) == 1 && strings.ContainsRune(surnames, k[0]) || len([]rune(w)) > 1 && isName(k)
		}
	}
	return false
}
