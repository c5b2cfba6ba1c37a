package lexicon_test

import (
	"slices"
	"testing"
)

func TestAStreetIsNoMatter(t *testing.T) {
	l := mustRead(t)
	for words, found := range map[string]bool{"渔港路2处易涝点": false, "水库路口": true, "水库大道": false, "水库巡查": true} {
		got := false
		for _, h := range l.FindConcepts([]rune(words)) {
			got = got || h.Start == 0
		}
		if got != found {
			t.Errorf("%q: %v", words, got)
		}
	}
}

func TestWhatOnlyLooksLikeAnAct(t *testing.T) {
	l := mustRead(t)
	for _, c := range []struct {
		words string
		acts  bool
	}{
		{"请组织检查", true},
		{"执法大队到场", false},
		{"监测员", false},
		{"拆除中遇有情绪激动的", false},
		{"拆除彩钢棚", true},
		{"处罚时通知我们", false},
		{"检查过程中", false},
		{"拆除到位", true},
		{"养狗的人家办没办证", false},
		{"给养狗的人家办证", true},
		{"电子表和加盖公章的纸质表各一份", false},
		{"请加盖公章", true},
		{"问村里哪几户断水", false},
		{"把他家断水", true},
		{"驾驶员每人罚200", true},
		{"货斗车一律扣到镇政府院子", true},
		{"车先扣到院子里", true},
	} {
		if got := len(l.FindActions([]rune(c.words))) > 0; got != c.acts {
			t.Errorf("%q: acts %v", c.words, got)
		}
	}
}

// TestActsToldWithSomethingBetween: words of the lexicon with “…” and “#” (任意数字).
func TestActsToldWithSomethingBetween(t *testing.T) {
	l := mustRead(t)
	for words, want := range map[string]string{
		"车一律扣到镇政府院子":  "seize",
		"每亩罚3000":     "penalize",
		"把水表的字抄一下":    "recover",
		"用肥皂水试漏":      "inspect",
		"枯死松树锯段烧掉":    "exterminate",
		"入户做现状调查":     "survey",
		"车停好。名单报到县里去": "",
	} {
		var got []string
		for _, h := range l.FindActions([]rune(words)) {
			got = append(got, l.Class(h.ID))
		}
		if want == "" && slices.Contains(got, "seize") || want != "" && !slices.Contains(got, want) {
			t.Errorf("%q: %v, want %q", words, got, want)
		}
	}
}
