package paper

import (
	"slices"
	"strings"
	"testing"
)

// TestTitleLines breaks titles where words are known, and where they are not.
func TestTitleLines(t *testing.T) {
	known := func(text string) []string { // words of two characters, as most are, and the usual end of a name
		var out []string
		for s := []rune(text); len(s) > 0; {
			n := min(2, len(s))
			if strings.HasPrefix(string(s), "乡人民政府") {
				n = 5
			}
			out, s = append(out, string(s[:n])), s[n:]
		}
		return out
	}
	for _, c := range []struct {
		words func(string) []string
		parts []string
		want  []string
	}{
		{known, []string{"清河县柳河镇人民政府", "关于燃气餐饮场所安全隐患排查整治", "有关事项的复函"}, []string{"清河县柳河镇人民政府", "关于燃气餐饮场所安全隐患排查整治", "有关事项的复函"}},
		// 22 characters: two lines of eleven would cut 隐患
		{known, []string{"关于燃气餐饮场所安全隐患排查整治情况报送工作"}, []string{"关于燃气餐饮场所安全隐患", "排查整治情况报送工作"}},
		{known, []string{"清河县柳河回族满族蒙古族自治民族乡人民政府"}, []string{"清河县柳河回族满族蒙", "古族自治民族乡人民政府"}},
		// 《 ends no line, 》 begins none
		{nil, []string{"关于《清河县燃气餐饮场所安全管理办法》征求意见"}, []string{"关于《清河县燃气餐饮场所", "安全管理办法》征求意见"}},
		{nil, []string{"关于AppFeedback2026ReportingPlatform建设工作有关的事项"}, []string{"关于AppFeedback2026ReportingPlatform", "建设工作有关的事项"}},
		{func(string) []string { return []string{"别的"} }, []string{strings.Repeat("字", 41)}, []string{strings.Repeat("字", 14), strings.Repeat("字", 14), strings.Repeat("字", 13)}},
	} {
		w := &Writer{Words: c.words}
		got := w.titleLines(c.parts)
		if strings.Join(got, "") != strings.Join(c.parts, "") {
			t.Errorf("%q lost something: %q", c.parts, got)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
