package judge_test

import "testing"

func TestUnknownWordsAreThoseOfNoConceptActOrBody(t *testing.T) {
	j := mustJudge(t)
	words := map[string]int{}
	for _, w := range j.Unknown([]string{"请各镇巡查,清理琉璃。琉璃由县水利局运走。工作情况上报。", "低保对象家里的琉璃掉了,请走访。"}) {
		words[w.Word] = w.Texts
	}
	if words["琉璃"] != 2 {
		t.Errorf("琉璃 stands in %d texts, want 2: %v", words["琉璃"], words)
	}
	for _, known := range []string{"巡查", "工作", "情况", "水利局", "低保", "走访"} {
		if words[known] > 0 {
			t.Errorf("%s is unknown", known)
		}
	}
}
