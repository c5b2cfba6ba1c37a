package vector

import (
	"slices"
	"strings"
	"testing"
)

func words(t *Table, s string) []string {
	r := []rune(s)
	var out []string
	for _, k := range t.Segment(r) {
		out = append(out, string(r[k.Start:k.End]))
	}
	return out
}

func TestSegmentTakesTheLikeliestWords(t *testing.T) {
	v := mustLoad(t, small())
	for text, want := range map[string]string{
		"没儿没女的老人":       "没儿没女 的 老人",
		"特困人员":          "特困人员", // cheaper than 特困 + 人员
		"特困的人员":         "特困 的 人员",
		"煤气罐,2个,放在煤气罐旁": "煤气罐 煤气罐",
		"人员安全safety":    "人员 安全",
		"儿女":            "",
		"":              "",
		"2026年3月":       "",
	} {
		if got := strings.Join(words(v, text), " "); got != want {
			t.Errorf("%q cut into %q, want %q", text, got, want)
		}
	}
}

func TestSegmentPrefersTheLongerOfEquallyLikely(t *testing.T) {
	v := mustLoad(t, encode([]entryOf{
		{"防汛", 50, 1, []int8{1, 1}},
		{"值班", 50, 1, []int8{1, 1}},
		{"防汛值班", 100, 1, []int8{1, 1}},
	}, [2]float32{1, 0}))
	if got := words(v, "防汛值班"); !slices.Equal(got, []string{"防汛值班"}) {
		t.Errorf("got %v", got)
	}
}

func TestSegmentGivesPlacesInTheText(t *testing.T) {
	v := mustLoad(t, small())
	got := v.Segment([]rune("请查看A区的煤气罐。"))
	want := []Token{{Start: 5, End: 6, ID: 8}, {Start: 6, End: 9, ID: 6}}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
