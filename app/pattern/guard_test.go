package pattern

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func TestARegexpAnswersLikeThePlainOne(t *testing.T) {
	texts := []string{"", "请各镇签订目标责任状", "罚款由我局处理，镇里不用管", "感谢信：感谢贵镇", "每户拍照不少于6张", "已全部作废", "ab\n请", "不得层层签订责任状",
		"率达到95%", "率", "作废", "查实3起典型问题", "请问", "请示", "请"}
	for _, expr := range []string{`签订.{0,10}(责任状|承诺书)`, `感谢信|(已|均)(全部)?(作废|叫停)|查实.{0,12}典型`, `率.{0,10}[0-9]{2}%|^请(?:[^问示]|$)`,
		`(不(得|准|许)|严禁)层层`, `x*`, `^(由|归)`, `([一二三]|[0-9]+)起`, `(?i)AB|请$`, `(甲|乙)?`, `(作废|请$)`} {
		plain, guarded := regexp.MustCompile(expr), MustCompile(expr)
		for _, s := range texts {
			for name, got := range map[string][2]any{
				"MatchString":                {guarded.MatchString(s), plain.MatchString(s)},
				"FindString":                 {guarded.FindString(s), plain.FindString(s)},
				"FindStringIndex":            {guarded.FindStringIndex(s), plain.FindStringIndex(s)},
				"FindStringSubmatch":         {guarded.FindStringSubmatch(s), plain.FindStringSubmatch(s)},
				"FindStringSubmatchIndex":    {guarded.FindStringSubmatchIndex(s), plain.FindStringSubmatchIndex(s)},
				"FindAllStringIndex":         {guarded.FindAllStringIndex(s, -1), plain.FindAllStringIndex(s, -1)},
				"FindAllStringSubmatchIndex": {guarded.FindAllStringSubmatchIndex(s, 2), plain.FindAllStringSubmatchIndex(s, 2)},
				"FindAllStringSubmatch":      {guarded.FindAllStringSubmatch(s, -1), plain.FindAllStringSubmatch(s, -1)},
				"ReplaceAllStringFunc":       {guarded.ReplaceAllStringFunc(s, strings.ToUpper), plain.ReplaceAllStringFunc(s, strings.ToUpper)},
				"ReplaceAllString":           {guarded.ReplaceAllString(s, "〇"), plain.ReplaceAllString(s, "〇")},
			} {
				if !reflect.DeepEqual(got[0], got[1]) {
					t.Errorf("%s of %q in %q: %v, plain %v", name, expr, s, got[0], got[1])
				}
			}
		}
	}
}

func TestAPatternIsFoundInItsOwnStretchOnly(t *testing.T) {
	set := NewSet()
	p, err := set.Add("签订.{0,10}责任状")
	if err != nil {
		t.Fatal(err)
	}
	text := []rune("请报名单。请签订责任状。请开会。")
	seen := set.In(text)
	if !p.PossibleIn(seen, 5, 12) || p.PossibleIn(seen, 0, 5) || p.PossibleIn(seen, 12, len(text)) {
		t.Error("looked for in the wrong stretch")
	}
}
