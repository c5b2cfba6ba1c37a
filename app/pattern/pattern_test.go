package pattern

import "testing"

func TestAPatternIsNeverPassedOverWhereItMatches(t *testing.T) {
	words := []string{"请各镇签订目标责任状", "每户拍照不少于6张", "ab", "", "罚款200元", "按月排名通报", "网格员走访"}
	for _, expr := range []string{"签订.{0,10}(责任状|承诺书)", "(每户|每村).{0,6}(拍照|照片)", "罚款[0-9]+", "(按|每)(月|季).{0,4}排名", "a?b", "x*", "[0-9]{2,}", "^请"} {
		set := NewSet()
		p, err := set.Add(expr)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if p.MatchString(w) && !p.Possible(set.In([]rune(w))) {
				t.Errorf("%q stands in %q and is passed over", expr, w)
			}
		}
	}
}

func TestAPatternNeedsAllItsGroups(t *testing.T) {
	set := NewSet()
	p, err := set.Add("(签订|签署).{0,10}(责任状|承诺书)")
	if err != nil {
		t.Fatal(err)
	}
	if p.Possible(set.In([]rune("请签订合同"))) {
		t.Error("tried without a word of the second group")
	}
	if !p.Possible(set.In([]rune("请签订责任状"))) {
		t.Error("not tried where both stand")
	}
}

func TestABadPatternIsNamed(t *testing.T) {
	if _, err := NewSet().Add("(未闭合"); err == nil {
		t.Error("no error")
	}
}
