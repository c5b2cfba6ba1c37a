package vector

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestCosine(t *testing.T) {
	for _, c := range []struct {
		a, b Vec
		want float64
	}{
		{Vec{1, 0}, Vec{2, 0}, 1},
		{Vec{1, 0}, Vec{0, 3}, 0},
		{Vec{1, 1}, Vec{-1, -1}, -1},
		{Vec{0, 0}, Vec{1, 1}, 0},
		{Vec{1, 2, 3, 4, 5}, Vec{5, 4, 3, 2, 1}, 35.0 / 55},
	} {
		if got := Cosine(c.a, c.b); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("cosine of %v and %v is %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestSentenceIsTheWeightedSum(t *testing.T) {
	v := mustLoad(t, small())
	got := v.Sentence([]rune("老人安全"))
	x, y := .1*110+.05*10, .1*5+.05*60
	n := math.Hypot(x, y)
	if math.Abs(float64(got[0])-x/n) > 1e-6 || math.Abs(float64(got[1])-y/n) > 1e-6 {
		t.Errorf("got %v, want %v", got, []float64{x / n, y / n})
	}
	if got := v.Sentence([]rune("not one word")); got[0] != 0 || got[1] != 0 {
		t.Errorf("text without words gave %v", got)
	}
}

func TestTextWithoutKnownWordsScoresNothing(t *testing.T) {
	x := NewIndex(mustLoad(t, small()), []Entry{{Name: "特困人员"}, {Name: "燃气安全"}})
	q := x.Query([]rune("收到,12345"))
	if got := q.Scores(nil); !slices.Equal(got, []Score{{}, {}}) {
		t.Errorf("got %v", got)
	}
	if got := q.Links(0, 3); len(got) != 0 {
		t.Errorf("got links %v", got)
	}
}

func TestEntryWithoutKnownWords(t *testing.T) {
	x := NewIndex(mustLoad(t, small()), []Entry{{Name: "IPv6"}, {Name: "燃气安全", Duties: "煤气罐"}})
	for i, s := range x.Query([]rune("煤气罐")).Scores(nil) {
		if math.IsNaN(s.Name) || math.IsNaN(s.Whole) || math.Abs(s.Name) > 1.0001 || math.Abs(s.Whole) > 1.0001 {
			t.Errorf("entry %d scores %+v", i, s)
		}
	}
	if w, _ := x.nearest(0, 0); w != "" {
		t.Errorf("entry without words has the word %q", w)
	}
	if n := NewIndex(x.table, nil).Query([]rune("煤气罐")).Scores(nil); len(n) != 0 {
		t.Errorf("empty list scores %v", n)
	}
}

// township is a list in the manner of the published ones, written for this test.
var township = []Entry{
	{"做好特困人员救助供养工作", "审核确认特困人员,拨付供养资金。受理申请,入户调查,落实照料护理"},
	{"燃气安全管理工作", "对燃气经营企业监督检查。开展用气安全宣传,发现隐患及时上报"},
	{"秸秆禁烧巡查管控", "遥感监测火点并推送。组织巡查,劝阻焚烧行为,发现火点及时扑灭"},
	{"开展兵役登记、征兵宣传工作", "组织体检和政治考核,批准入伍。宣传动员,登记适龄青年"},
	{"防溺水安全管理", "督促学校教育,设置警示标识。对水域开展巡查,落实看护"},
	{"农村宅基地审批和建房管理", "指导宅基地分配使用。受理建房申请,现场查验,批后巡查"},
	{"受理医疗保险参保登记,动员居民缴费", "负责基金管理。宣传政策,动员参保"},
	{"开展人民调解,化解邻里矛盾纠纷", "指导调解工作。排查矛盾,组织调解"},
	{"保护古树名木和文物", "认定公布保护名录。日常巡护,发现损毁及时报告"},
	{"管护农村供水设施,保障饮水安全", "水质监测。管护水井、管道,及时报修"},
}

// Vectors are a hint, not a proof: of texts that share no word with their entry's name most are found at once, and all
// are among the first three.
func TestShippedTableFindsEntriesWithoutSharedWords(t *testing.T) {
	x := NewIndex(shipped(t), township)
	first := 0
	for text, want := range map[string]int{
		"村里没儿没女的老人有几个,摸个底报上来":     0,
		"上门看看各家煤气罐的软管老化没有":        1,
		"收麦了,盯住别让人点麦茬":            2,
		"想当兵的小伙子名单周五前给武装部":        3,
		"天热了,娃娃们下河洗澡的事要有人管":       4,
		"谁家要盖新房先去看地方,别占了耕地":       5,
		"自来水管子冻裂了几处,赶紧找人修":        9,
		"两家为地边子吵起来了,去说和说和":        7,
		"村口那棵几百年的老槐树叫人砍了枝,赶紧去看一下": 8,
	} {
		q := x.Query([]rune(text))
		s := q.Scores(nil)
		better := 0
		for i := range s {
			if s[i].Name+s[i].Whole > s[want].Name+s[want].Whole {
				better++
			}
		}
		if better == 0 {
			first++
		}
		if better > 2 {
			t.Errorf("%s: %d entries stand before %s", text, better, township[want].Name)
		}
	}
	if first < 7 {
		t.Errorf("%d of 9 entries found first, want 7", first)
	}
}

func TestLinksNameTheWordsThatSpeakForAnEntry(t *testing.T) {
	text := []rune("逐户看看煤气罐,煤气罐旧了的记下来")
	got := NewIndex(shipped(t), township).Query(text).Links(1, 3)
	if len(got) == 0 || string(text[got[0].Start:got[0].End]) != "煤气罐" || got[0].Start != 4 {
		t.Fatalf("got %+v, want 煤气罐 at 4 first", got)
	}
	if !strings.Contains(got[0].Word, "气") || len(got[0].Word) < len("燃气") || got[0].Alike < .4 {
		t.Errorf("煤气罐 met %q (%.2f), want a word about gas", got[0].Word, got[0].Alike)
	}
	for i, l := range got {
		if l.Gain <= 0 || i > 0 && l.Gain > got[i-1].Gain {
			t.Errorf("link %d gains %.3f after %.3f", i, l.Gain, got[max(i-1, 0)].Gain)
		}
	}
}

func TestScoresAreTheSameEveryTime(t *testing.T) {
	v := shipped(t)
	first := NewIndex(v, township).Query([]rune("水管冻裂了")).Scores(nil)
	for range 5 {
		if again := NewIndex(v, township).Query([]rune("水管冻裂了")).Scores(nil); !slices.Equal(first, again) {
			t.Fatalf("%v, then %v", first, again)
		}
	}
}
