package phrasing

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
)

var few = []Example{
	{[]string{"矛盾纠纷"}, "把两家喊到一起坐坐，说和说和"},
	{[]string{"矛盾纠纷"}, "两口子闹离婚动了手，劝和劝和"},
	{[]string{"社区戒毒", "禁毒"}, "定期带他去尿检，找个活干"},
	{[]string{"防汛"}, "靠沟的人家今晚叫起来转移"},
}

func mustTable(tb testing.TB) *Table {
	tb.Helper()
	data, err := Build(few, []Words{{"防汛", []string{"防汛抗旱", "转移避险"}}})
	if err != nil {
		tb.Fatal(err)
	}
	t, err := Load(data)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// loudest is the concept that a text speaks for most, and how much.
func loudest(t *Table, s string) (string, float32) {
	scores := make([]float32, len(t.Concepts()))
	for _, g := range t.Scan([]rune(s), nil) {
		t.Add(g, scores)
	}
	best := slices.Index(scores, slices.Max(scores))
	return t.Concepts()[best], scores[best]
}

func TestOtherWordsOfTheSameMatter(t *testing.T) {
	table := mustTable(t)
	for text, want := range map[string]string{
		"请把那两户叫到一起坐坐": "矛盾纠纷",
		"月底带他尿检一次":    "社区戒毒",
		"今晚转移":        "防汛",
		"抗旱的事":        "防汛", // of the lexicon's words only
	} {
		if got, score := loudest(table, text); got != want || score <= 0 {
			t.Errorf("%q speaks for %s (%.2f), want %s", text, got, score, want)
		}
	}
	if _, score := loudest(table, "ABC 123"); score != 0 {
		t.Error("letters and digits speak for nothing")
	}
}

func TestSecondConceptCountsLess(t *testing.T) {
	table := mustTable(t)
	scores := make([]float32, len(table.Concepts()))
	for _, g := range table.Scan([]rune("尿检"), nil) {
		table.Add(g, scores)
	}
	first, second := scores[slices.Index(table.Concepts(), "社区戒毒")], scores[slices.Index(table.Concepts(), "禁毒")]
	if !(first > second && second > 0) {
		t.Errorf("first %.2f, second %.2f", first, second)
	}
}

func TestScanFindsPairsAndTriples(t *testing.T) {
	table := mustTable(t)
	got := map[string]bool{}
	for _, g := range table.Scan([]rune("坐坐,说和吧"), nil) {
		got[strings.TrimRight(string(runesOf(table.gram(g))), "\x00")] = true
	}
	for _, want := range []string{"坐坐", "说和"} {
		if !got[want] {
			t.Errorf("%s is not found in %v", want, got)
		}
	}
	if got["坐说"] || got["和吧"] {
		t.Errorf("a mark parts characters, and the unknown is unknown: %v", got)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	a, _ := Build(few, nil)
	b, _ := Build(few, nil)
	if !bytes.Equal(a, b) {
		t.Error("two runs differ")
	}
}

func TestDamagedTables(t *testing.T) {
	data, err := Build(few, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string][]byte{"empty": nil, "cut": data[:len(data)-9], "turned": append([]byte{data[0] ^ 1}, data[1:]...)} {
		if _, err := Load(d); app.ErrorCode(err) != app.CodeDamaged {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestExamplesAreChecked(t *testing.T) {
	known := func(id string) bool { return id == "防汛" }
	got, err := ReadExamples([]byte("# 说明\n防汛\t水来了快走|  |沙袋搬到门口\r\n"), known)
	if err != nil || len(got) != 2 || got[1].Sentence != "沙袋搬到门口" {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"防汛 水来了", "抗洪\t水来了"} {
		if _, err := ReadExamples([]byte(bad), known); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// FuzzLoad: no bytes make the program fail, and a table that is taken can be asked.
func FuzzLoad(f *testing.F) {
	data, err := Build(few, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:40])
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		table, err := Load(b)
		if err != nil {
			return
		}
		scores := make([]float32, len(table.Concepts()))
		for _, g := range table.Scan([]rune("把两家喊到一起坐坐"), nil) {
			table.Add(g, scores)
		}
	})
}

func runesOf(g gram) []rune { return g[:] }
