package lexicon_test

import "testing"

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
	} {
		if got := len(l.FindActions([]rune(c.words))) > 0; got != c.acts {
			t.Errorf("%q: acts %v", c.words, got)
		}
	}
}
