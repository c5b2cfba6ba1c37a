package paper

import "testing"

func TestWhatStandsInAnotherShapeIsTold(t *testing.T) {
	for want, list := range map[string][]Replaced{
		"": nil,
		"𪚥 㐀 用本机字体SimSun-ExtB印出": {{Rune: '𪚥', Font: "SimSun-ExtB"}, {Rune: '㐀', Font: "SimSun-ExtB"}},
		"𪚥 用本机字体SimSun-ExtB印出；U+1F64F 本机没有字形，印作带编码的方框，文字仍是原字": {{Rune: '𪚥', Font: "SimSun-ExtB"}, {Rune: '🙏'}},
		"U+0041 U+0042 U+0043 U+0044 U+0045 U+0046 等7字本机没有字形，印作带编码的方框，文字仍是原字": {
			{Rune: 'A'}, {Rune: 'B'}, {Rune: 'C'}, {Rune: 'D'}, {Rune: 'E'}, {Rune: 'F'}, {Rune: 'G'}},
	} {
		if got := ReplacedNote(list); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
